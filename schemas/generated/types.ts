// Written by `npm run generate` from schemas/model/. Do not edit: change the model.

/** Outcome of a transfer. */
export type ArrivalOutcomeCode =
  | 'ARRIVED'
  | 'NO_SHOW'
  | 'REFUSED_ENTRY'

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

/** Kind of business message. */
export type MessageType =
  | 'readmission-application'
  | 'acknowledgement'
  | 'information-request'
  | 'information-response'
  | 'readmission-reply'
  | 'transfer-notification'
  | 'arrival-confirmation'
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

/** What became of a delivery (events of ETSI EN 319 522-1). */
export type NoticeEventCode =
  | 'ContentHandover'
  | 'ConsignmentRejection'
  | 'ContentHandoverFailure'
  | 'ContentConsignmentFailure'

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

/** Sex, as in the visual zone of travel documents (ICAO Doc 9303). */
export type SexCode =
  | 'F'
  | 'M'
  | 'X'

/** Mode of transport. */
export type TransportModeCode =
  | 'AIR'
  | 'LAND'
  | 'SEA'

/** Version of the message standard. */
export type VersionCode =
  | '1.0'

/** The routing head. The hub changes none of it when it forwards. */
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

/** What identifies the recipient's receipt. */
export interface NoticeReceipt {
  /** Id of the receipt. */
  readonly receiptId: string
  /** SHA-256 of the bytes that the recipient received. */
  readonly digest: string
  /** When the recipient took them over or refused them. */
  readonly at: string
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
  readonly 'acknowledgement': Acknowledgement
  readonly 'information-request': InformationRequest
  readonly 'information-response': InformationResponse
  readonly 'readmission-reply': ReadmissionReply
  readonly 'transfer-notification': TransferNotification
  readonly 'arrival-confirmation': ArrivalConfirmation
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
