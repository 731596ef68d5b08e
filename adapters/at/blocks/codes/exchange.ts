/** Codes of the exchange itself. */
import { coded } from './coded.ts'

export const zustellereignis = coded('Zustellereignis', {
  ContentHandover: 'zugestellt',
  ConsignmentRejection: 'annahmeVerweigert',
  ContentHandoverFailure: 'nichtZustellbar',
  ContentConsignmentFailure: 'abgelaufen',
})
