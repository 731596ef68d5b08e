/** Documents and binaries that travel beside the message. */

import type { Rows } from '#core/mapping/rows.ts'
import type { Attachment, Document } from '#schemas/generated/types.ts'
import { senedNovu } from './codes/document.ts'

export const elave: Rows<Attachment> = {
  digest: 'hes',
  size: 'hecm',
  mediaType: 'mediaNovu',
  title: 'tesvir',
}

export const senedMelumatlari = {
  number: 'nomre',
  issuedOn: 'verilme/tarix',
  issuedIn: 'verilme/yer',
  issuedBy: 'verilme/orqan',
  expiresOn: 'bitmeTarixi',
  country: 'olke',
} satisfies Rows<Document>

export const sened: Rows<Document> = {
  type: senedNovu('nov'),
  ...senedMelumatlari,
}
