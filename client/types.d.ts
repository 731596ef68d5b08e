// Written by `npm run generate` from schemas/model/. Do not edit: change the model.

/** Outcome of a transfer. */
export type ArrivalOutcomeCode =
  | 'ARRIVED'
  | 'NO_SHOW'
  | 'REFUSED_ENTRY'

/** What an authority is competent for. */
export type AuthorityRoleCode =
  | 'APPLICATIONS'
  | 'REPLIES'
  | 'INTERVIEWS'
  | 'TRAVEL_DOCUMENTS'
  | 'TRANSFERS'
  | 'TRANSIT'
  | 'COSTS'
  | 'DATA_PROTECTION'
  | 'TECHNICAL'

/** Why a transfer is cancelled. */
export type CancellationReasonCode =
  | 'ABSCONDED'
  | 'HEALTH'
  | 'LEGAL_OBSTACLE'
  | 'DOCUMENTS'
  | 'TRANSPORT'
  | 'OBJECTION'
  | 'OTHER'

/** Why a case ends. */
export type CaseEndReasonCode =
  | 'VOLUNTARY_DEPARTURE'
  | 'ABSCONDED'
  | 'RESIDENCE_GRANTED'
  | 'COURT_ORDER'
  | 'DECEASED'
  | 'DUPLICATE'
  | 'TRANSFERRED'
  | 'TIME_LIMIT_PASSED'
  | 'OTHER'

/** What changes in a list. */
export type ChangeCode =
  | 'ADDED'
  | 'CHANGED'
  | 'REMOVED'

/** Civil status. */
export type CivilStatusCode =
  | 'SINGLE'
  | 'MARRIED'
  | 'DIVORCED'
  | 'WIDOWED'
  | 'PARTNERSHIP'
  | 'UNKNOWN'

/** Whether an application can be examined as it is. */
export type CompletenessCode =
  | 'COMPLETE'
  | 'INCOMPLETE'

/** How sure a finding is. */
export type ConfidenceCode =
  | 'CERTAIN'
  | 'PROBABLE'
  | 'POSSIBLE'

/** What costs were incurred for. */
export type CostKindCode =
  | 'TICKETS'
  | 'CHARTER'
  | 'ESCORTS'
  | 'MEDICAL'
  | 'DOCUMENTS'
  | 'TRANSIT'
  | 'RETURN_IN_ERROR'
  | 'OTHER'

/** Why data are corrected, erased or blocked. */
export type DataReasonCode =
  | 'INACCURATE'
  | 'INCOMPLETE'
  | 'UNLAWFUL'
  | 'NO_LONGER_NEEDED'
  | 'RETENTION_ENDED'
  | 'REQUEST_OF_PERSON'

/** Decision on an application. */
export type DecisionCode =
  | 'APPROVED'
  | 'REFUSED'

/** With which document the person will travel. */
export type DocumentBasisCode =
  | 'HELD_DOCUMENT'
  | 'RETURN_CERTIFICATE'
  | 'EU_TRAVEL_DOCUMENT'

/** Kind of a document that a person holds. */
export type DocumentTypeCode =
  | 'PASSPORT'
  | 'IDENTITY_CARD'
  | 'RETURN_CERTIFICATE'
  | 'EU_TRAVEL_DOCUMENT'
  | 'SEAMANS_BOOK'
  | 'SERVICE_BOOK'
  | 'DRIVING_LICENCE'
  | 'BIRTH_CERTIFICATE'
  | 'RESIDENCE_PERMIT'
  | 'VISA'
  | 'OTHER'

/** What was done with data. */
export type ErasureCode =
  | 'ERASED'
  | 'BLOCKED'

/** Why a person was readmitted in error (agreement, article 13). */
export type ErrorGroundCode =
  | 'NOT_A_NATIONAL'
  | 'OTHER_PERSON'
  | 'CONDITIONS_NOT_MET'
  | 'FORGED_EVIDENCE'
  | 'OTHER'

/** Why a claim of readmission in error is refused (agreement, article 13). */
export type ErrorReplyGroundCode =
  | 'CONDITIONS_MET'
  | 'OUT_OF_TIME'
  | 'NOT_SHOWN'
  | 'OTHER'

/** Role of an escort. */
export type EscortRoleCode =
  | 'SECURITY'
  | 'MEDICAL'
  | 'INTERPRETER'
  | 'OBSERVER'

/** Evidence of nationality (annexes 1 and 2) and for third-country nationals and stateless persons (annexes 3 and 4). */
export type EvidenceCode =
  | 'N01'
  | 'N02'
  | 'N03'
  | 'N04'
  | 'N05'
  | 'N06'
  | 'N07'
  | 'P01'
  | 'P02'
  | 'P03'
  | 'P04'
  | 'P05'
  | 'P06'
  | 'P07'
  | 'P08'
  | 'P09'
  | 'T01'
  | 'T02'
  | 'T03'
  | 'T04'
  | 'Q01'
  | 'Q02'
  | 'Q03'
  | 'Q04'
  | 'Q05'
  | 'Q06'
  | 'Q07'
  | 'Q08'
  | 'Q09'
  | 'Q10'

/** Why more time is needed for the reply (agreement, article 11). */
export type ExtensionGroundCode =
  | 'LEGAL_OBSTACLE'
  | 'FACTUAL_OBSTACLE'

/** Colour of the eyes. */
export type EyeColourCode =
  | 'BLACK'
  | 'BLUE'
  | 'BROWN'
  | 'GREEN'
  | 'GREY'
  | 'HAZEL'
  | 'OTHER'

/** Kind of a personal identifier. */
export type IdentifierTypeCode =
  | 'FIN'
  | 'NATIONAL_NUMBER'
  | 'FOREIGNERS_FILE'
  | 'OTHER'

/** How an interview is held. */
export type InterviewModeCode =
  | 'IN_PERSON'
  | 'VIDEO'
  | 'TELEPHONE'

/** Outcome of an interview. */
export type InterviewOutcomeCode =
  | 'NATIONALITY_CONFIRMED'
  | 'NOT_CONFIRMED'
  | 'INCONCLUSIVE'
  | 'NO_SHOW'

/** What is counted. */
export type MeasureCode =
  | 'APPLICATIONS'
  | 'APPROVALS'
  | 'REFUSALS'
  | 'DEEMED_APPROVALS'
  | 'WITHDRAWALS'
  | 'PENDING'
  | 'TRAVEL_DOCUMENTS'
  | 'TRANSFERS'
  | 'NOT_ARRIVED'
  | 'IN_ERROR'
  | 'TRANSITS'

/** Kind of business message. */
export type MessageType =
  | 'readmission-application'
  | 'readmission-application-update'
  | 'acknowledgement'
  | 'information-request'
  | 'information-response'
  | 'verification-request'
  | 'verification-result'
  | 'interview-request'
  | 'interview-schedule'
  | 'interview-result'
  | 'time-limit-extension'
  | 'readmission-reply'
  | 'deemed-approval-notice'
  | 'travel-document-request'
  | 'travel-document-issued'
  | 'travel-document-refused'
  | 'travel-document-renewal'
  | 'transfer-notification'
  | 'transfer-notification-response'
  | 'transfer-update'
  | 'transfer-cancellation'
  | 'direct-transfer-notice'
  | 'arrival-confirmation'
  | 'readmission-in-error-claim'
  | 'readmission-in-error-reply'
  | 'transit-application'
  | 'transit-reply'
  | 'transit-revocation'
  | 'case-withdrawal'
  | 'case-closure'
  | 'cost-claim'
  | 'cost-settlement'
  | 'data-correction-notice'
  | 'data-erasure-notice'
  | 'data-use-report'
  | 'contact-list-update'
  | 'border-point-update'
  | 'statistics-report'
  | 'reintegration-referral'
  | 'delivery-notice'

/** What an application lacks. */
export type MissingItemCode =
  | 'IDENTITY'
  | 'PHOTO'
  | 'EVIDENCE'
  | 'COPIES'
  | 'TRANSLATION'
  | 'DATE_OF_KNOWLEDGE'
  | 'APPREHENSION'
  | 'FAMILY'
  | 'OTHER'

/** What a returned person needs support with. */
export type NeedCode =
  | 'HOUSING'
  | 'LIVELIHOOD'
  | 'EMPLOYMENT'
  | 'BUSINESS'
  | 'EDUCATION'
  | 'LEGAL'
  | 'MEDICAL'
  | 'PSYCHOSOCIAL'
  | 'CHILD'
  | 'OTHER'

/** What became of a delivery (events of ETSI EN 319 522-1). */
export type NoticeEventCode =
  | 'ContentHandover'
  | 'ConsignmentRejection'
  | 'ContentHandoverFailure'
  | 'ContentConsignmentFailure'

/** Why a transfer cannot take place as announced. */
export type ObjectionReasonCode =
  | 'SHORT_NOTICE'
  | 'BORDER_POINT'
  | 'TIME'
  | 'DOCUMENTS'
  | 'ESCORTS'
  | 'OTHER'

/** Why the requested state owes readmission (agreement, articles 3 to 6). */
export type PersonCategoryCode =
  | 'OWN_NATIONAL'
  | 'FORMER_NATIONAL'
  | 'FAMILY_SPOUSE'
  | 'FAMILY_CHILD'
  | 'THIRD_COUNTRY_NATIONAL'
  | 'STATELESS'

/** Media types of a photograph (ISO/IEC 39794-5). */
export type PhotoMediaTypeCode =
  | 'image/jpeg'
  | 'image/jp2'

/** Kind of procedure (agreement, article 7). */
export type ProcedureCode =
  | 'NORMAL'
  | 'ACCELERATED'

/** What a question is about. */
export type QuestionTopicCode =
  | 'IDENTITY'
  | 'NATIONALITY'
  | 'ADDRESS'
  | 'FAMILY'
  | 'DOCUMENT'
  | 'ITINERARY'
  | 'PHOTO'
  | 'TRANSFER'
  | 'OTHER'

/** What a receipt states (events of ETSI EN 319 522-1). */
export type ReceiptEventCode =
  | 'SubmissionAcceptance'
  | 'ContentHandover'
  | 'ConsignmentRejection'

/** Why an application is refused (agreement, article 11). */
export type RefusalGroundCode =
  | 'NATIONALITY_NOT_ESTABLISHED'
  | 'NATIONALITY_REBUTTED'
  | 'IDENTITY_NOT_ESTABLISHED'
  | 'CONDITIONS_NOT_MET'
  | 'RIGHT_OF_RESIDENCE'
  | 'FORGED_EVIDENCE'
  | 'TIME_LIMIT'
  | 'OTHER'

/** Register in which an identity is looked for. */
export type RegisterCode =
  | 'POPULATION'
  | 'IDENTITY_CARDS'
  | 'PASSPORTS'
  | 'CITIZENSHIP'
  | 'CIVIL_STATUS'
  | 'MIGRATION'
  | 'BORDER_CROSSINGS'
  | 'CONSULAR'
  | 'OTHER'

/** Why a travel document is to be renewed. */
export type RenewalReasonCode =
  | 'EXPIRED'
  | 'EXPIRES_BEFORE_TRANSFER'
  | 'LOST'
  | 'DAMAGED'
  | 'WRONG_PARTICULARS'

/** How long a reply took, in calendar days. */
export type ReplyTimeCode =
  | 'D0_2'
  | 'D3_7'
  | 'D8_15'
  | 'D16_30'
  | 'D31'

/** What becomes of a claim for costs. */
export type SettlementCode =
  | 'PAID'
  | 'PARTLY_PAID'
  | 'DISPUTED'

/** Sex, as in the visual zone of travel documents (ICAO Doc 9303). */
export type SexCode =
  | 'F'
  | 'M'
  | 'X'

/** What the requested state says to a transfer. */
export type TransferAnswerCode =
  | 'ACCEPTED'
  | 'OBJECTION'

/** Why transit is refused or consent to it revoked (agreement, article 14). */
export type TransitRefusalCode =
  | 'PERSECUTION_RISK'
  | 'CRIMINAL_PROSECUTION'
  | 'PUBLIC_HEALTH'
  | 'SECURITY'
  | 'PUBLIC_ORDER'
  | 'OTHER'

/** Mode of transport. */
export type TransportModeCode =
  | 'AIR'
  | 'LAND'
  | 'SEA'

/** Why a travel document is not issued. */
export type TravelDocumentRefusalCode =
  | 'IDENTITY_DOUBTFUL'
  | 'NATIONALITY_DOUBTFUL'
  | 'NO_APPROVAL'
  | 'PHOTO_UNSUITABLE'
  | 'VALID_DOCUMENT_HELD'
  | 'OTHER'

/** What a register says. */
export type VerdictCode =
  | 'MATCH'
  | 'SEVERAL'
  | 'NO_MATCH'
  | 'NOT_SEARCHED'

/** Version of the message standard. */
export type VersionCode =
  | '1.0'
  | '1.1'

/** The routing head. The hub changes none of it when it forwards, but for version and contentDigest towards who takes an older version. */
export interface Header {
  /** Id of the message, unique for its sender; version 7 preferred. */
  readonly messageId: string
  /** Id of the case. */
  readonly conversationId: string
  /** Id of the message that this one answers. */
  readonly inReplyTo?: string
  /** Author: the party that signs. */
  readonly from: string
  /** Recipient. */
  readonly to: string
  /** Further recipients. */
  readonly copyTo?: readonly string[]
  /** Kind of message; decides the body. */
  readonly type: MessageType
  /** Version of the message standard. */
  readonly version: VersionCode
  /** Rule set under which it is sent, e.g. eu-az-2014. */
  readonly agreement: string
  /** When it was written. */
  readonly createdAt: string
  /** After this it must not be delivered any more. */
  readonly expiresAt?: string
  /** 128 random bits, so that a digest cannot be guessed once the body is erased. */
  readonly nonce: string
  /** SHA-256 of the RFC 8785 form of header (without this member) and body; the hub always sends it. */
  readonly contentDigest?: string
}

/** A postal address. */
export interface Address {
  /** Street and number. */
  readonly street?: string
  /** City, town or village. */
  readonly locality: string
  /** District or region. */
  readonly region?: string
  /** Postal code. */
  readonly postalCode?: string
  /** State. */
  readonly country?: string
}

/** A competent authority and how to reach it. */
export interface Authority {
  /** Designation of the authority. */
  readonly name: string
  /** Unit in charge. */
  readonly unit?: string
  /** Telephone. */
  readonly phone?: string
  /** Fax. */
  readonly fax?: string
  /** E-mail address. */
  readonly email?: string
  /** Postal address. */
  readonly address?: Address
}

/** Another form of the name. */
export interface NameForm {
  /** Family name; the only name of a person who has but one. */
  readonly familyName: string
  /** Given names. */
  readonly givenNames?: string
  /** Father's name with oğlu or qızı; never part of the given names. */
  readonly patronymic?: string
}

/** A number under which a state knows the person. */
export interface Identifier {
  /** Kind of identifier. */
  readonly type: IdentifierTypeCode
  /** The identifier itself, without spaces. */
  readonly value: string
  /** State that gave it. */
  readonly country: string
}

/** A recent photograph of the face, inside the message. */
export interface Photo {
  /** Media type. */
  readonly mediaType: PhotoMediaTypeCode
  /** The picture in base64. */
  readonly content: string
}

/** The person whom the application is about (annex 5, block A). */
export interface Person {
  /** Family name; the only name of a person who has but one. */
  readonly familyName: string
  /** Given names. */
  readonly givenNames?: string
  /** Father's name with oğlu or qızı; never part of the given names. */
  readonly patronymic?: string
  /** Family name before marriage. */
  readonly maidenName?: string
  /** Name in the script of the source, e.g. Cyrillic. */
  readonly sourceScriptName?: NameForm
  /** Name as printed in the visual zone of the travel document. */
  readonly printedName?: NameForm
  /** Name field of the machine-readable zone. */
  readonly mrzName?: string
  /** Earlier names and names also used. */
  readonly aliases?: readonly NameForm[]
  /** Sex. */
  readonly sex?: SexCode
  /** Date of birth, as much of it as is known. */
  readonly birthDate?: string
  /** Place of birth, as it was called then or is called now. */
  readonly birthPlace?: string
  /** State of birth; SUN for the Soviet Union. */
  readonly birthCountry?: string
  /** Height in centimetres. */
  readonly heightCm?: number
  /** Colour of the eyes. */
  readonly eyeColour?: EyeColourCode
  /** Distinguishing marks. */
  readonly distinguishingMarks?: string
  /** Nationality, or XXA for a stateless person, XXX where unknown. */
  readonly nationalities: readonly string[]
  /** Former nationalities. */
  readonly formerNationalities?: readonly string[]
  /** Languages spoken. */
  readonly languages?: readonly string[]
  /** Civil status. */
  readonly civilStatus?: CivilStatusCode
  /** Last address in the requested state. */
  readonly lastAddress?: Address
  /** Personal identifiers. */
  readonly identifiers?: readonly Identifier[]
  /** Photograph. */
  readonly photo?: Photo
}

/** Spouse or child to be readmitted with the person (annex 5, blocks B and C). */
export interface FamilyMember {
  /** Family name; the only name of a person who has but one. */
  readonly familyName: string
  /** Given names. */
  readonly givenNames?: string
  /** Father's name with oğlu or qızı; never part of the given names. */
  readonly patronymic?: string
  /** Family name before marriage. */
  readonly maidenName?: string
  /** Earlier names and names also used. */
  readonly aliases?: readonly NameForm[]
  /** Sex. */
  readonly sex?: SexCode
  /** Date of birth, as much of it as is known. */
  readonly birthDate?: string
  /** Place of birth, as it was called then or is called now. */
  readonly birthPlace?: string
  /** State of birth; SUN for the Soviet Union. */
  readonly birthCountry?: string
  /** Height in centimetres. */
  readonly heightCm?: number
  /** Colour of the eyes. */
  readonly eyeColour?: EyeColourCode
  /** Distinguishing marks. */
  readonly distinguishingMarks?: string
  /** Nationality. */
  readonly nationalities?: readonly string[]
  /** Languages spoken. */
  readonly languages?: readonly string[]
}

/** Health data; only with the explicit consent of the person (agreement, article 8). */
export interface Health {
  /** Whether the person consents to this statement. */
  readonly consent: boolean
  /** State of health and care needed. */
  readonly statement?: string
  /** Latin name of a contagious disease. */
  readonly contagiousDisease?: string
}

/** A binary that travels beside the message: uploaded first, named here. */
export interface Attachment {
  /** SHA-256 of its bytes. */
  readonly digest: string
  /** Its length in bytes. */
  readonly size: number
  /** Its media type. */
  readonly mediaType: string
  /** What it is, for people. */
  readonly title?: string
}

/** One means of proof or of prima facie evidence (annex 5, block E; annexes 1 to 4). */
export interface Evidence {
  /** What it is. */
  readonly code: EvidenceCode
  /** Number of the document. */
  readonly number?: string
  /** Date of issue. */
  readonly issuedOn?: string
  /** Place of issue. */
  readonly issuedIn?: string
  /** Issuing authority. */
  readonly issuedBy?: string
  /** Last day of validity. */
  readonly expiresOn?: string
  /** Issuing state. */
  readonly country?: string
  /** What it shows. */
  readonly note?: string
  /** Copies. */
  readonly attachments?: readonly Attachment[]
}

/** When and where the person was apprehended; needed for the accelerated procedure (agreement, article 7). */
export interface Apprehension {
  /** When. */
  readonly at: string
  /** Where. */
  readonly place: string
}

/** The official who answers for the message; the signature of the message replaces stamp and handwriting. */
export interface Official {
  /** Name of the official. */
  readonly name: string
  /** Position. */
  readonly position?: string
  /** Telephone. */
  readonly phone?: string
  /** E-mail address. */
  readonly email?: string
}

/** Asks the requested state to readmit a person (annex 5). */
export interface ReadmissionApplication {
  /** Normal or accelerated procedure. */
  readonly procedure: ProcedureCode
  /** Why readmission is owed; decides evidence, limits and travel document. */
  readonly personCategory: PersonCategoryCode
  /** Case reference of the requesting authority. */
  readonly caseReference: string
  /** Date of the application. */
  readonly date: string
  /** Place where it was made. */
  readonly place?: string
  /** Requesting authority. */
  readonly requestingAuthority: Authority
  /** Requested authority. */
  readonly requestedAuthority: Authority
  /** Whether an interview by the mission of the requested state is asked for. */
  readonly interviewRequested: boolean
  /** The person (block A). */
  readonly subject: Person
  /** Spouse (block B). */
  readonly spouse?: FamilyMember
  /** Minor unmarried children (block C). */
  readonly children?: readonly FamilyMember[]
  /** State of health (block D.1). */
  readonly health?: Health
  /** Why the person is held to be particularly dangerous (block D.2). */
  readonly danger?: string
  /** Protection and security measures needed for the transfer. */
  readonly security?: string
  /** Evidence (block E). */
  readonly evidence?: readonly Evidence[]
  /** Third-country nationals and stateless persons: when the authority learned of the irregularity. */
  readonly dateOfKnowledge?: string
  /** Legal or factual obstacle that lasted beyond the limit for the application. */
  readonly obstacle?: string
  /** Accelerated procedure: the apprehension. */
  readonly apprehension?: Apprehension
  /** Observations (block F). */
  readonly observations?: string
  /** Official who makes the application. */
  readonly signatory: Official
}

/** Changes an application that is still open. A block that is here replaces the same block of the application; evidence is added to it. */
export interface ReadmissionApplicationUpdate {
  /** Case reference of the requesting authority. */
  readonly caseReference: string
  /** Why the application changes. */
  readonly reason: string
  /** Why readmission is owed. */
  readonly personCategory?: PersonCategoryCode
  /** The person (block A). */
  readonly subject?: Person
  /** Spouse (block B). */
  readonly spouse?: FamilyMember
  /** Minor unmarried children (block C). */
  readonly children?: readonly FamilyMember[]
  /** State of health (block D.1). */
  readonly health?: Health
  /** Why the person is held to be particularly dangerous (block D.2). */
  readonly danger?: string
  /** Protection and security measures needed for the transfer. */
  readonly security?: string
  /** Further evidence (block E). */
  readonly evidence?: readonly Evidence[]
  /** Third-country nationals and stateless persons: when the authority learned of the irregularity. */
  readonly dateOfKnowledge?: string
  /** Legal or factual obstacle that lasted beyond the limit for the application. */
  readonly obstacle?: string
  /** Accelerated procedure: the apprehension. */
  readonly apprehension?: Apprehension
  /** Observations (block F). */
  readonly observations?: string
  /** Official who makes the change. */
  readonly official: Official
}

/** Something that the application lacks. */
export interface MissingItem {
  /** What is missing. */
  readonly code: MissingItemCode
  /** The same in words. */
  readonly note?: string
}

/** Confirms that the message it answers was received and registered. */
export interface Acknowledgement {
  /** When it was received. */
  readonly receivedAt: string
  /** Number under which the requested authority registered the case. */
  readonly caseReference: string
  /** Whether it can be examined as it is. */
  readonly completeness: CompletenessCode
  /** What is missing, when incomplete. */
  readonly missing?: readonly MissingItem[]
  /** Authority in charge. */
  readonly authority?: Authority
  /** Official in charge. */
  readonly official?: Official
}

/** One question. */
export interface Question {
  /** Number, to which the answer refers. */
  readonly number: number
  /** What it is about. */
  readonly topic: QuestionTopicCode
  /** The question. */
  readonly text: string
}

/** Asks for information that a decision needs. */
export interface InformationRequest {
  /** Case reference of the asking authority. */
  readonly caseReference: string
  /** Questions. */
  readonly questions: readonly Question[]
  /** By when the answer is needed. */
  readonly answerBy?: string
  /** Observations. */
  readonly observations?: string
  /** Official who asks. */
  readonly official: Official
}

/** The answer to one question. */
export interface Answer {
  /** Number of the question. */
  readonly number: number
  /** The answer, or why there is none. */
  readonly text: string
  /** Documents that belong to the answer. */
  readonly attachments?: readonly Attachment[]
}

/** Answers an information request. */
export interface InformationResponse {
  /** Case reference of the answering authority. */
  readonly caseReference: string
  /** Answers. */
  readonly answers: readonly Answer[]
  /** Observations. */
  readonly observations?: string
  /** Official who answers. */
  readonly official: Official
}

/** Who is meant, in a case where the particulars are known already. */
export interface PersonBrief {
  /** Family name; the only name of a person who has but one. */
  readonly familyName: string
  /** Given names. */
  readonly givenNames?: string
  /** Father's name with oğlu or qızı; never part of the given names. */
  readonly patronymic?: string
  /** Family name before marriage. */
  readonly maidenName?: string
  /** Sex. */
  readonly sex?: SexCode
  /** Date of birth, as much of it as is known. */
  readonly birthDate?: string
  /** Place of birth, as it was called then or is called now. */
  readonly birthPlace?: string
  /** State of birth; SUN for the Soviet Union. */
  readonly birthCountry?: string
  /** Nationality. */
  readonly nationalities?: readonly string[]
  /** Personal identifiers. */
  readonly identifiers?: readonly Identifier[]
}

/** A document that the person holds. */
export interface Document {
  /** Kind of document. */
  readonly type: DocumentTypeCode
  /** Number of the document. */
  readonly number?: string
  /** Date of issue. */
  readonly issuedOn?: string
  /** Place of issue. */
  readonly issuedIn?: string
  /** Issuing authority. */
  readonly issuedBy?: string
  /** Last day of validity. */
  readonly expiresOn?: string
  /** Issuing state. */
  readonly country?: string
}

/** Asks a national agency to look a person up in its registers. */
export interface VerificationRequest {
  /** Case reference of the asking authority. */
  readonly caseReference: string
  /** Registers to be searched. */
  readonly registers: readonly RegisterCode[]
  /** The person, as far as the search needs it. */
  readonly subject: PersonBrief
  /** Documents to be checked. */
  readonly documents?: readonly Document[]
  /** Photograph to be compared. */
  readonly photo?: Photo
  /** What else is to be found out. */
  readonly question?: string
  /** By when the answer is needed. */
  readonly answerBy?: string
  /** Copies, fingerprints. */
  readonly attachments?: readonly Attachment[]
  /** Official who asks. */
  readonly official: Official
}

/** What one register says. */
export interface Finding {
  /** Register. */
  readonly register: RegisterCode
  /** Whether the person was found. */
  readonly verdict: VerdictCode
  /** The matching entry; needed with MATCH. */
  readonly person?: PersonBrief
  /** Documents in the register. */
  readonly documents?: readonly Document[]
  /** How sure the finding is. */
  readonly confidence?: ConfidenceCode
  /** The same in words. */
  readonly note?: string
}

/** Answers a verification request. */
export interface VerificationResult {
  /** Case reference of the asking authority. */
  readonly caseReference: string
  /** What was found, register by register. */
  readonly findings: readonly Finding[]
  /** Date of the search. */
  readonly searchedOn: string
  /** Observations. */
  readonly observations?: string
  /** Official who answers. */
  readonly official: Official
}

/** A time at which the person can be heard. */
export interface TimeSlot {
  /** Begin. */
  readonly from: string
  /** End. */
  readonly until: string
}

/** Asks for an interview to establish nationality. */
export interface InterviewRequest {
  /** Case reference of the asking authority. */
  readonly caseReference: string
  /** Mission that is asked. */
  readonly mission?: string
  /** The person. */
  readonly subject: PersonBrief
  /** How the interview should be held. */
  readonly mode: InterviewModeCode
  /** Name of the facility where the person stays. */
  readonly facility?: string
  /** Its address. */
  readonly place?: Address
  /** Languages in which the person can be heard. */
  readonly languages?: readonly string[]
  /** When the person can be heard. */
  readonly availability?: readonly TimeSlot[]
  /** Whom to ask about the arrangements. */
  readonly contact?: Official
  /** Observations. */
  readonly observations?: string
  /** Official who asks. */
  readonly official: Official
}

/** Announces an interview, or moves one. */
export interface InterviewSchedule {
  /** Case reference of the mission. */
  readonly caseReference: string
  /** Mission that answers. */
  readonly mission?: string
  /** The person. */
  readonly subject: PersonBrief
  /** When it begins. */
  readonly at: string
  /** How it is held. */
  readonly mode: InterviewModeCode
  /** Name of the place. */
  readonly facility?: string
  /** Its address. */
  readonly place?: Address
  /** How to join from afar. */
  readonly access?: string
  /** Languages of the interview. */
  readonly languages?: readonly string[]
  /** Who will hold it. */
  readonly interviewer?: Official
  /** Observations. */
  readonly observations?: string
  /** Official who arranges it. */
  readonly official: Official
}

/** Says what an interview has shown. */
export interface InterviewResult {
  /** Case reference of the mission. */
  readonly caseReference: string
  /** Mission that answers. */
  readonly mission?: string
  /** Outcome. */
  readonly outcome: InterviewOutcomeCode
  /** When it was held, or should have been. */
  readonly at: string
  /** How it was held. */
  readonly mode?: InterviewModeCode
  /** The person, as far as identity was established. */
  readonly subject: PersonBrief
  /** Languages that the person spoke. */
  readonly languages?: readonly string[]
  /** What speaks for and against. */
  readonly reasons?: string
  /** Record of the interview. */
  readonly attachments?: readonly Attachment[]
  /** Who held it. */
  readonly interviewer: Official
}

/** Announces that the reply will come later, and why. */
export interface TimeLimitExtension {
  /** Number under which the requested authority registered the case. */
  readonly caseReference: string
  /** Legal or factual obstacle. */
  readonly ground: ExtensionGroundCode
  /** Reasons. */
  readonly reasons: string
  /** Day on which the reply was due. */
  readonly dueOn?: string
  /** Day on which it will be due. */
  readonly newDueOn: string
  /** Authority in charge. */
  readonly authority?: Authority
  /** Official who extends the limit. */
  readonly official: Official
}

/** Why the application is refused. */
export interface RefusalGround {
  /** Ground. */
  readonly code: RefusalGroundCode
  /** Reasons. */
  readonly text: string
}

/** A border crossing point. */
export interface BorderPoint {
  /** Name. */
  readonly name: string
  /** IATA code, for airports. */
  readonly airport?: string
  /** State. */
  readonly country?: string
}

/** Approves or refuses the readmission. */
export interface ReadmissionReply {
  /** Number under which the requested authority registered the case. */
  readonly caseReference: string
  /** Case reference of the requesting authority. */
  readonly applicationReference?: string
  /** Decision. */
  readonly decision: DecisionCode
  /** Date of the decision. */
  readonly decidedOn: string
  /** The person. */
  readonly subject: PersonBrief
  /** Family members whom the decision covers. */
  readonly familyMembers?: readonly PersonBrief[]
  /** Grounds of the refusal, or of what the approval does not cover; a refusal has at least one. */
  readonly grounds?: readonly RefusalGround[]
  /** Document with which the person will travel. */
  readonly documentBasis?: DocumentBasisCode
  /** Border crossing point suggested. */
  readonly borderPoint?: BorderPoint
  /** Last day on which the approval can be used. */
  readonly validUntil?: string
  /** State of health, as far as the transfer must respect it. */
  readonly health?: Health
  /** Observations, e.g. on escorts. */
  readonly observations?: string
  /** Authority that decided. */
  readonly authority?: Authority
  /** Official who signs the decision. */
  readonly official: Official
}

/** What identifies the recipient's receipt. */
export interface NoticeReceipt {
  /** Id of the receipt. */
  readonly receiptId: string
  /** SHA-256 of the bytes that the recipient received. */
  readonly digest: string
  /** When the recipient took them over or refused them. */
  readonly at: string
}

/** States that no reply was accepted within the limit, so that the readmission is deemed approved. */
export interface DeemedApprovalNotice {
  /** Limit that ran out, as the rule set calls it, e.g. T5. */
  readonly limit: string
  /** Article of the agreement. */
  readonly article?: string
  /** When it began to run. */
  readonly startedAt: string
  /** When it ran out. */
  readonly dueAt: string
  /** When the hub found that nothing had come. */
  readonly silentAt: string
  /** Party that owed the reply. */
  readonly requestedParty: string
  /** Proof that the application reached it. */
  readonly receipt: NoticeReceipt
  /** Time-limit extensions that were counted. */
  readonly extensions?: readonly string[]
}

/** One person who needs a travel document. */
export interface DocumentApplicant {
  /** The person. */
  readonly person: PersonBrief
  /** Photograph for the document. */
  readonly photo?: Photo
  /** Documents that the person holds. */
  readonly documents?: readonly Document[]
}

/** Asks for travel documents after an approval. */
export interface TravelDocumentRequest {
  /** Case reference of the requesting authority. */
  readonly caseReference: string
  /** Mission that is asked. */
  readonly mission?: string
  /** Number under which the requested authority registered the case. */
  readonly replyReference?: string
  /** Persons. */
  readonly applicants: readonly DocumentApplicant[]
  /** Planned date of the transfer. */
  readonly transferOn?: string
  /** Where the documents are to be sent. */
  readonly deliverTo?: Address
  /** Copies. */
  readonly attachments?: readonly Attachment[]
  /** Observations. */
  readonly observations?: string
  /** Official who asks. */
  readonly official: Official
}

/** One travel document. */
export interface IssuedDocument {
  /** Whom it is for. */
  readonly holder: PersonBrief
  /** Kind of document. */
  readonly type: DocumentTypeCode
  /** Number of the document. */
  readonly number: string
  /** Date of issue. */
  readonly issuedOn: string
  /** Place of issue. */
  readonly issuedIn?: string
  /** Issuing authority. */
  readonly issuedBy?: string
  /** Last day of validity. */
  readonly expiresOn: string
  /** Issuing state. */
  readonly country?: string
}

/** Says which travel documents were issued. */
export interface TravelDocumentIssued {
  /** Case reference of the mission. */
  readonly caseReference: string
  /** Mission that answers. */
  readonly mission?: string
  /** Documents. */
  readonly documents: readonly IssuedDocument[]
  /** How they reach the requesting authority. */
  readonly handover?: string
  /** Copies. */
  readonly attachments?: readonly Attachment[]
  /** Observations. */
  readonly observations?: string
  /** Mission. */
  readonly authority?: Authority
  /** Official who issued them. */
  readonly official: Official
}

/** Why no travel document is issued. */
export interface TravelDocumentRefusalGround {
  /** Ground. */
  readonly code: TravelDocumentRefusalCode
  /** Reasons. */
  readonly text: string
}

/** Says that travel documents were not issued. */
export interface TravelDocumentRefused {
  /** Case reference of the mission. */
  readonly caseReference: string
  /** Mission that answers. */
  readonly mission?: string
  /** Persons concerned. */
  readonly persons: readonly PersonBrief[]
  /** Grounds. */
  readonly grounds: readonly TravelDocumentRefusalGround[]
  /** Observations. */
  readonly observations?: string
  /** Mission. */
  readonly authority?: Authority
  /** Official who decided. */
  readonly official: Official
}

/** Asks to issue a travel document anew. */
export interface TravelDocumentRenewal {
  /** Case reference of the requesting authority. */
  readonly caseReference: string
  /** Mission that is asked. */
  readonly mission?: string
  /** Whom it is for. */
  readonly holder: PersonBrief
  /** The document to be replaced. */
  readonly document: Document
  /** Why. */
  readonly reason: RenewalReasonCode
  /** Planned date of the transfer. */
  readonly transferOn?: string
  /** Observations. */
  readonly observations?: string
  /** Official who asks. */
  readonly official: Official
}

/** One person to be transferred. */
export interface Traveller {
  /** The person. */
  readonly person: PersonBrief
  /** Documents that the person carries. */
  readonly documents?: readonly Document[]
  /** State of health and care needed on the way. */
  readonly health?: Health
  /** Protection and security measures needed. */
  readonly security?: string
}

/** One escort; unarmed and in plain clothes. */
export interface Escort {
  /** Family name. */
  readonly familyName: string
  /** Given names. */
  readonly givenNames?: string
  /** Role. */
  readonly role: EscortRoleCode
  /** Travel document or service card. */
  readonly document?: Document
}

/** Announces a transfer. */
export interface TransferNotification {
  /** Case reference of the requesting authority. */
  readonly caseReference: string
  /** Number under which the requested authority registered the case. */
  readonly replyReference?: string
  /** Persons to be transferred. */
  readonly travellers: readonly Traveller[]
  /** Planned arrival at the border crossing point. */
  readonly arrivalAt: string
  /** Border crossing point of arrival. */
  readonly borderPoint: BorderPoint
  /** Mode of transport. */
  readonly mode: TransportModeCode
  /** Planned departure. */
  readonly departureAt?: string
  /** Border crossing point of departure. */
  readonly departurePoint?: BorderPoint
  /** Flight number. */
  readonly flight?: string
  /** Registration of the vehicle or name of the ship. */
  readonly vehicle?: string
  /** Escorts. */
  readonly escorts?: readonly Escort[]
  /** Annexes. */
  readonly annexes?: readonly Attachment[]
  /** Observations. */
  readonly observations?: string
  /** Official who announces the transfer. */
  readonly official: Official
}

/** Why the transfer cannot take place as announced. */
export interface Objection {
  /** Reason. */
  readonly reason: ObjectionReasonCode
  /** The same in words. */
  readonly text: string
  /** When it could take place. */
  readonly alternativeAt?: string
  /** Where it could take place. */
  readonly alternativePoint?: BorderPoint
}

/** Agrees to a transfer as announced, or objects. */
export interface TransferNotificationResponse {
  /** Number under which the requested authority registered the case. */
  readonly caseReference: string
  /** Answer. */
  readonly answer: TransferAnswerCode
  /** The objection; needed with OBJECTION. */
  readonly objection?: Objection
  /** Observations, e.g. on the hand-over. */
  readonly observations?: string
  /** Official who answers. */
  readonly official: Official
}

/** Changes a transfer. What is here replaces what was announced. */
export interface TransferUpdate {
  /** Case reference of the requesting authority. */
  readonly caseReference: string
  /** Why it changes. */
  readonly reason: string
  /** Persons to be transferred. */
  readonly travellers?: readonly Traveller[]
  /** Planned arrival at the border crossing point. */
  readonly arrivalAt?: string
  /** Border crossing point of arrival. */
  readonly borderPoint?: BorderPoint
  /** Mode of transport. */
  readonly mode?: TransportModeCode
  /** Planned departure. */
  readonly departureAt?: string
  /** Border crossing point of departure. */
  readonly departurePoint?: BorderPoint
  /** Flight number. */
  readonly flight?: string
  /** Registration of the vehicle or name of the ship. */
  readonly vehicle?: string
  /** Escorts. */
  readonly escorts?: readonly Escort[]
  /** Annexes. */
  readonly annexes?: readonly Attachment[]
  /** Observations. */
  readonly observations?: string
  /** Official who changes the transfer. */
  readonly official: Official
}

/** Cancels a transfer. The approval stands. */
export interface TransferCancellation {
  /** Case reference of the requesting authority. */
  readonly caseReference: string
  /** Why. */
  readonly reason: CancellationReasonCode
  /** The same in words. */
  readonly text?: string
  /** Whether another transfer will be announced. */
  readonly newTransferPlanned?: boolean
  /** Official who cancels the transfer. */
  readonly official: Official
}

/** Announces the transfer of persons with valid travel documents. */
export interface DirectTransferNotice {
  /** Case reference of the requesting authority. */
  readonly caseReference: string
  /** Why readmission is owed; decides which documents are needed. */
  readonly personCategory: PersonCategoryCode
  /** Requesting authority. */
  readonly requestingAuthority?: Authority
  /** Persons to be transferred. */
  readonly travellers: readonly Traveller[]
  /** Planned arrival at the border crossing point. */
  readonly arrivalAt: string
  /** Border crossing point of arrival. */
  readonly borderPoint: BorderPoint
  /** Mode of transport. */
  readonly mode: TransportModeCode
  /** Planned departure. */
  readonly departureAt?: string
  /** Border crossing point of departure. */
  readonly departurePoint?: BorderPoint
  /** Flight number. */
  readonly flight?: string
  /** Registration of the vehicle or name of the ship. */
  readonly vehicle?: string
  /** Escorts. */
  readonly escorts?: readonly Escort[]
  /** Copies of the documents. */
  readonly annexes?: readonly Attachment[]
  /** Observations. */
  readonly observations?: string
  /** Official who announces the transfer. */
  readonly official: Official
}

/** Says whether the persons announced have arrived. */
export interface ArrivalConfirmation {
  /** Number under which the requested authority registered the case. */
  readonly caseReference: string
  /** Outcome. */
  readonly outcome: ArrivalOutcomeCode
  /** What led to it; needed when the persons were not taken over. */
  readonly reason?: string
  /** When it was established. */
  readonly at: string
  /** Border crossing point. */
  readonly borderPoint: BorderPoint
  /** Persons concerned. */
  readonly persons: readonly PersonBrief[]
  /** Observations. */
  readonly observations?: string
  /** Official who took over. */
  readonly official: Official
}

/** Why the person was readmitted in error. */
export interface ErrorGround {
  /** Ground. */
  readonly code: ErrorGroundCode
  /** Reasons. */
  readonly text: string
}

/** Asks the requesting state to take persons back. */
export interface ReadmissionInErrorClaim {
  /** Number under which the requested authority registered the case. */
  readonly caseReference: string
  /** Date of the transfer. */
  readonly transferredOn: string
  /** Persons, with all that is known of their identity and nationality. */
  readonly persons: readonly PersonBrief[]
  /** Grounds. */
  readonly grounds: readonly ErrorGround[]
  /** What shows it. */
  readonly attachments?: readonly Attachment[]
  /** Proposed date of the return. */
  readonly returnOn?: string
  /** Proposed border crossing point. */
  readonly borderPoint?: BorderPoint
  /** Observations. */
  readonly observations?: string
  /** Authority in charge. */
  readonly authority?: Authority
  /** Official who makes the claim. */
  readonly official: Official
}

/** Why a claim is refused. */
export interface ErrorReplyGround {
  /** Ground. */
  readonly code: ErrorReplyGroundCode
  /** Reasons. */
  readonly text: string
}

/** Accepts or refuses a claim of readmission in error. */
export interface ReadmissionInErrorReply {
  /** Case reference of the requesting authority. */
  readonly caseReference: string
  /** Decision. */
  readonly decision: DecisionCode
  /** Date of the decision. */
  readonly decidedOn: string
  /** Grounds of the refusal; it has at least one. */
  readonly grounds?: readonly ErrorReplyGround[]
  /** Date of the return; needed with an approval. */
  readonly returnOn?: string
  /** Border crossing point of the return. */
  readonly borderPoint?: BorderPoint
  /** Observations. */
  readonly observations?: string
  /** Official who signs the decision. */
  readonly official: Official
}

/** Asks to let a person pass through on the way to another state (annex 6). */
export interface TransitApplication {
  /** Case reference of the requesting authority. */
  readonly caseReference: string
  /** Date of the application. */
  readonly date: string
  /** Place where it was made. */
  readonly place?: string
  /** Requesting authority. */
  readonly requestingAuthority: Authority
  /** Requested authority. */
  readonly requestedAuthority: Authority
  /** The person (block A). */
  readonly subject: Person
  /** Travel document (block A.7). */
  readonly document: Document
  /** Type of transit (block B.1). */
  readonly mode: TransportModeCode
  /** State of final destination (block B.2). */
  readonly destination: string
  /** Possible other states of transit (block B.3). */
  readonly transitStates?: readonly string[]
  /** Proposed border crossing point of entry (block B.4). */
  readonly borderPoint: BorderPoint
  /** Proposed time of entry. */
  readonly arrivalAt: string
  /** Proposed border crossing point of exit. */
  readonly exitPoint?: BorderPoint
  /** Proposed time of exit. */
  readonly departureAt?: string
  /** Flight number. */
  readonly flight?: string
  /** Escorts. */
  readonly escorts?: readonly Escort[]
  /** Whether admission in the state of destination and in further states of transit is guaranteed (block B.5). */
  readonly admissionGuaranteed: boolean
  /** Whether a ground for refusing transit is known (block B.6). */
  readonly refusalGroundKnown: boolean
  /** Observations (block C). */
  readonly observations?: string
  /** Official who makes the application. */
  readonly signatory: Official
}

/** Why transit is refused, or consent to it revoked. */
export interface TransitGround {
  /** Ground. */
  readonly code: TransitRefusalCode
  /** Reasons. */
  readonly text: string
}

/** Approves or refuses transit. */
export interface TransitReply {
  /** Number under which the requested authority registered the case. */
  readonly caseReference: string
  /** Case reference of the requesting authority. */
  readonly applicationReference?: string
  /** Decision. */
  readonly decision: DecisionCode
  /** Date of the decision. */
  readonly decidedOn: string
  /** The person. */
  readonly subject: PersonBrief
  /** Grounds of the refusal; it has at least one. */
  readonly grounds?: readonly TransitGround[]
  /** Border crossing point of entry; needed with an approval. */
  readonly borderPoint?: BorderPoint
  /** Time of entry; needed with an approval. */
  readonly arrivalAt?: string
  /** Support that is offered on the way. */
  readonly support?: string
  /** Last day on which the approval can be used. */
  readonly validUntil?: string
  /** Observations. */
  readonly observations?: string
  /** Authority that decided. */
  readonly authority?: Authority
  /** Official who signs the decision. */
  readonly official: Official
}

/** Revokes a consent to transit. */
export interface TransitRevocation {
  /** Number under which the requested authority registered the case. */
  readonly caseReference: string
  /** Date of the revocation. */
  readonly revokedOn: string
  /** The person. */
  readonly subject?: PersonBrief
  /** Grounds. */
  readonly grounds: readonly TransitGround[]
  /** Where the person is to be taken back, when already on the way. */
  readonly borderPoint?: BorderPoint
  /** Observations. */
  readonly observations?: string
  /** Official who revokes the consent. */
  readonly official: Official
}

/** Withdraws an application. */
export interface CaseWithdrawal {
  /** Case reference of the requesting authority. */
  readonly caseReference: string
  /** Why. */
  readonly reason: CaseEndReasonCode
  /** The same in words. */
  readonly text?: string
  /** Since when the reason exists. */
  readonly since?: string
  /** Official who withdraws it. */
  readonly official: Official
}

/** Closes a case. */
export interface CaseClosure {
  /** Case reference of the closing authority. */
  readonly caseReference: string
  /** Why. */
  readonly reason: CaseEndReasonCode
  /** The same in words. */
  readonly text?: string
  /** Date of the closure. */
  readonly closedOn: string
  /** Official who closes it. */
  readonly official: Official
}

/** One item of an invoice. */
export interface CostItem {
  /** What it was for. */
  readonly kind: CostKindCode
  /** The same in words. */
  readonly text?: string
  /** Amount, in the currency of the claim. */
  readonly amount: string
}

/** Claims costs of a transfer, a transit or a return. */
export interface CostClaim {
  /** Case reference of the claiming authority. */
  readonly caseReference: string
  /** Number of the invoice. */
  readonly invoice: string
  /** Date of the invoice. */
  readonly date: string
  /** Items. */
  readonly items: readonly CostItem[]
  /** Sum of the items. */
  readonly total: string
  /** Currency. */
  readonly currency: string
  /** Where to pay. */
  readonly account?: string
  /** When payment is due. */
  readonly payBy?: string
  /** Invoice and vouchers. */
  readonly attachments?: readonly Attachment[]
  /** Observations. */
  readonly observations?: string
  /** Authority that claims. */
  readonly authority?: Authority
  /** Official who claims. */
  readonly official: Official
}

/** What was paid. */
export interface Payment {
  /** Amount. */
  readonly amount: string
  /** Currency. */
  readonly currency: string
  /** Date of the payment. */
  readonly on: string
  /** Reference of the payment. */
  readonly reference?: string
}

/** Settles or disputes a claim for costs. */
export interface CostSettlement {
  /** Case reference of the paying authority. */
  readonly caseReference: string
  /** Number of the invoice. */
  readonly invoice: string
  /** What becomes of the claim. */
  readonly outcome: SettlementCode
  /** The payment; needed when anything was paid. */
  readonly payment?: Payment
  /** Why not everything was paid. */
  readonly reasons?: string
  /** Official who settles the claim. */
  readonly official: Official
}

/** One element that is wrong. A digest is the SHA-256 of the nonce of the message that carries the value, a line feed and the value. */
export interface DataCorrection {
  /** Message that carries it. */
  readonly messageId: string
  /** Where it stands there, as JSON Pointer into the canonical message. */
  readonly path: string
  /** Digest of the wrong value. */
  readonly oldDigest?: string
  /** Message that carries the right value. */
  readonly correctedBy?: string
  /** Digest of the right value. */
  readonly newDigest?: string
}

/** Tells of data that were wrong. Repeats none of them. */
export interface DataCorrectionNotice {
  /** Case reference of the authority that corrects. */
  readonly caseReference?: string
  /** Why. */
  readonly reason: DataReasonCode
  /** The same in words, without the data themselves. */
  readonly text?: string
  /** What is wrong. */
  readonly corrections: readonly DataCorrection[]
  /** Date of the correction. */
  readonly correctedOn: string
  /** Official who answers for it. */
  readonly official: Official
}

/** What is erased or blocked: a message, or one element of it. */
export interface ErasedData {
  /** Message that carried it. */
  readonly messageId: string
  /** Where it stood there, as JSON Pointer into the canonical message; absent for the whole message. */
  readonly path?: string
}

/** Tells of data that were erased or blocked. Repeats none of them. */
export interface DataErasureNotice {
  /** Case reference of the authority that erases. */
  readonly caseReference?: string
  /** Whether they were erased or blocked. */
  readonly action: ErasureCode
  /** Why. */
  readonly reason: DataReasonCode
  /** The same in words, without the data themselves. */
  readonly text?: string
  /** What is erased or blocked. */
  readonly items: readonly ErasedData[]
  /** Date of the erasure. */
  readonly on: string
  /** Official who answers for it. */
  readonly official: Official
}

/** To whom data were passed on. */
export interface OnwardTransfer {
  /** Authority that received them. */
  readonly recipient: string
  /** Its state. */
  readonly country?: string
  /** Whether the state that sent the data consented before. */
  readonly consent: boolean
}

/** One use of data. */
export interface DataUse {
  /** What for. */
  readonly purpose: string
  /** Authority that used them. */
  readonly authority: string
  /** When. */
  readonly on: string
  /** With what result. */
  readonly result?: string
  /** To whom they were passed on. */
  readonly onward?: OnwardTransfer
}

/** Reports the use of data that were received. */
export interface DataUseReport {
  /** Case reference of the reporting authority. */
  readonly caseReference?: string
  /** Messages that carried the data; absent for all of the case. */
  readonly messages?: readonly string[]
  /** What was done with them. */
  readonly uses: readonly DataUse[]
  /** Official who reports. */
  readonly official: Official
}

/** One competent authority. */
export interface Contact {
  /** What changes. */
  readonly change: ChangeCode
  /** What it is competent for. */
  readonly roles: readonly AuthorityRoleCode[]
  /** The authority. */
  readonly authority: Authority
  /** Party through which it exchanges messages. */
  readonly party?: string
}

/** Changes the list of competent authorities. */
export interface ContactListUpdate {
  /** First day on which it holds. */
  readonly validFrom: string
  /** What changes. */
  readonly contacts: readonly Contact[]
  /** Observations. */
  readonly observations?: string
  /** Official who answers for it. */
  readonly official: Official
}

/** One border crossing point of the list. */
export interface ListedBorderPoint {
  /** What changes. */
  readonly change: ChangeCode
  /** The border crossing point. */
  readonly point: BorderPoint
  /** How persons can arrive there. */
  readonly modes: readonly TransportModeCode[]
  /** When persons can be handed over. */
  readonly hours?: string
  /** Authority on the spot. */
  readonly authority?: Authority
}

/** Changes the list of border crossing points. */
export interface BorderPointUpdate {
  /** First day on which it holds. */
  readonly validFrom: string
  /** What changes. */
  readonly points: readonly ListedBorderPoint[]
  /** Observations. */
  readonly observations?: string
  /** Official who answers for it. */
  readonly official: Official
}

/** How often something happened. What is absent was not told apart. */
export interface Figure {
  /** What is counted. */
  readonly measure: MeasureCode
  /** Requesting state. */
  readonly requesting?: string
  /** Requested state. */
  readonly requested?: string
  /** Category of persons. */
  readonly category?: PersonCategoryCode
  /** Month, YYYY-MM. */
  readonly month?: string
  /** How long the reply took. */
  readonly replyTime?: ReplyTimeCode
  /** The figure. */
  readonly count?: number
  /** Whether it is so small that it would point to persons, and therefore left out. */
  readonly suppressed: boolean
}

/** Figures on readmission within a period. */
export interface StatisticsReport {
  /** First day of the period. */
  readonly from: string
  /** Last day of the period. */
  readonly until: string
  /** Day on which the figures were compiled. */
  readonly compiledOn: string
  /** Authority that answers for them. */
  readonly authority: Authority
  /** The figures. */
  readonly figures: readonly Figure[]
  /** How to read them. */
  readonly observations?: string
}

/** How to reach the person. */
export interface PersonContact {
  /** Telephone. */
  readonly phone?: string
  /** E-mail address. */
  readonly email?: string
  /** Address. */
  readonly address?: Address
  /** Whether the person may be contacted directly. */
  readonly reachable: boolean
}

/** Refers a returned person to reintegration support. Opens a conversation of its own, so that the coordinator sees nothing of the readmission case. */
export interface ReintegrationReferral {
  /** Reference of the referring authority. */
  readonly reference: string
  /** The person. */
  readonly subject: PersonBrief
  /** Whether the person consents to the referral. */
  readonly consent: boolean
  /** Date of the consent. */
  readonly consentOn: string
  /** What support is needed with. */
  readonly needs: readonly NeedCode[]
  /** Languages spoken. */
  readonly languages?: readonly string[]
  /** How many family members returned with the person. */
  readonly familyMembers?: number
  /** Date of the return. */
  readonly returnedOn?: string
  /** How to reach the person. */
  readonly contact?: PersonContact
  /** State of health, as far as support needs it. */
  readonly health?: Health
  /** Programme that pays for the support. */
  readonly programme?: string
  /** Observations. */
  readonly observations?: string
  /** Official who refers the person. */
  readonly official: Official
}

/** Says what became of a delivery. */
export interface DeliveryNotice {
  /** What happened. */
  readonly event: NoticeEventCode
  /** Id of the delivery. */
  readonly deliveryId: string
  /** Recipient of the delivery. */
  readonly party: string
  /** When it happened. */
  readonly at: string
  /** The receipt of the recipient, where there is one. */
  readonly receipt?: NoticeReceipt
  /** Why it failed. */
  readonly code?: string
}

/** Why a party refuses a message. */
export interface RefusalReason {
  /** Code of the refusal. */
  readonly code: string
  /** The same in words; no values of the message. */
  readonly detail?: string
}

/** A rule that the message does not keep, although it is accepted. */
export interface Flag {
  /** Name of the rule. */
  readonly rule: string
  /** JSON Pointer or XPath into the sender's own bytes. */
  readonly path: string
}

/** A signed statement about the exact bytes of a message. */
export interface Receipt {
  /** Id of the receipt. */
  readonly receiptId: string
  /** Id of the message. */
  readonly messageId: string
  /** Id of the case. */
  readonly conversationId: string
  /** Id of the delivery, in the receipt of a recipient. */
  readonly deliveryId?: string
  /** SHA-256 of the exact bytes; for detached JSON, of the body. */
  readonly digest: string
  /** SHA-256 of the signature that stood beside the bytes. */
  readonly signatureDigest?: string
  /** contentDigest of the message; left out only by a party whose format has no place for it. */
  readonly contentDigest?: string
  /** What happened. */
  readonly event: ReceiptEventCode
  /** With ConsignmentRejection: why. */
  readonly reason?: RefusalReason
  /** When it happened. */
  readonly at: string
  /** Who states it. */
  readonly by: string
  /** JSON Pointers of the fields that the format of a recipient cannot carry. */
  readonly notCarried?: readonly string[]
  /** What rules have flagged, in the receipt of the hub. */
  readonly flagged?: readonly Flag[]
}

/** One fault. Never repeats a value of the message. */
export interface Issue {
  /** Rule that was broken. */
  readonly rule: string
  /** JSON Pointer or XPath into the sender's own bytes; absent for the whole document. */
  readonly path?: string
  /** What was expected. */
  readonly expected: string
  /** What to do. */
  readonly hint?: string
}

/** Why something was refused or failed. */
export interface Problem {
  /** urn:korpu:problem:<CODE>. */
  readonly type: string
  /** What it is, in words. */
  readonly title: string
  /** HTTP status. */
  readonly status: number
  /** Stable code to branch on. */
  readonly code: string
  /** About this occurrence. */
  readonly detail?: string
  /** Id of the request. */
  readonly instance: string
  /** Where on its way the message was refused. */
  readonly stage?: string
  /** Every fault that was found. */
  readonly issues?: readonly Issue[]
}

export interface BodyByType {
  readonly 'readmission-application': ReadmissionApplication
  readonly 'readmission-application-update': ReadmissionApplicationUpdate
  readonly 'acknowledgement': Acknowledgement
  readonly 'information-request': InformationRequest
  readonly 'information-response': InformationResponse
  readonly 'verification-request': VerificationRequest
  readonly 'verification-result': VerificationResult
  readonly 'interview-request': InterviewRequest
  readonly 'interview-schedule': InterviewSchedule
  readonly 'interview-result': InterviewResult
  readonly 'time-limit-extension': TimeLimitExtension
  readonly 'readmission-reply': ReadmissionReply
  readonly 'deemed-approval-notice': DeemedApprovalNotice
  readonly 'travel-document-request': TravelDocumentRequest
  readonly 'travel-document-issued': TravelDocumentIssued
  readonly 'travel-document-refused': TravelDocumentRefused
  readonly 'travel-document-renewal': TravelDocumentRenewal
  readonly 'transfer-notification': TransferNotification
  readonly 'transfer-notification-response': TransferNotificationResponse
  readonly 'transfer-update': TransferUpdate
  readonly 'transfer-cancellation': TransferCancellation
  readonly 'direct-transfer-notice': DirectTransferNotice
  readonly 'arrival-confirmation': ArrivalConfirmation
  readonly 'readmission-in-error-claim': ReadmissionInErrorClaim
  readonly 'readmission-in-error-reply': ReadmissionInErrorReply
  readonly 'transit-application': TransitApplication
  readonly 'transit-reply': TransitReply
  readonly 'transit-revocation': TransitRevocation
  readonly 'case-withdrawal': CaseWithdrawal
  readonly 'case-closure': CaseClosure
  readonly 'cost-claim': CostClaim
  readonly 'cost-settlement': CostSettlement
  readonly 'data-correction-notice': DataCorrectionNotice
  readonly 'data-erasure-notice': DataErasureNotice
  readonly 'data-use-report': DataUseReport
  readonly 'contact-list-update': ContactListUpdate
  readonly 'border-point-update': BorderPointUpdate
  readonly 'statistics-report': StatisticsReport
  readonly 'reintegration-referral': ReintegrationReferral
  readonly 'delivery-notice': DeliveryNotice
}

/** Header and body in canonical form. */
export interface MessageOf<T extends MessageType> {
  readonly header: Header & { readonly type: T }
  readonly body: BodyByType[T]
}

export type Body = BodyByType[MessageType]

/** Any message; `header.type` says which body it has. */
export interface Message {
  readonly header: Header
  readonly body: Body
}
