/** Documents and binaries that travel beside the message. */

import type { Rows } from '#core/mapping/rows.ts'
import type { Attachment, Document } from '#schemas/generated/types.ts'
import { rodzajDokumentu } from './codes/document.ts'

export const zalacznik: Rows<Attachment> = {
  digest: 'skrot',
  size: 'rozmiar',
  mediaType: 'typMediow',
  title: 'opis',
}

export const daneDokumentu = {
  number: 'numer',
  issuedOn: 'wydanie/data',
  issuedIn: 'wydanie/miejsce',
  issuedBy: 'wydanie/organ',
  expiresOn: 'waznyDo',
  country: 'panstwo',
} satisfies Rows<Document>

export const dokument: Rows<Document> = {
  type: rodzajDokumentu('rodzaj'),
  ...daneDokumentu,
}
