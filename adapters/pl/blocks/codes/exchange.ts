/** Codes of the exchange itself. */
import { coded } from './coded.ts'

export const zdarzenieDoreczenia = coded('zdarzenieDoreczenia', {
  ContentHandover: 'doreczono',
  ConsignmentRejection: 'odmowaPrzyjecia',
  ContentHandoverFailure: 'niedoreczono',
  ContentConsignmentFailure: 'uplywWaznosci',
})
