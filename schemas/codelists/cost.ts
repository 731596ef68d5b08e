/** What a transfer costs and who settles it (agreement, article 16). */
import { codeList } from './code-list.ts'

export const costKind = codeList('CostKindCode', ['What costs were incurred for', 'Xərclərin nə üçün çəkildiyi'], {
  TICKETS: ['Tickets', 'Biletlər'],
  CHARTER: ['Chartered transport', 'Sifarişli nəqliyyat'],
  ESCORTS: ['Escorts', 'Müşayiət'],
  MEDICAL: ['Medical care on the way', 'Yolda tibbi yardım'],
  DOCUMENTS: ['Travel documents', 'Səyahət sənədləri'],
  TRANSIT: ['Transit', 'Tranzit'],
  RETURN_IN_ERROR: ['Return after readmission in error', 'Səhvən readmissiyadan sonra geri göndərmə'],
  OTHER: ['Other', 'Digər'],
})

export const settlement = codeList('SettlementCode', ['What becomes of a claim for costs', 'Xərclər barədə tələb üzrə qərar'], {
  PAID: ['Paid in full', 'Tam ödənilib'],
  PARTLY_PAID: ['Paid in part', 'Qismən ödənilib'],
  DISPUTED: ['Disputed', 'Mübahisələndirilir'],
})
