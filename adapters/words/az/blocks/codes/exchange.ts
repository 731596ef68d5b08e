/** Codes of the exchange itself. */
import { coded } from './coded.ts'

export const catdirilmaHadisesi = coded('catdirilmaHadisesi', {
  ContentHandover: 'catdirilib',
  ConsignmentRejection: 'qebuldanImtina',
  ContentHandoverFailure: 'catdirilmayib',
  ContentConsignmentFailure: 'muddetiBitib',
})
