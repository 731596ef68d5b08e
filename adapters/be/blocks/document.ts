/** Documents and binaries that travel beside the message. */

import type { Rows } from '#core/mapping/rows.ts'
import type { Attachment, Document } from '#schemas/generated/types.ts'
import { typeDocument } from './codes/document.ts'

export const annexe: Rows<Attachment> = {
  digest: 'empreinte',
  size: 'longueur',
  mediaType: 'typeMedia',
  title: 'description',
}

export const donneesDocument = {
  number: 'numero',
  issuedOn: 'delivrance/date',
  issuedIn: 'delivrance/lieu',
  issuedBy: 'delivrance/autorite',
  expiresOn: 'valableJusque',
  country: 'pays',
} satisfies Rows<Document>

export const document: Rows<Document> = {
  type: typeDocument('type'),
  ...donneesDocument,
}
