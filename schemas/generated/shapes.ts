// Written by `npm run generate` from schemas/model/. Do not edit: change the model.
import type { RecordShape } from '#schemas/shape.ts'
import type { MessageType } from './types.ts'

const Header: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'messageId', element: 'MessageId', required: true, shape: { kind: 'text', type: 'Uuid' } },
    { name: 'conversationId', element: 'ConversationId', required: true, shape: { kind: 'text', type: 'Uuid' } },
    { name: 'inReplyTo', element: 'InReplyTo', required: false, shape: { kind: 'text', type: 'Uuid' } },
    { name: 'from', element: 'From', required: true, shape: { kind: 'text', type: 'Party' } },
    { name: 'to', element: 'To', required: true, shape: { kind: 'text', type: 'Party' } },
    { name: 'copyTo', element: 'CopyTo', required: false, shape: { kind: 'list', item: 'Party', shape: { kind: 'text', type: 'Party' } } },
    { name: 'type', element: 'Type', required: true, shape: { kind: 'text', type: 'MessageType' } },
    { name: 'version', element: 'Version', required: true, shape: { kind: 'text', type: 'VersionCode' } },
    { name: 'agreement', element: 'Agreement', required: true, shape: { kind: 'text', type: 'RuleSet' } },
    { name: 'createdAt', element: 'CreatedAt', required: true, shape: { kind: 'text', type: 'DateTime' } },
    { name: 'expiresAt', element: 'ExpiresAt', required: false, shape: { kind: 'text', type: 'DateTime' } },
    { name: 'nonce', element: 'Nonce', required: true, shape: { kind: 'text', type: 'Nonce' } },
    { name: 'contentDigest', element: 'ContentDigest', required: false, shape: { kind: 'text', type: 'Digest' } },
  ],
}

const Address: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'street', element: 'Street', required: false, shape: { kind: 'text', type: 'Text200' } },
    { name: 'locality', element: 'Locality', required: true, shape: { kind: 'text', type: 'Text100' } },
    { name: 'region', element: 'Region', required: false, shape: { kind: 'text', type: 'Text100' } },
    { name: 'postalCode', element: 'PostalCode', required: false, shape: { kind: 'text', type: 'Text20' } },
    { name: 'country', element: 'Country', required: false, shape: { kind: 'text', type: 'CountryCode' } },
  ],
}

const Authority: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'name', element: 'Name', required: true, shape: { kind: 'text', type: 'Text200' } },
    { name: 'unit', element: 'Unit', required: false, shape: { kind: 'text', type: 'Text200' } },
    { name: 'phone', element: 'Phone', required: false, shape: { kind: 'text', type: 'Phone' } },
    { name: 'fax', element: 'Fax', required: false, shape: { kind: 'text', type: 'Phone' } },
    { name: 'email', element: 'Email', required: false, shape: { kind: 'text', type: 'Email' } },
    { name: 'address', element: 'Address', required: false, shape: Address },
  ],
}

const NameForm: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'familyName', element: 'FamilyName', required: true, shape: { kind: 'text', type: 'Text100' } },
    { name: 'givenNames', element: 'GivenNames', required: false, shape: { kind: 'text', type: 'Text100' } },
    { name: 'patronymic', element: 'Patronymic', required: false, shape: { kind: 'text', type: 'Text100' } },
  ],
}

const Identifier: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'type', element: 'Type', required: true, shape: { kind: 'text', type: 'IdentifierTypeCode' } },
    { name: 'value', element: 'Value', required: true, shape: { kind: 'text', type: 'Text40' } },
    { name: 'country', element: 'Country', required: true, shape: { kind: 'text', type: 'CountryCode' } },
  ],
}

const Photo: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'mediaType', element: 'MediaType', required: true, shape: { kind: 'text', type: 'PhotoMediaTypeCode' } },
    { name: 'content', element: 'Content', required: true, shape: { kind: 'text', type: 'Blob256KiB' } },
  ],
}

const Person: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'familyName', element: 'FamilyName', required: true, shape: { kind: 'text', type: 'Text100' } },
    { name: 'givenNames', element: 'GivenNames', required: false, shape: { kind: 'text', type: 'Text100' } },
    { name: 'patronymic', element: 'Patronymic', required: false, shape: { kind: 'text', type: 'Text100' } },
    { name: 'maidenName', element: 'MaidenName', required: false, shape: { kind: 'text', type: 'Text100' } },
    { name: 'sourceScriptName', element: 'SourceScriptName', required: false, shape: NameForm },
    { name: 'printedName', element: 'PrintedName', required: false, shape: NameForm },
    { name: 'mrzName', element: 'MrzName', required: false, shape: { kind: 'text', type: 'MrzName' } },
    { name: 'aliases', element: 'Aliases', required: false, shape: { kind: 'list', item: 'Alias', shape: NameForm } },
    { name: 'sex', element: 'Sex', required: false, shape: { kind: 'text', type: 'SexCode' } },
    { name: 'birthDate', element: 'BirthDate', required: false, shape: { kind: 'text', type: 'PartialDate' } },
    { name: 'birthPlace', element: 'BirthPlace', required: false, shape: { kind: 'text', type: 'Text100' } },
    { name: 'birthCountry', element: 'BirthCountry', required: false, shape: { kind: 'text', type: 'CountryCode' } },
    { name: 'heightCm', element: 'HeightCm', required: false, shape: { kind: 'integer', type: 'Integer3' } },
    { name: 'eyeColour', element: 'EyeColour', required: false, shape: { kind: 'text', type: 'EyeColourCode' } },
    { name: 'distinguishingMarks', element: 'DistinguishingMarks', required: false, shape: { kind: 'text', type: 'Text500' } },
    { name: 'nationalities', element: 'Nationalities', required: true, shape: { kind: 'list', item: 'Nationality', shape: { kind: 'text', type: 'CountryCode' } } },
    { name: 'formerNationalities', element: 'FormerNationalities', required: false, shape: { kind: 'list', item: 'Nationality', shape: { kind: 'text', type: 'CountryCode' } } },
    { name: 'languages', element: 'Languages', required: false, shape: { kind: 'list', item: 'Language', shape: { kind: 'text', type: 'Language' } } },
    { name: 'civilStatus', element: 'CivilStatus', required: false, shape: { kind: 'text', type: 'CivilStatusCode' } },
    { name: 'lastAddress', element: 'LastAddress', required: false, shape: Address },
    { name: 'identifiers', element: 'Identifiers', required: false, shape: { kind: 'list', item: 'Identifier', shape: Identifier } },
    { name: 'photo', element: 'Photo', required: false, shape: Photo },
  ],
}

const FamilyMember: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'familyName', element: 'FamilyName', required: true, shape: { kind: 'text', type: 'Text100' } },
    { name: 'givenNames', element: 'GivenNames', required: false, shape: { kind: 'text', type: 'Text100' } },
    { name: 'patronymic', element: 'Patronymic', required: false, shape: { kind: 'text', type: 'Text100' } },
    { name: 'maidenName', element: 'MaidenName', required: false, shape: { kind: 'text', type: 'Text100' } },
    { name: 'aliases', element: 'Aliases', required: false, shape: { kind: 'list', item: 'Alias', shape: NameForm } },
    { name: 'sex', element: 'Sex', required: false, shape: { kind: 'text', type: 'SexCode' } },
    { name: 'birthDate', element: 'BirthDate', required: false, shape: { kind: 'text', type: 'PartialDate' } },
    { name: 'birthPlace', element: 'BirthPlace', required: false, shape: { kind: 'text', type: 'Text100' } },
    { name: 'birthCountry', element: 'BirthCountry', required: false, shape: { kind: 'text', type: 'CountryCode' } },
    { name: 'heightCm', element: 'HeightCm', required: false, shape: { kind: 'integer', type: 'Integer3' } },
    { name: 'eyeColour', element: 'EyeColour', required: false, shape: { kind: 'text', type: 'EyeColourCode' } },
    { name: 'distinguishingMarks', element: 'DistinguishingMarks', required: false, shape: { kind: 'text', type: 'Text500' } },
    { name: 'nationalities', element: 'Nationalities', required: false, shape: { kind: 'list', item: 'Nationality', shape: { kind: 'text', type: 'CountryCode' } } },
    { name: 'languages', element: 'Languages', required: false, shape: { kind: 'list', item: 'Language', shape: { kind: 'text', type: 'Language' } } },
  ],
}

const Health: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'consent', element: 'Consent', required: true, shape: { kind: 'boolean', type: 'Boolean' } },
    { name: 'statement', element: 'Statement', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'contagiousDisease', element: 'ContagiousDisease', required: false, shape: { kind: 'text', type: 'Text200' } },
  ],
}

const Attachment: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'digest', element: 'Digest', required: true, shape: { kind: 'text', type: 'Digest' } },
    { name: 'size', element: 'Size', required: true, shape: { kind: 'integer', type: 'Integer9' } },
    { name: 'mediaType', element: 'MediaType', required: true, shape: { kind: 'text', type: 'MediaType' } },
    { name: 'title', element: 'Title', required: false, shape: { kind: 'text', type: 'Text200' } },
  ],
}

const Evidence: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'code', element: 'Code', required: true, shape: { kind: 'text', type: 'EvidenceCode' } },
    { name: 'number', element: 'Number', required: false, shape: { kind: 'text', type: 'Text40' } },
    { name: 'issuedOn', element: 'IssuedOn', required: false, shape: { kind: 'text', type: 'PartialDate' } },
    { name: 'issuedIn', element: 'IssuedIn', required: false, shape: { kind: 'text', type: 'Text100' } },
    { name: 'issuedBy', element: 'IssuedBy', required: false, shape: { kind: 'text', type: 'Text200' } },
    { name: 'expiresOn', element: 'ExpiresOn', required: false, shape: { kind: 'text', type: 'Date' } },
    { name: 'country', element: 'Country', required: false, shape: { kind: 'text', type: 'CountryCode' } },
    { name: 'note', element: 'Note', required: false, shape: { kind: 'text', type: 'Note1000' } },
    { name: 'attachments', element: 'Attachments', required: false, shape: { kind: 'list', item: 'Attachment', shape: Attachment } },
  ],
}

const Apprehension: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'at', element: 'At', required: true, shape: { kind: 'text', type: 'DateTime' } },
    { name: 'place', element: 'Place', required: true, shape: { kind: 'text', type: 'Text200' } },
  ],
}

const Official: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'name', element: 'Name', required: true, shape: { kind: 'text', type: 'Text200' } },
    { name: 'position', element: 'Position', required: false, shape: { kind: 'text', type: 'Text200' } },
    { name: 'phone', element: 'Phone', required: false, shape: { kind: 'text', type: 'Phone' } },
    { name: 'email', element: 'Email', required: false, shape: { kind: 'text', type: 'Email' } },
  ],
}

const ReadmissionApplication: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'procedure', element: 'Procedure', required: true, shape: { kind: 'text', type: 'ProcedureCode' } },
    { name: 'personCategory', element: 'PersonCategory', required: true, shape: { kind: 'text', type: 'PersonCategoryCode' } },
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'date', element: 'Date', required: true, shape: { kind: 'text', type: 'Date' } },
    { name: 'place', element: 'Place', required: false, shape: { kind: 'text', type: 'Text100' } },
    { name: 'requestingAuthority', element: 'RequestingAuthority', required: true, shape: Authority },
    { name: 'requestedAuthority', element: 'RequestedAuthority', required: true, shape: Authority },
    { name: 'interviewRequested', element: 'InterviewRequested', required: true, shape: { kind: 'boolean', type: 'Boolean' } },
    { name: 'subject', element: 'Subject', required: true, shape: Person },
    { name: 'spouse', element: 'Spouse', required: false, shape: FamilyMember },
    { name: 'children', element: 'Children', required: false, shape: { kind: 'list', item: 'Child', shape: FamilyMember } },
    { name: 'health', element: 'Health', required: false, shape: Health },
    { name: 'danger', element: 'Danger', required: false, shape: { kind: 'text', type: 'Note1000' } },
    { name: 'security', element: 'Security', required: false, shape: { kind: 'text', type: 'Note1000' } },
    { name: 'evidence', element: 'Evidence', required: false, shape: { kind: 'list', item: 'Item', shape: Evidence } },
    { name: 'dateOfKnowledge', element: 'DateOfKnowledge', required: false, shape: { kind: 'text', type: 'Date' } },
    { name: 'obstacle', element: 'Obstacle', required: false, shape: { kind: 'text', type: 'Note1000' } },
    { name: 'apprehension', element: 'Apprehension', required: false, shape: Apprehension },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'signatory', element: 'Signatory', required: true, shape: Official },
  ],
}

const MissingItem: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'code', element: 'Code', required: true, shape: { kind: 'text', type: 'MissingItemCode' } },
    { name: 'note', element: 'Note', required: false, shape: { kind: 'text', type: 'Note500' } },
  ],
}

const Acknowledgement: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'receivedAt', element: 'ReceivedAt', required: true, shape: { kind: 'text', type: 'DateTime' } },
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'completeness', element: 'Completeness', required: true, shape: { kind: 'text', type: 'CompletenessCode' } },
    { name: 'missing', element: 'Missing', required: false, shape: { kind: 'list', item: 'Item', shape: MissingItem } },
    { name: 'authority', element: 'Authority', required: false, shape: Authority },
    { name: 'official', element: 'Official', required: false, shape: Official },
  ],
}

const Question: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'number', element: 'Number', required: true, shape: { kind: 'integer', type: 'Integer3' } },
    { name: 'topic', element: 'Topic', required: true, shape: { kind: 'text', type: 'QuestionTopicCode' } },
    { name: 'text', element: 'Text', required: true, shape: { kind: 'text', type: 'Note2000' } },
  ],
}

const InformationRequest: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'questions', element: 'Questions', required: true, shape: { kind: 'list', item: 'Question', shape: Question } },
    { name: 'answerBy', element: 'AnswerBy', required: false, shape: { kind: 'text', type: 'Date' } },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const Answer: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'number', element: 'Number', required: true, shape: { kind: 'integer', type: 'Integer3' } },
    { name: 'text', element: 'Text', required: true, shape: { kind: 'text', type: 'Note4000' } },
    { name: 'attachments', element: 'Attachments', required: false, shape: { kind: 'list', item: 'Attachment', shape: Attachment } },
  ],
}

const InformationResponse: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'answers', element: 'Answers', required: true, shape: { kind: 'list', item: 'Answer', shape: Answer } },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const PersonBrief: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'familyName', element: 'FamilyName', required: true, shape: { kind: 'text', type: 'Text100' } },
    { name: 'givenNames', element: 'GivenNames', required: false, shape: { kind: 'text', type: 'Text100' } },
    { name: 'patronymic', element: 'Patronymic', required: false, shape: { kind: 'text', type: 'Text100' } },
    { name: 'maidenName', element: 'MaidenName', required: false, shape: { kind: 'text', type: 'Text100' } },
    { name: 'sex', element: 'Sex', required: false, shape: { kind: 'text', type: 'SexCode' } },
    { name: 'birthDate', element: 'BirthDate', required: false, shape: { kind: 'text', type: 'PartialDate' } },
    { name: 'birthPlace', element: 'BirthPlace', required: false, shape: { kind: 'text', type: 'Text100' } },
    { name: 'birthCountry', element: 'BirthCountry', required: false, shape: { kind: 'text', type: 'CountryCode' } },
    { name: 'nationalities', element: 'Nationalities', required: false, shape: { kind: 'list', item: 'Nationality', shape: { kind: 'text', type: 'CountryCode' } } },
    { name: 'identifiers', element: 'Identifiers', required: false, shape: { kind: 'list', item: 'Identifier', shape: Identifier } },
  ],
}

const RefusalGround: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'code', element: 'Code', required: true, shape: { kind: 'text', type: 'RefusalGroundCode' } },
    { name: 'text', element: 'Text', required: true, shape: { kind: 'text', type: 'Note2000' } },
  ],
}

const BorderPoint: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'name', element: 'Name', required: true, shape: { kind: 'text', type: 'Text100' } },
    { name: 'airport', element: 'Airport', required: false, shape: { kind: 'text', type: 'Airport' } },
    { name: 'country', element: 'Country', required: false, shape: { kind: 'text', type: 'CountryCode' } },
  ],
}

const ReadmissionReply: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'applicationReference', element: 'ApplicationReference', required: false, shape: { kind: 'text', type: 'Text64' } },
    { name: 'decision', element: 'Decision', required: true, shape: { kind: 'text', type: 'DecisionCode' } },
    { name: 'decidedOn', element: 'DecidedOn', required: true, shape: { kind: 'text', type: 'Date' } },
    { name: 'subject', element: 'Subject', required: true, shape: PersonBrief },
    { name: 'familyMembers', element: 'FamilyMembers', required: false, shape: { kind: 'list', item: 'FamilyMember', shape: PersonBrief } },
    { name: 'grounds', element: 'Grounds', required: false, shape: { kind: 'list', item: 'Ground', shape: RefusalGround } },
    { name: 'documentBasis', element: 'DocumentBasis', required: false, shape: { kind: 'text', type: 'DocumentBasisCode' } },
    { name: 'borderPoint', element: 'BorderPoint', required: false, shape: BorderPoint },
    { name: 'validUntil', element: 'ValidUntil', required: false, shape: { kind: 'text', type: 'Date' } },
    { name: 'health', element: 'Health', required: false, shape: Health },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'authority', element: 'Authority', required: false, shape: Authority },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const Document: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'type', element: 'Type', required: true, shape: { kind: 'text', type: 'DocumentTypeCode' } },
    { name: 'number', element: 'Number', required: false, shape: { kind: 'text', type: 'Text40' } },
    { name: 'issuedOn', element: 'IssuedOn', required: false, shape: { kind: 'text', type: 'PartialDate' } },
    { name: 'issuedIn', element: 'IssuedIn', required: false, shape: { kind: 'text', type: 'Text100' } },
    { name: 'issuedBy', element: 'IssuedBy', required: false, shape: { kind: 'text', type: 'Text200' } },
    { name: 'expiresOn', element: 'ExpiresOn', required: false, shape: { kind: 'text', type: 'Date' } },
    { name: 'country', element: 'Country', required: false, shape: { kind: 'text', type: 'CountryCode' } },
  ],
}

const Traveller: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'person', element: 'Person', required: true, shape: PersonBrief },
    { name: 'documents', element: 'Documents', required: false, shape: { kind: 'list', item: 'Document', shape: Document } },
    { name: 'health', element: 'Health', required: false, shape: Health },
    { name: 'security', element: 'Security', required: false, shape: { kind: 'text', type: 'Note1000' } },
  ],
}

const Escort: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'familyName', element: 'FamilyName', required: true, shape: { kind: 'text', type: 'Text100' } },
    { name: 'givenNames', element: 'GivenNames', required: false, shape: { kind: 'text', type: 'Text100' } },
    { name: 'role', element: 'Role', required: true, shape: { kind: 'text', type: 'EscortRoleCode' } },
    { name: 'document', element: 'Document', required: false, shape: Document },
  ],
}

const TransferNotification: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'replyReference', element: 'ReplyReference', required: false, shape: { kind: 'text', type: 'Text64' } },
    { name: 'travellers', element: 'Travellers', required: true, shape: { kind: 'list', item: 'Traveller', shape: Traveller } },
    { name: 'arrivalAt', element: 'ArrivalAt', required: true, shape: { kind: 'text', type: 'DateTime' } },
    { name: 'borderPoint', element: 'BorderPoint', required: true, shape: BorderPoint },
    { name: 'mode', element: 'Mode', required: true, shape: { kind: 'text', type: 'TransportModeCode' } },
    { name: 'departureAt', element: 'DepartureAt', required: false, shape: { kind: 'text', type: 'DateTime' } },
    { name: 'departurePoint', element: 'DeparturePoint', required: false, shape: BorderPoint },
    { name: 'flight', element: 'Flight', required: false, shape: { kind: 'text', type: 'Flight' } },
    { name: 'vehicle', element: 'Vehicle', required: false, shape: { kind: 'text', type: 'Text100' } },
    { name: 'escorts', element: 'Escorts', required: false, shape: { kind: 'list', item: 'Escort', shape: Escort } },
    { name: 'annexes', element: 'Annexes', required: false, shape: { kind: 'list', item: 'Attachment', shape: Attachment } },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const ArrivalConfirmation: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'outcome', element: 'Outcome', required: true, shape: { kind: 'text', type: 'ArrivalOutcomeCode' } },
    { name: 'reason', element: 'Reason', required: false, shape: { kind: 'text', type: 'Note1000' } },
    { name: 'at', element: 'At', required: true, shape: { kind: 'text', type: 'DateTime' } },
    { name: 'borderPoint', element: 'BorderPoint', required: true, shape: BorderPoint },
    { name: 'persons', element: 'Persons', required: true, shape: { kind: 'list', item: 'Person', shape: PersonBrief } },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const NoticeReceipt: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'receiptId', element: 'ReceiptId', required: true, shape: { kind: 'text', type: 'Uuid' } },
    { name: 'digest', element: 'Digest', required: true, shape: { kind: 'text', type: 'Digest' } },
    { name: 'at', element: 'At', required: true, shape: { kind: 'text', type: 'DateTime' } },
  ],
}

const DeliveryNotice: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'event', element: 'Event', required: true, shape: { kind: 'text', type: 'NoticeEventCode' } },
    { name: 'deliveryId', element: 'DeliveryId', required: true, shape: { kind: 'text', type: 'Uuid' } },
    { name: 'party', element: 'Party', required: true, shape: { kind: 'text', type: 'Party' } },
    { name: 'at', element: 'At', required: true, shape: { kind: 'text', type: 'DateTime' } },
    { name: 'receipt', element: 'Receipt', required: false, shape: NoticeReceipt },
    { name: 'code', element: 'Code', required: false, shape: { kind: 'text', type: 'ReasonCode' } },
  ],
}

const RefusalReason: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'code', element: 'Code', required: true, shape: { kind: 'text', type: 'ReasonCode' } },
    { name: 'detail', element: 'Detail', required: false, shape: { kind: 'text', type: 'Text500' } },
  ],
}

const Receipt: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'receiptId', element: 'ReceiptId', required: true, shape: { kind: 'text', type: 'Uuid' } },
    { name: 'messageId', element: 'MessageId', required: true, shape: { kind: 'text', type: 'Uuid' } },
    { name: 'conversationId', element: 'ConversationId', required: true, shape: { kind: 'text', type: 'Uuid' } },
    { name: 'deliveryId', element: 'DeliveryId', required: false, shape: { kind: 'text', type: 'Uuid' } },
    { name: 'digest', element: 'Digest', required: true, shape: { kind: 'text', type: 'Digest' } },
    { name: 'signatureDigest', element: 'SignatureDigest', required: false, shape: { kind: 'text', type: 'Digest' } },
    { name: 'contentDigest', element: 'ContentDigest', required: false, shape: { kind: 'text', type: 'Digest' } },
    { name: 'event', element: 'Event', required: true, shape: { kind: 'text', type: 'ReceiptEventCode' } },
    { name: 'reason', element: 'Reason', required: false, shape: RefusalReason },
    { name: 'at', element: 'At', required: true, shape: { kind: 'text', type: 'DateTime' } },
    { name: 'by', element: 'By', required: true, shape: { kind: 'text', type: 'Party' } },
    { name: 'notCarried', element: 'NotCarried', required: false, shape: { kind: 'list', item: 'Path', shape: { kind: 'text', type: 'Text500' } } },
  ],
}

const Issue: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'rule', element: 'Rule', required: true, shape: { kind: 'text', type: 'Text100' } },
    { name: 'path', element: 'Path', required: false, shape: { kind: 'text', type: 'Text1000' } },
    { name: 'expected', element: 'Expected', required: true, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'hint', element: 'Hint', required: false, shape: { kind: 'text', type: 'Note1000' } },
  ],
}

const Problem: RecordShape = {
  kind: 'record',
  fields: [
    { name: 'type', element: 'Type', required: true, shape: { kind: 'text', type: 'ProblemType' } },
    { name: 'title', element: 'Title', required: true, shape: { kind: 'text', type: 'Text200' } },
    { name: 'status', element: 'Status', required: true, shape: { kind: 'integer', type: 'Integer3' } },
    { name: 'code', element: 'Code', required: true, shape: { kind: 'text', type: 'ReasonCode' } },
    { name: 'detail', element: 'Detail', required: false, shape: { kind: 'text', type: 'Note1000' } },
    { name: 'instance', element: 'Instance', required: true, shape: { kind: 'text', type: 'UuidUrn' } },
    { name: 'stage', element: 'Stage', required: false, shape: { kind: 'text', type: 'Text40' } },
    { name: 'issues', element: 'Issues', required: false, shape: { kind: 'list', item: 'Issue', shape: Issue } },
  ],
}

/** By message type, and `Header`, `Receipt`, `Problem`. */
export const SHAPES: { readonly [name in MessageType | 'Header' | 'Receipt' | 'Problem']: RecordShape } = {
  Header,
  Receipt,
  Problem,
  'readmission-application': ReadmissionApplication,
  'acknowledgement': Acknowledgement,
  'information-request': InformationRequest,
  'information-response': InformationResponse,
  'readmission-reply': ReadmissionReply,
  'transfer-notification': TransferNotification,
  'arrival-confirmation': ArrivalConfirmation,
  'delivery-notice': DeliveryNotice,
}

/** Element of each body. */
export const ELEMENTS: { readonly [type in MessageType]: string } = {
  'readmission-application': 'ReadmissionApplication',
  'acknowledgement': 'Acknowledgement',
  'information-request': 'InformationRequest',
  'information-response': 'InformationResponse',
  'readmission-reply': 'ReadmissionReply',
  'transfer-notification': 'TransferNotification',
  'arrival-confirmation': 'ArrivalConfirmation',
  'delivery-notice': 'DeliveryNotice',
}

/** What is expected of a leaf, by the name of its type. */
export const EXPECTED: { readonly [type: string]: string } = {
  Airport: "an IATA airport code, three letters",
  ArrivalOutcomeCode: "one of ARRIVED, NO_SHOW, REFUSED_ENTRY",
  Blob256KiB: "base64 with padding and without line breaks, at most 256 KiB",
  Boolean: "true or false",
  CivilStatusCode: "one of SINGLE, MARRIED, DIVORCED, WIDOWED, PARTNERSHIP, UNKNOWN",
  CompletenessCode: "one of COMPLETE, INCOMPLETE",
  CountryCode: "a code of the list CountryCode",
  Date: "a date, YYYY-MM-DD",
  DateTime: "a date and time in UTC, YYYY-MM-DDThh:mm:ssZ or YYYY-MM-DDThh:mm:ss.sssZ",
  DecisionCode: "one of APPROVED, REFUSED",
  Digest: "a SHA-256 digest, 64 hexadecimal digits in lower case",
  DocumentBasisCode: "one of HELD_DOCUMENT, RETURN_CERTIFICATE, EU_TRAVEL_DOCUMENT",
  DocumentTypeCode: "one of PASSPORT, IDENTITY_CARD, RETURN_CERTIFICATE, EU_TRAVEL_DOCUMENT, SEAMANS_BOOK, SERVICE_BOOK, DRIVING_LICENCE, BIRTH_CERTIFICATE, RESIDENCE_PERMIT, VISA, OTHER",
  Email: "an e-mail address",
  EscortRoleCode: "one of SECURITY, MEDICAL, INTERPRETER, OBSERVER",
  EvidenceCode: "a code of the list EvidenceCode",
  EyeColourCode: "one of BLACK, BLUE, BROWN, GREEN, GREY, HAZEL, OTHER",
  Flight: "a flight number without spaces",
  IdentifierTypeCode: "one of FIN, NATIONAL_NUMBER, FOREIGNERS_FILE, OTHER",
  Integer3: "a whole number of at most 3 digits",
  Integer9: "a whole number of at most 9 digits",
  Language: "a language, ISO 639 code with or without a script",
  MediaType: "a media type in lower case",
  MessageType: "one of readmission-application, acknowledgement, information-request, information-response, readmission-reply, transfer-notification, arrival-confirmation, delivery-notice",
  MissingItemCode: "one of IDENTITY, PHOTO, EVIDENCE, COPIES, TRANSLATION, DATE_OF_KNOWLEDGE, APPREHENSION, FAMILY, OTHER",
  MrzName: "the name field of a machine-readable zone: A to Z and <",
  Nonce: "128 random bits in base64url, 22 characters",
  Note1000: "1 to 1000 characters, no white space at either end, no control characters but line feed",
  Note2000: "1 to 2000 characters, no white space at either end, no control characters but line feed",
  Note4000: "1 to 4000 characters, no white space at either end, no control characters but line feed",
  Note500: "1 to 500 characters, no white space at either end, no control characters but line feed",
  NoticeEventCode: "one of ContentHandover, ConsignmentRejection, ContentHandoverFailure, ContentConsignmentFailure",
  PartialDate: "a date, YYYY-MM-DD, YYYY-MM or YYYY",
  Party: "a party id: lower-case letters, digits and hyphens",
  PersonCategoryCode: "one of OWN_NATIONAL, FORMER_NATIONAL, FAMILY_SPOUSE, FAMILY_CHILD, THIRD_COUNTRY_NATIONAL, STATELESS",
  Phone: "a telephone number, + and 7 to 15 digits",
  PhotoMediaTypeCode: "one of image/jpeg, image/jp2",
  ProblemType: "urn:korpu:problem: and a code in upper case",
  ProcedureCode: "one of NORMAL, ACCELERATED",
  QuestionTopicCode: "one of IDENTITY, NATIONALITY, ADDRESS, FAMILY, DOCUMENT, ITINERARY, PHOTO, TRANSFER, OTHER",
  ReasonCode: "a code in upper case",
  ReceiptEventCode: "one of SubmissionAcceptance, ContentHandover, ConsignmentRejection",
  RefusalGroundCode: "one of NATIONALITY_NOT_ESTABLISHED, NATIONALITY_REBUTTED, IDENTITY_NOT_ESTABLISHED, CONDITIONS_NOT_MET, RIGHT_OF_RESIDENCE, FORGED_EVIDENCE, TIME_LIMIT, OTHER",
  RuleSet: "the name of a rule set: lower-case letters, digits and hyphens",
  SexCode: "one of F, M, X",
  Text100: "1 to 100 characters on one line, no white space at either end, no control characters",
  Text1000: "1 to 1000 characters on one line, no white space at either end, no control characters",
  Text20: "1 to 20 characters on one line, no white space at either end, no control characters",
  Text200: "1 to 200 characters on one line, no white space at either end, no control characters",
  Text40: "1 to 40 characters on one line, no white space at either end, no control characters",
  Text500: "1 to 500 characters on one line, no white space at either end, no control characters",
  Text64: "1 to 64 characters on one line, no white space at either end, no control characters",
  TransportModeCode: "one of AIR, LAND, SEA",
  Uuid: "a UUID in lower case",
  UuidUrn: "urn:uuid: and a UUID in lower case",
  VersionCode: "one of 1.0",
}
