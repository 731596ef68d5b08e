/** How a person travels and arrives. */
import { codeList } from './code-list.ts'

export const transportMode = codeList('TransportModeCode', ['Mode of transport', 'Nəqliyyat növü'], {
  AIR: ['Air', 'Hava'],
  LAND: ['Land', 'Quru'],
  SEA: ['Sea', 'Dəniz'],
})

export const escortRole = codeList('EscortRoleCode', ['Role of an escort', 'Müşayiət edən şəxsin vəzifə öhdəliyi'], {
  SECURITY: ['Security', 'Təhlükəsizlik'],
  MEDICAL: ['Medical', 'Tibbi'],
  INTERPRETER: ['Interpreter', 'Tərcüməçi'],
  OBSERVER: ['Monitor of forced returns', 'Məcburi qaytarma üzrə müşahidəçi'],
})

export const arrivalOutcome = codeList('ArrivalOutcomeCode', ['Outcome of a transfer', 'Təhvilin nəticəsi'], {
  ARRIVED: ['Arrived and taken over', 'Gəlib və təhvil alınıb'],
  NO_SHOW: ['Did not arrive', 'Gəlməyib'],
  REFUSED_ENTRY: ['Entry refused', 'Girişinə icazə verilməyib'],
})

export const transferAnswer = codeList(
  'TransferAnswerCode',
  ['What the requested state says to a transfer', 'Tələb olunan dövlətin təhvilə münasibəti'],
  {
    ACCEPTED: ['Agreed', 'Razıdır'],
    OBJECTION: ['Objection', 'Etiraz edir'],
  },
)

export const objectionReason = codeList(
  'ObjectionReasonCode',
  ['Why a transfer cannot take place as announced', 'Təhvilin bildirildiyi qaydada həyata keçirilə bilməməsinin səbəbi'],
  {
    SHORT_NOTICE: ['Announced too late', 'Gec məlumat verilib'],
    BORDER_POINT: ['Not at this border crossing point', 'Bu sərhəd-keçid məntəqəsində mümkün deyil'],
    TIME: ['Not at this time', 'Bu vaxt mümkün deyil'],
    DOCUMENTS: ['Documents missing or no longer valid', 'Sənədlər yoxdur və ya etibarsızdır'],
    ESCORTS: ['Escorts', 'Müşayiət edənlər'],
    OTHER: ['Other reason', 'Digər səbəb'],
  },
)

export const cancellationReason = codeList('CancellationReasonCode', ['Why a transfer is cancelled', 'Təhvilin ləğv edilməsinin səbəbi'], {
  ABSCONDED: ['Absconded', 'Gizlənib'],
  HEALTH: ['State of health', 'Sağlamlıq vəziyyəti'],
  LEGAL_OBSTACLE: ['Legal obstacle', 'Hüquqi maneə'],
  DOCUMENTS: ['Documents missing or no longer valid', 'Sənədlər yoxdur və ya etibarsızdır'],
  TRANSPORT: ['Transport failed', 'Nəqliyyat baş tutmayıb'],
  OBJECTION: ['Objection of the requested state', 'Tələb olunan dövlətin etirazı'],
  OTHER: ['Other reason', 'Digər səbəb'],
})

export const transitRefusal = codeList(
  'TransitRefusalCode',
  [
    'Why transit is refused or consent to it revoked (agreement, article 14)',
    'Tranzitdən imtinanın və ya ona verilmiş razılığın geri götürülməsinin əsası (Saziş, 14-cü maddə)',
  ],
  {
    PERSECUTION_RISK: [
      'Risk of torture, inhuman treatment, the death penalty or persecution on the way or at the destination',
      'Yolda və ya təyinat yerində işgəncə, qeyri-insani rəftar, ölüm cəzası və ya təqib təhlükəsi',
    ],
    CRIMINAL_PROSECUTION: ['Criminal prosecution or sentence', 'Cinayət təqibi və ya cəza'],
    PUBLIC_HEALTH: ['Public health', 'Əhalinin sağlamlığı'],
    SECURITY: ['Security', 'Təhlükəsizlik'],
    PUBLIC_ORDER: ['Public order', 'İctimai asayiş'],
    OTHER: ['Other interest of the state', 'Dövlətin digər marağı'],
  },
)
