/** What states tell each other beyond single cases: authorities, border crossing points, statistics, support after return. */
import { codeList } from './code-list.ts'

export const authorityRole = codeList('AuthorityRoleCode', ['What an authority is competent for', 'Orqanın səlahiyyətli olduğu məsələ'], {
  APPLICATIONS: ['Receives applications', 'Müraciətləri qəbul edir'],
  REPLIES: ['Receives replies', 'Cavabları qəbul edir'],
  INTERVIEWS: ['Interviews', 'Müsahibələr'],
  TRAVEL_DOCUMENTS: ['Travel documents', 'Səyahət sənədləri'],
  TRANSFERS: ['Transfers', 'Təhvillər'],
  TRANSIT: ['Transit', 'Tranzit'],
  COSTS: ['Costs', 'Xərclər'],
  DATA_PROTECTION: ['Data protection', 'Məlumatların mühafizəsi'],
  TECHNICAL: ['Technical contact', 'Texniki əlaqə'],
})

export const change = codeList('ChangeCode', ['What changes in a list', 'Siyahıdakı dəyişiklik'], {
  ADDED: ['Added', 'Əlavə edilib'],
  CHANGED: ['Changed', 'Dəyişdirilib'],
  REMOVED: ['Removed', 'Çıxarılıb'],
})

export const measure = codeList('MeasureCode', ['What is counted', 'Nə hesablanır'], {
  APPLICATIONS: ['Applications', 'Müraciətlər'],
  APPROVALS: ['Approvals', 'Razılıqlar'],
  REFUSALS: ['Refusals', 'İmtinalar'],
  DEEMED_APPROVALS: ['Deemed approvals', 'Razılıq verilmiş sayılanlar'],
  WITHDRAWALS: ['Withdrawals', 'Geri götürülənlər'],
  PENDING: ['Applications without a decision at the end of the period', 'Dövrün sonunda qərar verilməmiş müraciətlər'],
  TRAVEL_DOCUMENTS: ['Travel documents issued', 'Verilmiş səyahət sənədləri'],
  TRANSFERS: ['Persons transferred', 'Təhvil verilmiş şəxslər'],
  NOT_ARRIVED: ['Persons not taken over', 'Təhvil alınmamış şəxslər'],
  IN_ERROR: ['Persons readmitted in error', 'Səhvən readmissiya olunmuş şəxslər'],
  TRANSITS: ['Transits', 'Tranzitlər'],
})

export const replyTime = codeList('ReplyTimeCode', ['How long a reply took, in calendar days', 'Cavabın neçə təqvim günü çəkdiyi'], {
  D0_2: ['0 to 2 days', '0-2 gün'],
  D3_7: ['3 to 7 days', '3-7 gün'],
  D8_15: ['8 to 15 days', '8-15 gün'],
  D16_30: ['16 to 30 days', '16-30 gün'],
  D31: ['31 days or more', '31 gün və daha çox'],
})

export const need = codeList('NeedCode', ['What a returned person needs support with', 'Qayıtmış şəxsin dəstəyə ehtiyac duyduğu sahə'], {
  HOUSING: ['Housing', 'Mənzil'],
  LIVELIHOOD: ['Livelihood and first needs', 'Dolanışıq və ilkin ehtiyaclar'],
  EMPLOYMENT: ['Employment', 'Məşğulluq'],
  BUSINESS: ['Small business', 'Kiçik sahibkarlıq'],
  EDUCATION: ['Education and training', 'Təhsil və peşə hazırlığı'],
  LEGAL: ['Legal help and documents', 'Hüquqi yardım və sənədlər'],
  MEDICAL: ['Medical care', 'Tibbi yardım'],
  PSYCHOSOCIAL: ['Psychosocial support', 'Psixososial dəstək'],
  CHILD: ['Care for a child', 'Uşağa qayğı'],
  OTHER: ['Other', 'Digər'],
})
