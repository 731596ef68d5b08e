/**
 * What data protection says of every leaf of every message (article 17 of the agreement; the list was read in the Benelux-Kazakhstan agreement, article 13, of
 * the same template). A leaf without a class may not be sent, so that a new field of the model cannot be forgotten here.
 */
import type { MessageType } from './generated/types.ts'
import { shapeOf } from './index.ts'
import type { RecordShape, Shape } from './shape.ts'
import type { Words } from './words.ts'

export const DATA_CLASSES = {
  i: ['Particulars of the person and the family', 'Şəxsin və ailə üzvlərinin məlumatları'],
  ii: ['Passport, identity card, driving licence and other documents', 'Pasport, şəxsiyyət vəsiqəsi, sürücülük vəsiqəsi və digər sənədlər'],
  iii: ['Stopovers and itineraries', 'Dayanacaqlar və marşrutlar'],
  iv: [
    'Other information needed to identify the person or to examine the requirements of readmission',
    'Şəxsi tanımaq və ya readmissiya tələblərini yoxlamaq üçün lazım olan digər məlumat',
  ],
  consent: [
    'Health and care, and what follows return: only with consent',
    'Sağlamlıq və qayğı, qayıdışdan sonrakı dəstək: yalnız razılıqla',
  ],
  procedure: [
    'The procedure itself: authorities, officials, escorts, decisions, dates, references, costs',
    'Prosedurun özü: orqanlar, vəzifəli şəxslər, müşayiətçilər, qərarlar, tarixlər, istinadlar, xərclər',
  ],
} as const satisfies { readonly [name: string]: Words }

export type DataClass = keyof typeof DATA_CLASSES

type Row = { readonly [name in DataClass]?: string }

const NAMES = 'familyName givenNames patronymic maidenName'
const BIRTH = 'sex birthDate birthPlace birthCountry'
const LOOKS = 'heightCm eyeColour distinguishingMarks'
const ROUTE = 'arrivalAt borderPoint mode departureAt flight'
const REPLY = 'caseReference decision decidedOn grounds authority official'

/** By record and field. A field that holds a record gives its class to all that is in it; one that is not named here leaves it to the record. */
export const PERMITTED_DATA: { readonly [record: string]: Row } = {
  Person: {
    i: `${NAMES} sourceScriptName printedName mrzName aliases ${BIRTH} nationalities formerNationalities civilStatus`,
    iv: `${LOOKS} languages lastAddress identifiers photo`,
  },
  FamilyMember: { i: `${NAMES} aliases ${BIRTH} nationalities`, iv: `${LOOKS} languages` },
  PersonBrief: { i: `${NAMES} ${BIRTH} nationalities`, iv: 'identifiers' },
  Health: { consent: 'consent statement contagiousDisease' },
  Evidence: { ii: 'number issuedOn issuedIn issuedBy expiresOn country', iv: 'code note attachments' },
  Traveller: { ii: 'documents', iv: 'security' },
  DocumentApplicant: { ii: 'documents', iv: 'photo' },
  IssuedDocument: { ii: 'type number issuedOn issuedIn issuedBy expiresOn country' },
  Finding: { ii: 'documents', iv: 'register verdict confidence note' },

  ReadmissionApplication: {
    iv: 'personCategory danger security dateOfKnowledge obstacle apprehension observations',
    procedure: 'procedure caseReference date place requestingAuthority requestedAuthority interviewRequested signatory',
  },
  ReadmissionApplicationUpdate: {
    iv: 'reason personCategory danger security dateOfKnowledge obstacle apprehension observations',
    procedure: 'caseReference official',
  },
  Acknowledgement: { procedure: 'receivedAt caseReference completeness missing authority official' },
  InformationRequest: { iv: 'questions observations', procedure: 'caseReference answerBy official' },
  InformationResponse: { iv: 'answers observations', procedure: 'caseReference official' },
  VerificationRequest: { ii: 'documents', iv: 'photo question attachments', procedure: 'caseReference registers answerBy official' },
  VerificationResult: { iv: 'observations', procedure: 'caseReference searchedOn official' },
  InterviewRequest: { iv: 'languages observations', procedure: 'caseReference mission mode facility place availability contact official' },
  InterviewSchedule: {
    iv: 'languages observations',
    procedure: 'caseReference mission at mode facility place access interviewer official',
  },
  InterviewResult: { iv: 'outcome languages reasons attachments', procedure: 'caseReference mission at mode interviewer' },
  TimeLimitExtension: { procedure: 'caseReference ground reasons dueOn newDueOn authority official' },
  ReadmissionReply: { iii: 'borderPoint', iv: 'observations', procedure: `${REPLY} applicationReference documentBasis validUntil` },
  DeemedApprovalNotice: { procedure: 'limit article startedAt dueAt silentAt requestedParty receipt extensions' },

  TravelDocumentRequest: {
    iii: 'transferOn',
    iv: 'attachments observations',
    procedure: 'caseReference mission replyReference deliverTo official',
  },
  TravelDocumentIssued: { ii: 'attachments', iv: 'observations', procedure: 'caseReference mission handover authority official' },
  TravelDocumentRefused: { iv: 'grounds observations', procedure: 'caseReference mission authority official' },
  TravelDocumentRenewal: { ii: 'document', iii: 'transferOn', iv: 'reason observations', procedure: 'caseReference mission official' },

  TransferNotification: {
    iii: `${ROUTE} departurePoint vehicle`,
    iv: 'annexes observations',
    procedure: 'caseReference replyReference escorts official',
  },
  TransferNotificationResponse: { iv: 'observations', procedure: 'caseReference answer objection official' },
  TransferUpdate: {
    iii: `${ROUTE} departurePoint vehicle`,
    iv: 'annexes observations',
    procedure: 'caseReference reason escorts official',
  },
  TransferCancellation: { iv: 'text', procedure: 'caseReference reason newTransferPlanned official' },
  DirectTransferNotice: {
    iii: `${ROUTE} departurePoint vehicle`,
    iv: 'personCategory annexes observations',
    procedure: 'caseReference requestingAuthority escorts official',
  },
  ArrivalConfirmation: { iii: 'at borderPoint', iv: 'outcome reason observations', procedure: 'caseReference official' },
  ReadmissionInErrorClaim: {
    iii: 'transferredOn returnOn borderPoint',
    iv: 'grounds attachments observations',
    procedure: 'caseReference authority official',
  },
  ReadmissionInErrorReply: {
    iii: 'returnOn borderPoint',
    iv: 'grounds observations',
    procedure: 'caseReference decision decidedOn official',
  },
  TransitApplication: {
    ii: 'document',
    iii: `${ROUTE} destination transitStates exitPoint`,
    iv: 'admissionGuaranteed refusalGroundKnown observations',
    procedure: 'caseReference date place requestingAuthority requestedAuthority escorts signatory',
  },
  TransitReply: { iii: 'borderPoint arrivalAt', iv: 'observations', procedure: `${REPLY} applicationReference support validUntil` },
  TransitRevocation: { iii: 'borderPoint', iv: 'grounds observations', procedure: 'caseReference revokedOn official' },

  CaseWithdrawal: { iv: 'reason text', procedure: 'caseReference since official' },
  CaseClosure: { iv: 'reason text', procedure: 'caseReference closedOn official' },
  CostClaim: {
    iv: 'attachments observations',
    procedure: 'caseReference invoice date items total currency account payBy authority official',
  },
  CostSettlement: { procedure: 'caseReference invoice outcome payment reasons official' },
  DataCorrectionNotice: { procedure: 'caseReference reason text corrections correctedOn official' },
  DataErasureNotice: { procedure: 'caseReference action reason text items on official' },
  DataUseReport: { procedure: 'caseReference messages uses official' },
  ContactListUpdate: { procedure: 'validFrom contacts observations official' },
  BorderPointUpdate: { procedure: 'validFrom points observations official' },
  StatisticsReport: { procedure: 'from until compiledOn authority figures observations' },
  ReintegrationReferral: {
    consent: 'consent consentOn needs languages familyMembers returnedOn contact programme observations',
    procedure: 'reference official',
  },
  DeliveryNotice: { procedure: 'event deliveryId party at receipt code' },
}

const CLASS_OF: ReadonlyMap<string, DataClass> = new Map(
  Object.entries(PERMITTED_DATA).flatMap(([record, row]) =>
    Object.entries(row).flatMap(([name, fields]) => fields.split(' ').map((field) => [`${record}.${field}`, name as DataClass] as const)),
  ),
)

/** The class of every leaf, by its path as `leavesOf` has it; `undefined` where nobody has thought of it. */
export function dataClassesOf(type: MessageType): ReadonlyMap<string, DataClass | undefined> {
  return new Map(fieldsBelow(shapeOf(type), '', undefined))
}

type Classified = readonly [leaf: string, name: DataClass | undefined]

const fieldsBelow = (record: RecordShape, path: string, given: DataClass | undefined): readonly Classified[] =>
  record.fields.flatMap(({ name, shape }) =>
    leavesBelow(shape, path === '' ? name : `${path}.${name}`, given ?? CLASS_OF.get(`${record.name}.${name}`)),
  )

function leavesBelow(shape: Shape, path: string, given: DataClass | undefined): readonly Classified[] {
  if (shape.kind === 'list') return leavesBelow(shape.shape, `${path}[]`, given)
  return shape.kind === 'record' ? fieldsBelow(shape, path, given) : [[path, given]]
}
