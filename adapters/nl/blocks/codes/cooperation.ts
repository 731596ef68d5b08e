/** What authorities settle beyond single cases: costs, data, lists, figures, support after return. */
import { coded } from './coded.ts'

export const kostensoort = coded('kostensoort', {
  TICKETS: 'tickets',
  CHARTER: 'charter',
  ESCORTS: 'begeleiding',
  MEDICAL: 'medisch',
  DOCUMENTS: 'documenten',
  TRANSIT: 'doorreis',
  RETURN_IN_ERROR: 'terugname_na_vergissing',
  OTHER: 'anders',
})

export const kostenafhandeling = coded('kostenafhandeling', {
  PAID: 'betaald',
  PARTLY_PAID: 'deels_betaald',
  DISPUTED: 'betwist',
})

export const gegevensgrond = coded('gegevensgrond', {
  INACCURATE: 'onjuist',
  INCOMPLETE: 'onvolledig',
  UNLAWFUL: 'onrechtmatig_verstrekt',
  NO_LONGER_NEEDED: 'niet_langer_nodig',
  RETENTION_ENDED: 'bewaartermijn_verstreken',
  REQUEST_OF_PERSON: 'verzoek_betrokkene',
})

export const gegevensmaatregel = coded('gegevensmaatregel', {
  ERASED: 'gewist',
  BLOCKED: 'afgeschermd',
})

export const wijzigingssoort = coded('wijzigingssoort', {
  ADDED: 'toegevoegd',
  CHANGED: 'gewijzigd',
  REMOVED: 'vervallen',
})

export const bevoegdheid = coded('bevoegdheid', {
  APPLICATIONS: 'verzoeken',
  REPLIES: 'besluiten',
  INTERVIEWS: 'interviews',
  TRAVEL_DOCUMENTS: 'reisdocumenten',
  TRANSFERS: 'overdrachten',
  TRANSIT: 'doorreis',
  COSTS: 'kosten',
  DATA_PROTECTION: 'gegevensbescherming',
  TECHNICAL: 'techniek',
})

export const grootheid = coded('grootheid', {
  APPLICATIONS: 'verzoeken',
  APPROVALS: 'inwilligingen',
  REFUSALS: 'weigeringen',
  DEEMED_APPROVALS: 'fictieve_inwilligingen',
  WITHDRAWALS: 'intrekkingen',
  PENDING: 'in_behandeling',
  TRAVEL_DOCUMENTS: 'reisdocumenten',
  TRANSFERS: 'overdrachten',
  NOT_ARRIVED: 'niet_aangekomen',
  IN_ERROR: 'vergissingen',
  TRANSITS: 'doorreizen',
})

export const antwoordtermijn = coded('antwoordtermijn', {
  D0_2: '0_tot_2_dagen',
  D3_7: '3_tot_7_dagen',
  D8_15: '8_tot_15_dagen',
  D16_30: '16_tot_30_dagen',
  D31: 'vanaf_31_dagen',
})

export const behoefte = coded('behoefte', {
  HOUSING: 'huisvesting',
  LIVELIHOOD: 'levensonderhoud',
  EMPLOYMENT: 'werk',
  BUSINESS: 'onderneming',
  EDUCATION: 'onderwijs',
  LEGAL: 'juridisch',
  MEDICAL: 'medisch',
  PSYCHOSOCIAL: 'psychosociaal',
  CHILD: 'kind',
  OTHER: 'anders',
})
