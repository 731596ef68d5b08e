/** Documents and binaries that travel beside the message. */

import type { Rows } from '#core/mapping/rows.ts'
import type { Attachment, Document } from '#schemas/generated/types.ts'
import { dokumentart } from './codes/document.ts'

export const anlage: Rows<Attachment> = {
  digest: 'Pruefsumme',
  size: 'Groesse',
  mediaType: 'Medientyp',
  title: 'Bezeichnung',
}

export const dokumentangaben = {
  number: 'Nummer',
  issuedOn: 'Ausstellung/Datum',
  issuedIn: 'Ausstellung/Ort',
  issuedBy: 'Ausstellung/Behoerde',
  expiresOn: 'GueltigBis',
  country: 'Staat',
} satisfies Rows<Document>

export const dokument: Rows<Document> = {
  type: dokumentart('Art'),
  ...dokumentangaben,
}
