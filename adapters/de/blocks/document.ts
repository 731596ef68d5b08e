/** Documents and binaries that travel beside the message. */

import type { Rows } from '#core/mapping/rows.ts'
import type { Attachment, Document } from '#schemas/generated/types.ts'
import { dokumentart } from './codes/document.ts'
import { staat } from './codes/staat.ts'
import { teilbekannt } from './date.ts'

export const anlage: Rows<Attachment> = {
  digest: 'pruefsumme',
  size: 'groesse',
  mediaType: 'medientyp',
  title: 'bezeichnung',
}

export const dokumentangaben = {
  number: 'nummer',
  issuedOn: teilbekannt('ausstellung/datum'),
  issuedIn: 'ausstellung/ort',
  issuedBy: 'ausstellung/behoerde',
  expiresOn: 'gueltigBis',
  country: staat('staat'),
} satisfies Rows<Document>

export const dokument: Rows<Document> = {
  type: dokumentart('art'),
  ...dokumentangaben,
}
