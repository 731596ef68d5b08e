/** Codes of the exchange itself. */
import { trilingual } from './coded.ts'

export const evenementRemise = trilingual('evenementRemise', {
  ContentHandover: ['remis', 'afgeleverd', 'zugestellt'],
  ConsignmentRejection: ['receptionRefusee', 'ontvangstGeweigerd', 'annahmeVerweigert'],
  ContentHandoverFailure: ['nonRemis', 'nietAfgeleverd', 'nichtZustellbar'],
  ContentConsignmentFailure: ['expire', 'verlopen', 'abgelaufen'],
})
