/** Documents and binaries that travel beside the message. */

import type { Rows } from '#core/mapping/rows.ts'
import type { Attachment, Document } from '#schemas/generated/types.ts'
import { documentsoort } from './codes/document.ts'
import { land } from './codes/land.ts'
import { onvolledigeDatum } from './date.ts'

export const bijlage: Rows<Attachment> = {
  digest: 'hash',
  size: 'omvang',
  mediaType: 'mediatype',
  title: 'omschrijving',
}

export const documentgegevens = {
  number: 'nummer',
  issuedOn: onvolledigeDatum('afgifte/datum'),
  issuedIn: 'afgifte/plaats',
  issuedBy: 'afgifte/autoriteit',
  expiresOn: 'geldigTot',
  country: land('land'),
} satisfies Rows<Document>

export const document: Rows<Document> = {
  type: documentsoort('soort'),
  ...documentgegevens,
}
