/** Documents and binaries that travel beside the message. */

import type { Rows } from '#core/mapping/rows.ts'
import type { Attachment, Document } from '#schemas/generated/types.ts'
import { natureDocument } from './codes/document.ts'

export const pieceJointe: Rows<Attachment> = {
  digest: 'empreinte',
  size: 'taille',
  mediaType: 'typeMedia',
  title: 'libelle',
}

export const elementsDocument = {
  number: 'numero',
  issuedOn: 'delivrance/date',
  issuedIn: 'delivrance/lieu',
  issuedBy: 'delivrance/autorite',
  expiresOn: 'dateFinValidite',
  country: 'pays',
} satisfies Rows<Document>

export const document: Rows<Document> = {
  type: natureDocument('nature'),
  ...elementsDocument,
}
