/** What happens in a readmission case. */
import { codeList } from './code-list.ts'

export const procedure = codeList('ProcedureCode', ['Kind of procedure (agreement, article 7)', 'Prosedurun növü (Saziş, 7-ci maddə)'], {
  NORMAL: ['Normal procedure', 'Adi prosedur'],
  ACCELERATED: ['Accelerated procedure', 'Sürətləndirilmiş prosedur'],
})

export const completeness = codeList(
  'CompletenessCode',
  ['Whether an application can be examined as it is', 'Müraciətə olduğu kimi baxıla bilib-bilməyəcəyi'],
  {
    COMPLETE: ['Complete', 'Tam'],
    INCOMPLETE: ['Incomplete', 'Natamam'],
  },
)

export const missingItem = codeList('MissingItemCode', ['What an application lacks', 'Müraciətdə nə çatışmır'], {
  IDENTITY: ['Particulars of the person', 'Şəxsin məlumatları'],
  PHOTO: ['Photograph', 'Fotoşəkil'],
  EVIDENCE: ['Evidence', 'Sübut'],
  COPIES: ['Copies of documents', 'Sənədlərin surətləri'],
  TRANSLATION: ['Translation', 'Tərcümə'],
  DATE_OF_KNOWLEDGE: ['Date on which the authority learned of the irregularity', 'Orqanın pozuntudan xəbər tutduğu tarix'],
  APPREHENSION: ['Date and place of apprehension', 'Saxlanılma tarixi və yeri'],
  FAMILY: ['Particulars of family members', 'Ailə üzvlərinin məlumatları'],
  OTHER: ['Other', 'Digər'],
})

export const questionTopic = codeList('QuestionTopicCode', ['What a question is about', 'Sualın mövzusu'], {
  IDENTITY: ['Identity', 'Şəxsiyyət'],
  NATIONALITY: ['Nationality', 'Vətəndaşlıq'],
  ADDRESS: ['Address in the requested state', 'Tələb olunan dövlətdəki ünvan'],
  FAMILY: ['Family members', 'Ailə üzvləri'],
  DOCUMENT: ['Documents', 'Sənədlər'],
  ITINERARY: ['Itinerary and entry', 'Marşrut və giriş'],
  PHOTO: ['Photograph', 'Fotoşəkil'],
  TRANSFER: ['Transfer', 'Təhvil'],
  OTHER: ['Other', 'Digər'],
})

export const decision = codeList('DecisionCode', ['Decision on an application', 'Müraciət üzrə qərar'], {
  APPROVED: ['Approved', 'Razılıq verilib'],
  REFUSED: ['Refused', 'İmtina edilib'],
})

export const refusalGround = codeList(
  'RefusalGroundCode',
  ['Why an application is refused (agreement, article 11)', 'Müraciətdən imtinanın əsası (Saziş, 11-ci maddə)'],
  {
    NATIONALITY_NOT_ESTABLISHED: ['Nationality not established', 'Vətəndaşlıq müəyyən edilməyib'],
    NATIONALITY_REBUTTED: ['Prima facie evidence rebutted', 'İlkin sübut təkzib edilib'],
    IDENTITY_NOT_ESTABLISHED: ['Identity not established', 'Şəxsiyyət müəyyən edilməyib'],
    CONDITIONS_NOT_MET: ['Conditions of readmission not met', 'Readmissiya şərtləri yerinə yetirilməyib'],
    RIGHT_OF_RESIDENCE: ['Right of residence in the requesting state', 'Tələb edən dövlətdə yaşayış hüququ var'],
    FORGED_EVIDENCE: ['Evidence forged or falsified', 'Sübut saxtadır'],
    TIME_LIMIT: ['Application out of time', 'Müraciət müddəti ötüb'],
    OTHER: ['Other ground', 'Digər əsas'],
  },
)

export const extensionGround = codeList(
  'ExtensionGroundCode',
  ['Why more time is needed for the reply (agreement, article 11)', 'Cavab üçün əlavə vaxtın nə üçün lazım olduğu (Saziş, 11-ci maddə)'],
  {
    LEGAL_OBSTACLE: ['Legal obstacle', 'Hüquqi maneə'],
    FACTUAL_OBSTACLE: ['Factual obstacle', 'Faktiki maneə'],
  },
)

export const errorGround = codeList(
  'ErrorGroundCode',
  ['Why a person was readmitted in error (agreement, article 13)', 'Şəxsin nə üçün səhvən readmissiya edildiyi (Saziş, 13-cü maddə)'],
  {
    NOT_A_NATIONAL: ['Not a national of the requested state', 'Tələb olunan dövlətin vətəndaşı deyil'],
    OTHER_PERSON: ['Not the person of the application', 'Müraciətdə göstərilən şəxs deyil'],
    CONDITIONS_NOT_MET: ['Conditions of readmission not met', 'Readmissiya şərtləri yerinə yetirilməyib'],
    FORGED_EVIDENCE: ['Evidence forged or falsified', 'Sübut saxtadır'],
    OTHER: ['Other ground', 'Digər əsas'],
  },
)

export const errorReplyGround = codeList(
  'ErrorReplyGroundCode',
  [
    'Why a claim of readmission in error is refused (agreement, article 13)',
    'Səhvən readmissiya barədə tələbdən imtinanın əsası (Saziş, 13-cü maddə)',
  ],
  {
    CONDITIONS_MET: ['Conditions of readmission met', 'Readmissiya şərtləri yerinə yetirilib'],
    OUT_OF_TIME: ['Claim out of time', 'Tələbin müddəti ötüb'],
    NOT_SHOWN: ['Error not shown', 'Səhv sübut edilməyib'],
    OTHER: ['Other ground', 'Digər əsas'],
  },
)

export const caseEndReason = codeList('CaseEndReasonCode', ['Why a case ends', 'İşin başa çatmasının səbəbi'], {
  VOLUNTARY_DEPARTURE: ['Voluntary departure', 'Könüllü getmə'],
  ABSCONDED: ['Absconded', 'Gizlənib'],
  RESIDENCE_GRANTED: ['Right of residence granted', 'Yaşayış hüququ verilib'],
  COURT_ORDER: ['Order of a court', 'Məhkəmə qərarı'],
  DECEASED: ['Deceased', 'Vəfat edib'],
  DUPLICATE: ['Duplicate of another case', 'Başqa işin təkrarı'],
  TRANSFERRED: ['Transferred', 'Təhvil verilib'],
  TIME_LIMIT_PASSED: ['Time limit passed', 'Müddət ötüb'],
  OTHER: ['Other reason', 'Digər səbəb'],
})
