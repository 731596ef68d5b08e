// Written by `npm run generate` from schemas/model/. Do not edit: change the model.
import type { RecordShape } from '#schemas/shape.ts'
import type { MessageType } from './types.ts'

const Header: RecordShape = {
  kind: 'record',
  name: 'Header',
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
  name: 'Address',
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
  name: 'Authority',
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
  name: 'NameForm',
  fields: [
    { name: 'familyName', element: 'FamilyName', required: true, shape: { kind: 'text', type: 'Text100' } },
    { name: 'givenNames', element: 'GivenNames', required: false, shape: { kind: 'text', type: 'Text100' } },
    { name: 'patronymic', element: 'Patronymic', required: false, shape: { kind: 'text', type: 'Text100' } },
  ],
}

const Identifier: RecordShape = {
  kind: 'record',
  name: 'Identifier',
  fields: [
    { name: 'type', element: 'Type', required: true, shape: { kind: 'text', type: 'IdentifierTypeCode' } },
    { name: 'value', element: 'Value', required: true, shape: { kind: 'text', type: 'Text40' } },
    { name: 'country', element: 'Country', required: true, shape: { kind: 'text', type: 'CountryCode' } },
  ],
}

const Photo: RecordShape = {
  kind: 'record',
  name: 'Photo',
  fields: [
    { name: 'mediaType', element: 'MediaType', required: true, shape: { kind: 'text', type: 'PhotoMediaTypeCode' } },
    { name: 'content', element: 'Content', required: true, shape: { kind: 'text', type: 'Blob256KiB' } },
  ],
}

const Person: RecordShape = {
  kind: 'record',
  name: 'Person',
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
  name: 'FamilyMember',
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
  name: 'Health',
  fields: [
    { name: 'consent', element: 'Consent', required: true, shape: { kind: 'boolean', type: 'Boolean' } },
    { name: 'statement', element: 'Statement', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'contagiousDisease', element: 'ContagiousDisease', required: false, shape: { kind: 'text', type: 'Text200' } },
  ],
}

const Attachment: RecordShape = {
  kind: 'record',
  name: 'Attachment',
  fields: [
    { name: 'digest', element: 'Digest', required: true, shape: { kind: 'text', type: 'Digest' } },
    { name: 'size', element: 'Size', required: true, shape: { kind: 'integer', type: 'Integer9' } },
    { name: 'mediaType', element: 'MediaType', required: true, shape: { kind: 'text', type: 'MediaType' } },
    { name: 'title', element: 'Title', required: false, shape: { kind: 'text', type: 'Text200' } },
  ],
}

const Evidence: RecordShape = {
  kind: 'record',
  name: 'Evidence',
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
  name: 'Apprehension',
  fields: [
    { name: 'at', element: 'At', required: true, shape: { kind: 'text', type: 'DateTime' } },
    { name: 'place', element: 'Place', required: true, shape: { kind: 'text', type: 'Text200' } },
  ],
}

const Official: RecordShape = {
  kind: 'record',
  name: 'Official',
  fields: [
    { name: 'name', element: 'Name', required: true, shape: { kind: 'text', type: 'Text200' } },
    { name: 'position', element: 'Position', required: false, shape: { kind: 'text', type: 'Text200' } },
    { name: 'phone', element: 'Phone', required: false, shape: { kind: 'text', type: 'Phone' } },
    { name: 'email', element: 'Email', required: false, shape: { kind: 'text', type: 'Email' } },
  ],
}

const ReadmissionApplication: RecordShape = {
  kind: 'record',
  name: 'ReadmissionApplication',
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

const ReadmissionApplicationUpdate: RecordShape = {
  kind: 'record',
  name: 'ReadmissionApplicationUpdate',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'reason', element: 'Reason', required: true, shape: { kind: 'text', type: 'Note1000' } },
    { name: 'personCategory', element: 'PersonCategory', required: false, shape: { kind: 'text', type: 'PersonCategoryCode' } },
    { name: 'subject', element: 'Subject', required: false, shape: Person },
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
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const MissingItem: RecordShape = {
  kind: 'record',
  name: 'MissingItem',
  fields: [
    { name: 'code', element: 'Code', required: true, shape: { kind: 'text', type: 'MissingItemCode' } },
    { name: 'note', element: 'Note', required: false, shape: { kind: 'text', type: 'Note500' } },
  ],
}

const Acknowledgement: RecordShape = {
  kind: 'record',
  name: 'Acknowledgement',
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
  name: 'Question',
  fields: [
    { name: 'number', element: 'Number', required: true, shape: { kind: 'integer', type: 'Integer3' } },
    { name: 'topic', element: 'Topic', required: true, shape: { kind: 'text', type: 'QuestionTopicCode' } },
    { name: 'text', element: 'Text', required: true, shape: { kind: 'text', type: 'Note2000' } },
  ],
}

const InformationRequest: RecordShape = {
  kind: 'record',
  name: 'InformationRequest',
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
  name: 'Answer',
  fields: [
    { name: 'number', element: 'Number', required: true, shape: { kind: 'integer', type: 'Integer3' } },
    { name: 'text', element: 'Text', required: true, shape: { kind: 'text', type: 'Note4000' } },
    { name: 'attachments', element: 'Attachments', required: false, shape: { kind: 'list', item: 'Attachment', shape: Attachment } },
  ],
}

const InformationResponse: RecordShape = {
  kind: 'record',
  name: 'InformationResponse',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'answers', element: 'Answers', required: true, shape: { kind: 'list', item: 'Answer', shape: Answer } },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const PersonBrief: RecordShape = {
  kind: 'record',
  name: 'PersonBrief',
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

const Document: RecordShape = {
  kind: 'record',
  name: 'Document',
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

const VerificationRequest: RecordShape = {
  kind: 'record',
  name: 'VerificationRequest',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'registers', element: 'Registers', required: true, shape: { kind: 'list', item: 'Register', shape: { kind: 'text', type: 'RegisterCode' } } },
    { name: 'subject', element: 'Subject', required: true, shape: PersonBrief },
    { name: 'documents', element: 'Documents', required: false, shape: { kind: 'list', item: 'Document', shape: Document } },
    { name: 'photo', element: 'Photo', required: false, shape: Photo },
    { name: 'question', element: 'Question', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'answerBy', element: 'AnswerBy', required: false, shape: { kind: 'text', type: 'Date' } },
    { name: 'attachments', element: 'Attachments', required: false, shape: { kind: 'list', item: 'Attachment', shape: Attachment } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const Finding: RecordShape = {
  kind: 'record',
  name: 'Finding',
  fields: [
    { name: 'register', element: 'Register', required: true, shape: { kind: 'text', type: 'RegisterCode' } },
    { name: 'verdict', element: 'Verdict', required: true, shape: { kind: 'text', type: 'VerdictCode' } },
    { name: 'person', element: 'Person', required: false, shape: PersonBrief },
    { name: 'documents', element: 'Documents', required: false, shape: { kind: 'list', item: 'Document', shape: Document } },
    { name: 'confidence', element: 'Confidence', required: false, shape: { kind: 'text', type: 'ConfidenceCode' } },
    { name: 'note', element: 'Note', required: false, shape: { kind: 'text', type: 'Note2000' } },
  ],
}

const VerificationResult: RecordShape = {
  kind: 'record',
  name: 'VerificationResult',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'findings', element: 'Findings', required: true, shape: { kind: 'list', item: 'Finding', shape: Finding } },
    { name: 'searchedOn', element: 'SearchedOn', required: true, shape: { kind: 'text', type: 'Date' } },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const TimeSlot: RecordShape = {
  kind: 'record',
  name: 'TimeSlot',
  fields: [
    { name: 'from', element: 'From', required: true, shape: { kind: 'text', type: 'DateTime' } },
    { name: 'until', element: 'Until', required: true, shape: { kind: 'text', type: 'DateTime' } },
  ],
}

const InterviewRequest: RecordShape = {
  kind: 'record',
  name: 'InterviewRequest',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'subject', element: 'Subject', required: true, shape: PersonBrief },
    { name: 'mode', element: 'Mode', required: true, shape: { kind: 'text', type: 'InterviewModeCode' } },
    { name: 'facility', element: 'Facility', required: false, shape: { kind: 'text', type: 'Text200' } },
    { name: 'place', element: 'Place', required: false, shape: Address },
    { name: 'languages', element: 'Languages', required: false, shape: { kind: 'list', item: 'Language', shape: { kind: 'text', type: 'Language' } } },
    { name: 'availability', element: 'Availability', required: false, shape: { kind: 'list', item: 'Slot', shape: TimeSlot } },
    { name: 'contact', element: 'Contact', required: false, shape: Official },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const InterviewSchedule: RecordShape = {
  kind: 'record',
  name: 'InterviewSchedule',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'subject', element: 'Subject', required: true, shape: PersonBrief },
    { name: 'at', element: 'At', required: true, shape: { kind: 'text', type: 'DateTime' } },
    { name: 'mode', element: 'Mode', required: true, shape: { kind: 'text', type: 'InterviewModeCode' } },
    { name: 'facility', element: 'Facility', required: false, shape: { kind: 'text', type: 'Text200' } },
    { name: 'place', element: 'Place', required: false, shape: Address },
    { name: 'access', element: 'Access', required: false, shape: { kind: 'text', type: 'Text500' } },
    { name: 'languages', element: 'Languages', required: false, shape: { kind: 'list', item: 'Language', shape: { kind: 'text', type: 'Language' } } },
    { name: 'interviewer', element: 'Interviewer', required: false, shape: Official },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const InterviewResult: RecordShape = {
  kind: 'record',
  name: 'InterviewResult',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'outcome', element: 'Outcome', required: true, shape: { kind: 'text', type: 'InterviewOutcomeCode' } },
    { name: 'at', element: 'At', required: true, shape: { kind: 'text', type: 'DateTime' } },
    { name: 'mode', element: 'Mode', required: false, shape: { kind: 'text', type: 'InterviewModeCode' } },
    { name: 'subject', element: 'Subject', required: true, shape: PersonBrief },
    { name: 'languages', element: 'Languages', required: false, shape: { kind: 'list', item: 'Language', shape: { kind: 'text', type: 'Language' } } },
    { name: 'reasons', element: 'Reasons', required: false, shape: { kind: 'text', type: 'Note4000' } },
    { name: 'attachments', element: 'Attachments', required: false, shape: { kind: 'list', item: 'Attachment', shape: Attachment } },
    { name: 'interviewer', element: 'Interviewer', required: true, shape: Official },
  ],
}

const TimeLimitExtension: RecordShape = {
  kind: 'record',
  name: 'TimeLimitExtension',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'ground', element: 'Ground', required: true, shape: { kind: 'text', type: 'ExtensionGroundCode' } },
    { name: 'reasons', element: 'Reasons', required: true, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'dueOn', element: 'DueOn', required: false, shape: { kind: 'text', type: 'Date' } },
    { name: 'newDueOn', element: 'NewDueOn', required: true, shape: { kind: 'text', type: 'Date' } },
    { name: 'authority', element: 'Authority', required: false, shape: Authority },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const RefusalGround: RecordShape = {
  kind: 'record',
  name: 'RefusalGround',
  fields: [
    { name: 'code', element: 'Code', required: true, shape: { kind: 'text', type: 'RefusalGroundCode' } },
    { name: 'text', element: 'Text', required: true, shape: { kind: 'text', type: 'Note2000' } },
  ],
}

const BorderPoint: RecordShape = {
  kind: 'record',
  name: 'BorderPoint',
  fields: [
    { name: 'name', element: 'Name', required: true, shape: { kind: 'text', type: 'Text100' } },
    { name: 'airport', element: 'Airport', required: false, shape: { kind: 'text', type: 'Airport' } },
    { name: 'country', element: 'Country', required: false, shape: { kind: 'text', type: 'CountryCode' } },
  ],
}

const ReadmissionReply: RecordShape = {
  kind: 'record',
  name: 'ReadmissionReply',
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

const NoticeReceipt: RecordShape = {
  kind: 'record',
  name: 'NoticeReceipt',
  fields: [
    { name: 'receiptId', element: 'ReceiptId', required: true, shape: { kind: 'text', type: 'Uuid' } },
    { name: 'digest', element: 'Digest', required: true, shape: { kind: 'text', type: 'Digest' } },
    { name: 'at', element: 'At', required: true, shape: { kind: 'text', type: 'DateTime' } },
  ],
}

const DeemedApprovalNotice: RecordShape = {
  kind: 'record',
  name: 'DeemedApprovalNotice',
  fields: [
    { name: 'limit', element: 'Limit', required: true, shape: { kind: 'text', type: 'Text16' } },
    { name: 'article', element: 'Article', required: false, shape: { kind: 'text', type: 'Text40' } },
    { name: 'startedAt', element: 'StartedAt', required: true, shape: { kind: 'text', type: 'DateTime' } },
    { name: 'dueAt', element: 'DueAt', required: true, shape: { kind: 'text', type: 'DateTime' } },
    { name: 'silentAt', element: 'SilentAt', required: true, shape: { kind: 'text', type: 'DateTime' } },
    { name: 'requestedParty', element: 'RequestedParty', required: true, shape: { kind: 'text', type: 'Party' } },
    { name: 'receipt', element: 'Receipt', required: true, shape: NoticeReceipt },
    { name: 'extensions', element: 'Extensions', required: false, shape: { kind: 'list', item: 'MessageId', shape: { kind: 'text', type: 'Uuid' } } },
  ],
}

const DocumentApplicant: RecordShape = {
  kind: 'record',
  name: 'DocumentApplicant',
  fields: [
    { name: 'person', element: 'Person', required: true, shape: PersonBrief },
    { name: 'photo', element: 'Photo', required: false, shape: Photo },
    { name: 'documents', element: 'Documents', required: false, shape: { kind: 'list', item: 'Document', shape: Document } },
  ],
}

const TravelDocumentRequest: RecordShape = {
  kind: 'record',
  name: 'TravelDocumentRequest',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'replyReference', element: 'ReplyReference', required: false, shape: { kind: 'text', type: 'Text64' } },
    { name: 'applicants', element: 'Applicants', required: true, shape: { kind: 'list', item: 'Applicant', shape: DocumentApplicant } },
    { name: 'transferOn', element: 'TransferOn', required: false, shape: { kind: 'text', type: 'Date' } },
    { name: 'deliverTo', element: 'DeliverTo', required: false, shape: Address },
    { name: 'attachments', element: 'Attachments', required: false, shape: { kind: 'list', item: 'Attachment', shape: Attachment } },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const IssuedDocument: RecordShape = {
  kind: 'record',
  name: 'IssuedDocument',
  fields: [
    { name: 'holder', element: 'Holder', required: true, shape: PersonBrief },
    { name: 'type', element: 'Type', required: true, shape: { kind: 'text', type: 'DocumentTypeCode' } },
    { name: 'number', element: 'Number', required: true, shape: { kind: 'text', type: 'Text40' } },
    { name: 'issuedOn', element: 'IssuedOn', required: true, shape: { kind: 'text', type: 'Date' } },
    { name: 'issuedIn', element: 'IssuedIn', required: false, shape: { kind: 'text', type: 'Text100' } },
    { name: 'issuedBy', element: 'IssuedBy', required: false, shape: { kind: 'text', type: 'Text200' } },
    { name: 'expiresOn', element: 'ExpiresOn', required: true, shape: { kind: 'text', type: 'Date' } },
    { name: 'country', element: 'Country', required: false, shape: { kind: 'text', type: 'CountryCode' } },
  ],
}

const TravelDocumentIssued: RecordShape = {
  kind: 'record',
  name: 'TravelDocumentIssued',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'documents', element: 'Documents', required: true, shape: { kind: 'list', item: 'Document', shape: IssuedDocument } },
    { name: 'handover', element: 'Handover', required: false, shape: { kind: 'text', type: 'Note500' } },
    { name: 'attachments', element: 'Attachments', required: false, shape: { kind: 'list', item: 'Attachment', shape: Attachment } },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'authority', element: 'Authority', required: false, shape: Authority },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const TravelDocumentRefusalGround: RecordShape = {
  kind: 'record',
  name: 'TravelDocumentRefusalGround',
  fields: [
    { name: 'code', element: 'Code', required: true, shape: { kind: 'text', type: 'TravelDocumentRefusalCode' } },
    { name: 'text', element: 'Text', required: true, shape: { kind: 'text', type: 'Note2000' } },
  ],
}

const TravelDocumentRefused: RecordShape = {
  kind: 'record',
  name: 'TravelDocumentRefused',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'persons', element: 'Persons', required: true, shape: { kind: 'list', item: 'Person', shape: PersonBrief } },
    { name: 'grounds', element: 'Grounds', required: true, shape: { kind: 'list', item: 'Ground', shape: TravelDocumentRefusalGround } },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'authority', element: 'Authority', required: false, shape: Authority },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const TravelDocumentRenewal: RecordShape = {
  kind: 'record',
  name: 'TravelDocumentRenewal',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'holder', element: 'Holder', required: true, shape: PersonBrief },
    { name: 'document', element: 'Document', required: true, shape: Document },
    { name: 'reason', element: 'Reason', required: true, shape: { kind: 'text', type: 'RenewalReasonCode' } },
    { name: 'transferOn', element: 'TransferOn', required: false, shape: { kind: 'text', type: 'Date' } },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const Traveller: RecordShape = {
  kind: 'record',
  name: 'Traveller',
  fields: [
    { name: 'person', element: 'Person', required: true, shape: PersonBrief },
    { name: 'documents', element: 'Documents', required: false, shape: { kind: 'list', item: 'Document', shape: Document } },
    { name: 'health', element: 'Health', required: false, shape: Health },
    { name: 'security', element: 'Security', required: false, shape: { kind: 'text', type: 'Note1000' } },
  ],
}

const Escort: RecordShape = {
  kind: 'record',
  name: 'Escort',
  fields: [
    { name: 'familyName', element: 'FamilyName', required: true, shape: { kind: 'text', type: 'Text100' } },
    { name: 'givenNames', element: 'GivenNames', required: false, shape: { kind: 'text', type: 'Text100' } },
    { name: 'role', element: 'Role', required: true, shape: { kind: 'text', type: 'EscortRoleCode' } },
    { name: 'document', element: 'Document', required: false, shape: Document },
  ],
}

const TransferNotification: RecordShape = {
  kind: 'record',
  name: 'TransferNotification',
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

const Objection: RecordShape = {
  kind: 'record',
  name: 'Objection',
  fields: [
    { name: 'reason', element: 'Reason', required: true, shape: { kind: 'text', type: 'ObjectionReasonCode' } },
    { name: 'text', element: 'Text', required: true, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'alternativeAt', element: 'AlternativeAt', required: false, shape: { kind: 'text', type: 'DateTime' } },
    { name: 'alternativePoint', element: 'AlternativePoint', required: false, shape: BorderPoint },
  ],
}

const TransferNotificationResponse: RecordShape = {
  kind: 'record',
  name: 'TransferNotificationResponse',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'answer', element: 'Answer', required: true, shape: { kind: 'text', type: 'TransferAnswerCode' } },
    { name: 'objection', element: 'Objection', required: false, shape: Objection },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const TransferUpdate: RecordShape = {
  kind: 'record',
  name: 'TransferUpdate',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'reason', element: 'Reason', required: true, shape: { kind: 'text', type: 'Note1000' } },
    { name: 'travellers', element: 'Travellers', required: false, shape: { kind: 'list', item: 'Traveller', shape: Traveller } },
    { name: 'arrivalAt', element: 'ArrivalAt', required: false, shape: { kind: 'text', type: 'DateTime' } },
    { name: 'borderPoint', element: 'BorderPoint', required: false, shape: BorderPoint },
    { name: 'mode', element: 'Mode', required: false, shape: { kind: 'text', type: 'TransportModeCode' } },
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

const TransferCancellation: RecordShape = {
  kind: 'record',
  name: 'TransferCancellation',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'reason', element: 'Reason', required: true, shape: { kind: 'text', type: 'CancellationReasonCode' } },
    { name: 'text', element: 'Text', required: false, shape: { kind: 'text', type: 'Note1000' } },
    { name: 'newTransferPlanned', element: 'NewTransferPlanned', required: false, shape: { kind: 'boolean', type: 'Boolean' } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const DirectTransferNotice: RecordShape = {
  kind: 'record',
  name: 'DirectTransferNotice',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'personCategory', element: 'PersonCategory', required: true, shape: { kind: 'text', type: 'PersonCategoryCode' } },
    { name: 'requestingAuthority', element: 'RequestingAuthority', required: false, shape: Authority },
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
  name: 'ArrivalConfirmation',
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

const ErrorGround: RecordShape = {
  kind: 'record',
  name: 'ErrorGround',
  fields: [
    { name: 'code', element: 'Code', required: true, shape: { kind: 'text', type: 'ErrorGroundCode' } },
    { name: 'text', element: 'Text', required: true, shape: { kind: 'text', type: 'Note2000' } },
  ],
}

const ReadmissionInErrorClaim: RecordShape = {
  kind: 'record',
  name: 'ReadmissionInErrorClaim',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'transferredOn', element: 'TransferredOn', required: true, shape: { kind: 'text', type: 'Date' } },
    { name: 'persons', element: 'Persons', required: true, shape: { kind: 'list', item: 'Person', shape: PersonBrief } },
    { name: 'grounds', element: 'Grounds', required: true, shape: { kind: 'list', item: 'Ground', shape: ErrorGround } },
    { name: 'attachments', element: 'Attachments', required: false, shape: { kind: 'list', item: 'Attachment', shape: Attachment } },
    { name: 'returnOn', element: 'ReturnOn', required: false, shape: { kind: 'text', type: 'Date' } },
    { name: 'borderPoint', element: 'BorderPoint', required: false, shape: BorderPoint },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'authority', element: 'Authority', required: false, shape: Authority },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const ErrorReplyGround: RecordShape = {
  kind: 'record',
  name: 'ErrorReplyGround',
  fields: [
    { name: 'code', element: 'Code', required: true, shape: { kind: 'text', type: 'ErrorReplyGroundCode' } },
    { name: 'text', element: 'Text', required: true, shape: { kind: 'text', type: 'Note2000' } },
  ],
}

const ReadmissionInErrorReply: RecordShape = {
  kind: 'record',
  name: 'ReadmissionInErrorReply',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'decision', element: 'Decision', required: true, shape: { kind: 'text', type: 'DecisionCode' } },
    { name: 'decidedOn', element: 'DecidedOn', required: true, shape: { kind: 'text', type: 'Date' } },
    { name: 'grounds', element: 'Grounds', required: false, shape: { kind: 'list', item: 'Ground', shape: ErrorReplyGround } },
    { name: 'returnOn', element: 'ReturnOn', required: false, shape: { kind: 'text', type: 'Date' } },
    { name: 'borderPoint', element: 'BorderPoint', required: false, shape: BorderPoint },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const TransitApplication: RecordShape = {
  kind: 'record',
  name: 'TransitApplication',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'date', element: 'Date', required: true, shape: { kind: 'text', type: 'Date' } },
    { name: 'place', element: 'Place', required: false, shape: { kind: 'text', type: 'Text100' } },
    { name: 'requestingAuthority', element: 'RequestingAuthority', required: true, shape: Authority },
    { name: 'requestedAuthority', element: 'RequestedAuthority', required: true, shape: Authority },
    { name: 'subject', element: 'Subject', required: true, shape: Person },
    { name: 'document', element: 'Document', required: true, shape: Document },
    { name: 'mode', element: 'Mode', required: true, shape: { kind: 'text', type: 'TransportModeCode' } },
    { name: 'destination', element: 'Destination', required: true, shape: { kind: 'text', type: 'CountryCode' } },
    { name: 'transitStates', element: 'TransitStates', required: false, shape: { kind: 'list', item: 'State', shape: { kind: 'text', type: 'CountryCode' } } },
    { name: 'borderPoint', element: 'BorderPoint', required: true, shape: BorderPoint },
    { name: 'arrivalAt', element: 'ArrivalAt', required: true, shape: { kind: 'text', type: 'DateTime' } },
    { name: 'exitPoint', element: 'ExitPoint', required: false, shape: BorderPoint },
    { name: 'departureAt', element: 'DepartureAt', required: false, shape: { kind: 'text', type: 'DateTime' } },
    { name: 'flight', element: 'Flight', required: false, shape: { kind: 'text', type: 'Flight' } },
    { name: 'escorts', element: 'Escorts', required: false, shape: { kind: 'list', item: 'Escort', shape: Escort } },
    { name: 'admissionGuaranteed', element: 'AdmissionGuaranteed', required: true, shape: { kind: 'boolean', type: 'Boolean' } },
    { name: 'refusalGroundKnown', element: 'RefusalGroundKnown', required: true, shape: { kind: 'boolean', type: 'Boolean' } },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'signatory', element: 'Signatory', required: true, shape: Official },
  ],
}

const TransitGround: RecordShape = {
  kind: 'record',
  name: 'TransitGround',
  fields: [
    { name: 'code', element: 'Code', required: true, shape: { kind: 'text', type: 'TransitRefusalCode' } },
    { name: 'text', element: 'Text', required: true, shape: { kind: 'text', type: 'Note2000' } },
  ],
}

const TransitReply: RecordShape = {
  kind: 'record',
  name: 'TransitReply',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'applicationReference', element: 'ApplicationReference', required: false, shape: { kind: 'text', type: 'Text64' } },
    { name: 'decision', element: 'Decision', required: true, shape: { kind: 'text', type: 'DecisionCode' } },
    { name: 'decidedOn', element: 'DecidedOn', required: true, shape: { kind: 'text', type: 'Date' } },
    { name: 'subject', element: 'Subject', required: true, shape: PersonBrief },
    { name: 'grounds', element: 'Grounds', required: false, shape: { kind: 'list', item: 'Ground', shape: TransitGround } },
    { name: 'borderPoint', element: 'BorderPoint', required: false, shape: BorderPoint },
    { name: 'arrivalAt', element: 'ArrivalAt', required: false, shape: { kind: 'text', type: 'DateTime' } },
    { name: 'support', element: 'Support', required: false, shape: { kind: 'text', type: 'Note1000' } },
    { name: 'validUntil', element: 'ValidUntil', required: false, shape: { kind: 'text', type: 'Date' } },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'authority', element: 'Authority', required: false, shape: Authority },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const TransitRevocation: RecordShape = {
  kind: 'record',
  name: 'TransitRevocation',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'revokedOn', element: 'RevokedOn', required: true, shape: { kind: 'text', type: 'Date' } },
    { name: 'subject', element: 'Subject', required: false, shape: PersonBrief },
    { name: 'grounds', element: 'Grounds', required: true, shape: { kind: 'list', item: 'Ground', shape: TransitGround } },
    { name: 'borderPoint', element: 'BorderPoint', required: false, shape: BorderPoint },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const CaseWithdrawal: RecordShape = {
  kind: 'record',
  name: 'CaseWithdrawal',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'reason', element: 'Reason', required: true, shape: { kind: 'text', type: 'CaseEndReasonCode' } },
    { name: 'text', element: 'Text', required: false, shape: { kind: 'text', type: 'Note1000' } },
    { name: 'since', element: 'Since', required: false, shape: { kind: 'text', type: 'Date' } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const CaseClosure: RecordShape = {
  kind: 'record',
  name: 'CaseClosure',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'reason', element: 'Reason', required: true, shape: { kind: 'text', type: 'CaseEndReasonCode' } },
    { name: 'text', element: 'Text', required: false, shape: { kind: 'text', type: 'Note1000' } },
    { name: 'closedOn', element: 'ClosedOn', required: true, shape: { kind: 'text', type: 'Date' } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const CostItem: RecordShape = {
  kind: 'record',
  name: 'CostItem',
  fields: [
    { name: 'kind', element: 'Kind', required: true, shape: { kind: 'text', type: 'CostKindCode' } },
    { name: 'text', element: 'Text', required: false, shape: { kind: 'text', type: 'Text200' } },
    { name: 'amount', element: 'Amount', required: true, shape: { kind: 'text', type: 'Decimal' } },
  ],
}

const CostClaim: RecordShape = {
  kind: 'record',
  name: 'CostClaim',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'invoice', element: 'Invoice', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'date', element: 'Date', required: true, shape: { kind: 'text', type: 'Date' } },
    { name: 'items', element: 'Items', required: true, shape: { kind: 'list', item: 'Item', shape: CostItem } },
    { name: 'total', element: 'Total', required: true, shape: { kind: 'text', type: 'Decimal' } },
    { name: 'currency', element: 'Currency', required: true, shape: { kind: 'text', type: 'Currency' } },
    { name: 'account', element: 'Account', required: false, shape: { kind: 'text', type: 'Text200' } },
    { name: 'payBy', element: 'PayBy', required: false, shape: { kind: 'text', type: 'Date' } },
    { name: 'attachments', element: 'Attachments', required: false, shape: { kind: 'list', item: 'Attachment', shape: Attachment } },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'authority', element: 'Authority', required: false, shape: Authority },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const Payment: RecordShape = {
  kind: 'record',
  name: 'Payment',
  fields: [
    { name: 'amount', element: 'Amount', required: true, shape: { kind: 'text', type: 'Decimal' } },
    { name: 'currency', element: 'Currency', required: true, shape: { kind: 'text', type: 'Currency' } },
    { name: 'on', element: 'On', required: true, shape: { kind: 'text', type: 'Date' } },
    { name: 'reference', element: 'Reference', required: false, shape: { kind: 'text', type: 'Text64' } },
  ],
}

const CostSettlement: RecordShape = {
  kind: 'record',
  name: 'CostSettlement',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'invoice', element: 'Invoice', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'outcome', element: 'Outcome', required: true, shape: { kind: 'text', type: 'SettlementCode' } },
    { name: 'payment', element: 'Payment', required: false, shape: Payment },
    { name: 'reasons', element: 'Reasons', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const DataCorrection: RecordShape = {
  kind: 'record',
  name: 'DataCorrection',
  fields: [
    { name: 'messageId', element: 'MessageId', required: true, shape: { kind: 'text', type: 'Uuid' } },
    { name: 'path', element: 'Path', required: true, shape: { kind: 'text', type: 'Text500' } },
    { name: 'oldDigest', element: 'OldDigest', required: false, shape: { kind: 'text', type: 'Digest' } },
    { name: 'correctedBy', element: 'CorrectedBy', required: false, shape: { kind: 'text', type: 'Uuid' } },
    { name: 'newDigest', element: 'NewDigest', required: false, shape: { kind: 'text', type: 'Digest' } },
  ],
}

const DataCorrectionNotice: RecordShape = {
  kind: 'record',
  name: 'DataCorrectionNotice',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: false, shape: { kind: 'text', type: 'Text64' } },
    { name: 'reason', element: 'Reason', required: true, shape: { kind: 'text', type: 'DataReasonCode' } },
    { name: 'text', element: 'Text', required: false, shape: { kind: 'text', type: 'Note1000' } },
    { name: 'corrections', element: 'Corrections', required: true, shape: { kind: 'list', item: 'Correction', shape: DataCorrection } },
    { name: 'correctedOn', element: 'CorrectedOn', required: true, shape: { kind: 'text', type: 'Date' } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const ErasedData: RecordShape = {
  kind: 'record',
  name: 'ErasedData',
  fields: [
    { name: 'messageId', element: 'MessageId', required: true, shape: { kind: 'text', type: 'Uuid' } },
    { name: 'path', element: 'Path', required: false, shape: { kind: 'text', type: 'Text500' } },
  ],
}

const DataErasureNotice: RecordShape = {
  kind: 'record',
  name: 'DataErasureNotice',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: false, shape: { kind: 'text', type: 'Text64' } },
    { name: 'action', element: 'Action', required: true, shape: { kind: 'text', type: 'ErasureCode' } },
    { name: 'reason', element: 'Reason', required: true, shape: { kind: 'text', type: 'DataReasonCode' } },
    { name: 'text', element: 'Text', required: false, shape: { kind: 'text', type: 'Note1000' } },
    { name: 'items', element: 'Items', required: true, shape: { kind: 'list', item: 'Item', shape: ErasedData } },
    { name: 'on', element: 'On', required: true, shape: { kind: 'text', type: 'Date' } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const OnwardTransfer: RecordShape = {
  kind: 'record',
  name: 'OnwardTransfer',
  fields: [
    { name: 'recipient', element: 'Recipient', required: true, shape: { kind: 'text', type: 'Text200' } },
    { name: 'country', element: 'Country', required: false, shape: { kind: 'text', type: 'CountryCode' } },
    { name: 'consent', element: 'Consent', required: true, shape: { kind: 'boolean', type: 'Boolean' } },
  ],
}

const DataUse: RecordShape = {
  kind: 'record',
  name: 'DataUse',
  fields: [
    { name: 'purpose', element: 'Purpose', required: true, shape: { kind: 'text', type: 'Note1000' } },
    { name: 'authority', element: 'Authority', required: true, shape: { kind: 'text', type: 'Text200' } },
    { name: 'on', element: 'On', required: true, shape: { kind: 'text', type: 'Date' } },
    { name: 'result', element: 'Result', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'onward', element: 'Onward', required: false, shape: OnwardTransfer },
  ],
}

const DataUseReport: RecordShape = {
  kind: 'record',
  name: 'DataUseReport',
  fields: [
    { name: 'caseReference', element: 'CaseReference', required: false, shape: { kind: 'text', type: 'Text64' } },
    { name: 'messages', element: 'Messages', required: false, shape: { kind: 'list', item: 'MessageId', shape: { kind: 'text', type: 'Uuid' } } },
    { name: 'uses', element: 'Uses', required: true, shape: { kind: 'list', item: 'Use', shape: DataUse } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const Contact: RecordShape = {
  kind: 'record',
  name: 'Contact',
  fields: [
    { name: 'change', element: 'Change', required: true, shape: { kind: 'text', type: 'ChangeCode' } },
    { name: 'roles', element: 'Roles', required: true, shape: { kind: 'list', item: 'Role', shape: { kind: 'text', type: 'AuthorityRoleCode' } } },
    { name: 'authority', element: 'Authority', required: true, shape: Authority },
    { name: 'party', element: 'Party', required: false, shape: { kind: 'text', type: 'Party' } },
  ],
}

const ContactListUpdate: RecordShape = {
  kind: 'record',
  name: 'ContactListUpdate',
  fields: [
    { name: 'validFrom', element: 'ValidFrom', required: true, shape: { kind: 'text', type: 'Date' } },
    { name: 'contacts', element: 'Contacts', required: true, shape: { kind: 'list', item: 'Contact', shape: Contact } },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const ListedBorderPoint: RecordShape = {
  kind: 'record',
  name: 'ListedBorderPoint',
  fields: [
    { name: 'change', element: 'Change', required: true, shape: { kind: 'text', type: 'ChangeCode' } },
    { name: 'point', element: 'Point', required: true, shape: BorderPoint },
    { name: 'modes', element: 'Modes', required: true, shape: { kind: 'list', item: 'Mode', shape: { kind: 'text', type: 'TransportModeCode' } } },
    { name: 'hours', element: 'Hours', required: false, shape: { kind: 'text', type: 'Text200' } },
    { name: 'authority', element: 'Authority', required: false, shape: Authority },
  ],
}

const BorderPointUpdate: RecordShape = {
  kind: 'record',
  name: 'BorderPointUpdate',
  fields: [
    { name: 'validFrom', element: 'ValidFrom', required: true, shape: { kind: 'text', type: 'Date' } },
    { name: 'points', element: 'Points', required: true, shape: { kind: 'list', item: 'Point', shape: ListedBorderPoint } },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const Figure: RecordShape = {
  kind: 'record',
  name: 'Figure',
  fields: [
    { name: 'measure', element: 'Measure', required: true, shape: { kind: 'text', type: 'MeasureCode' } },
    { name: 'requesting', element: 'Requesting', required: false, shape: { kind: 'text', type: 'CountryCode' } },
    { name: 'requested', element: 'Requested', required: false, shape: { kind: 'text', type: 'CountryCode' } },
    { name: 'category', element: 'Category', required: false, shape: { kind: 'text', type: 'PersonCategoryCode' } },
    { name: 'month', element: 'Month', required: false, shape: { kind: 'text', type: 'PartialDate' } },
    { name: 'replyTime', element: 'ReplyTime', required: false, shape: { kind: 'text', type: 'ReplyTimeCode' } },
    { name: 'count', element: 'Count', required: false, shape: { kind: 'integer', type: 'Integer9' } },
    { name: 'suppressed', element: 'Suppressed', required: true, shape: { kind: 'boolean', type: 'Boolean' } },
  ],
}

const StatisticsReport: RecordShape = {
  kind: 'record',
  name: 'StatisticsReport',
  fields: [
    { name: 'from', element: 'From', required: true, shape: { kind: 'text', type: 'Date' } },
    { name: 'until', element: 'Until', required: true, shape: { kind: 'text', type: 'Date' } },
    { name: 'compiledOn', element: 'CompiledOn', required: true, shape: { kind: 'text', type: 'Date' } },
    { name: 'authority', element: 'Authority', required: true, shape: Authority },
    { name: 'figures', element: 'Figures', required: true, shape: { kind: 'list', item: 'Figure', shape: Figure } },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
  ],
}

const PersonContact: RecordShape = {
  kind: 'record',
  name: 'PersonContact',
  fields: [
    { name: 'phone', element: 'Phone', required: false, shape: { kind: 'text', type: 'Phone' } },
    { name: 'email', element: 'Email', required: false, shape: { kind: 'text', type: 'Email' } },
    { name: 'address', element: 'Address', required: false, shape: Address },
    { name: 'reachable', element: 'Reachable', required: true, shape: { kind: 'boolean', type: 'Boolean' } },
  ],
}

const ReintegrationReferral: RecordShape = {
  kind: 'record',
  name: 'ReintegrationReferral',
  fields: [
    { name: 'reference', element: 'Reference', required: true, shape: { kind: 'text', type: 'Text64' } },
    { name: 'subject', element: 'Subject', required: true, shape: PersonBrief },
    { name: 'consent', element: 'Consent', required: true, shape: { kind: 'boolean', type: 'Boolean' } },
    { name: 'consentOn', element: 'ConsentOn', required: true, shape: { kind: 'text', type: 'Date' } },
    { name: 'needs', element: 'Needs', required: true, shape: { kind: 'list', item: 'Need', shape: { kind: 'text', type: 'NeedCode' } } },
    { name: 'languages', element: 'Languages', required: false, shape: { kind: 'list', item: 'Language', shape: { kind: 'text', type: 'Language' } } },
    { name: 'familyMembers', element: 'FamilyMembers', required: false, shape: { kind: 'integer', type: 'Integer2' } },
    { name: 'returnedOn', element: 'ReturnedOn', required: false, shape: { kind: 'text', type: 'Date' } },
    { name: 'contact', element: 'Contact', required: false, shape: PersonContact },
    { name: 'health', element: 'Health', required: false, shape: Health },
    { name: 'programme', element: 'Programme', required: false, shape: { kind: 'text', type: 'Text200' } },
    { name: 'observations', element: 'Observations', required: false, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'official', element: 'Official', required: true, shape: Official },
  ],
}

const DeliveryNotice: RecordShape = {
  kind: 'record',
  name: 'DeliveryNotice',
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
  name: 'RefusalReason',
  fields: [
    { name: 'code', element: 'Code', required: true, shape: { kind: 'text', type: 'ReasonCode' } },
    { name: 'detail', element: 'Detail', required: false, shape: { kind: 'text', type: 'Text500' } },
  ],
}

const Flag: RecordShape = {
  kind: 'record',
  name: 'Flag',
  fields: [
    { name: 'rule', element: 'Rule', required: true, shape: { kind: 'text', type: 'Text100' } },
    { name: 'path', element: 'Path', required: true, shape: { kind: 'text', type: 'Text1000' } },
  ],
}

const Receipt: RecordShape = {
  kind: 'record',
  name: 'Receipt',
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
    { name: 'flagged', element: 'Flagged', required: false, shape: { kind: 'list', item: 'Flag', shape: Flag } },
  ],
}

const Issue: RecordShape = {
  kind: 'record',
  name: 'Issue',
  fields: [
    { name: 'rule', element: 'Rule', required: true, shape: { kind: 'text', type: 'Text100' } },
    { name: 'path', element: 'Path', required: false, shape: { kind: 'text', type: 'Text1000' } },
    { name: 'expected', element: 'Expected', required: true, shape: { kind: 'text', type: 'Note2000' } },
    { name: 'hint', element: 'Hint', required: false, shape: { kind: 'text', type: 'Note1000' } },
  ],
}

const Problem: RecordShape = {
  kind: 'record',
  name: 'Problem',
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
  'readmission-application-update': ReadmissionApplicationUpdate,
  'acknowledgement': Acknowledgement,
  'information-request': InformationRequest,
  'information-response': InformationResponse,
  'verification-request': VerificationRequest,
  'verification-result': VerificationResult,
  'interview-request': InterviewRequest,
  'interview-schedule': InterviewSchedule,
  'interview-result': InterviewResult,
  'time-limit-extension': TimeLimitExtension,
  'readmission-reply': ReadmissionReply,
  'deemed-approval-notice': DeemedApprovalNotice,
  'travel-document-request': TravelDocumentRequest,
  'travel-document-issued': TravelDocumentIssued,
  'travel-document-refused': TravelDocumentRefused,
  'travel-document-renewal': TravelDocumentRenewal,
  'transfer-notification': TransferNotification,
  'transfer-notification-response': TransferNotificationResponse,
  'transfer-update': TransferUpdate,
  'transfer-cancellation': TransferCancellation,
  'direct-transfer-notice': DirectTransferNotice,
  'arrival-confirmation': ArrivalConfirmation,
  'readmission-in-error-claim': ReadmissionInErrorClaim,
  'readmission-in-error-reply': ReadmissionInErrorReply,
  'transit-application': TransitApplication,
  'transit-reply': TransitReply,
  'transit-revocation': TransitRevocation,
  'case-withdrawal': CaseWithdrawal,
  'case-closure': CaseClosure,
  'cost-claim': CostClaim,
  'cost-settlement': CostSettlement,
  'data-correction-notice': DataCorrectionNotice,
  'data-erasure-notice': DataErasureNotice,
  'data-use-report': DataUseReport,
  'contact-list-update': ContactListUpdate,
  'border-point-update': BorderPointUpdate,
  'statistics-report': StatisticsReport,
  'reintegration-referral': ReintegrationReferral,
  'delivery-notice': DeliveryNotice,
}

/** Element of each body. */
export const ELEMENTS: { readonly [type in MessageType]: string } = {
  'readmission-application': 'ReadmissionApplication',
  'readmission-application-update': 'ReadmissionApplicationUpdate',
  'acknowledgement': 'Acknowledgement',
  'information-request': 'InformationRequest',
  'information-response': 'InformationResponse',
  'verification-request': 'VerificationRequest',
  'verification-result': 'VerificationResult',
  'interview-request': 'InterviewRequest',
  'interview-schedule': 'InterviewSchedule',
  'interview-result': 'InterviewResult',
  'time-limit-extension': 'TimeLimitExtension',
  'readmission-reply': 'ReadmissionReply',
  'deemed-approval-notice': 'DeemedApprovalNotice',
  'travel-document-request': 'TravelDocumentRequest',
  'travel-document-issued': 'TravelDocumentIssued',
  'travel-document-refused': 'TravelDocumentRefused',
  'travel-document-renewal': 'TravelDocumentRenewal',
  'transfer-notification': 'TransferNotification',
  'transfer-notification-response': 'TransferNotificationResponse',
  'transfer-update': 'TransferUpdate',
  'transfer-cancellation': 'TransferCancellation',
  'direct-transfer-notice': 'DirectTransferNotice',
  'arrival-confirmation': 'ArrivalConfirmation',
  'readmission-in-error-claim': 'ReadmissionInErrorClaim',
  'readmission-in-error-reply': 'ReadmissionInErrorReply',
  'transit-application': 'TransitApplication',
  'transit-reply': 'TransitReply',
  'transit-revocation': 'TransitRevocation',
  'case-withdrawal': 'CaseWithdrawal',
  'case-closure': 'CaseClosure',
  'cost-claim': 'CostClaim',
  'cost-settlement': 'CostSettlement',
  'data-correction-notice': 'DataCorrectionNotice',
  'data-erasure-notice': 'DataErasureNotice',
  'data-use-report': 'DataUseReport',
  'contact-list-update': 'ContactListUpdate',
  'border-point-update': 'BorderPointUpdate',
  'statistics-report': 'StatisticsReport',
  'reintegration-referral': 'ReintegrationReferral',
  'delivery-notice': 'DeliveryNotice',
}

/** What is expected of a leaf, by the name of its type. */
export const EXPECTED: { readonly [type: string]: string } = {
  Airport: "an IATA airport code, three letters",
  ArrivalOutcomeCode: "one of ARRIVED, NO_SHOW, REFUSED_ENTRY",
  AuthorityRoleCode: "one of APPLICATIONS, REPLIES, INTERVIEWS, TRAVEL_DOCUMENTS, TRANSFERS, TRANSIT, COSTS, DATA_PROTECTION, TECHNICAL",
  Blob256KiB: "base64 with padding and without line breaks, at most 256 KiB",
  Boolean: "true or false",
  CancellationReasonCode: "one of ABSCONDED, HEALTH, LEGAL_OBSTACLE, DOCUMENTS, TRANSPORT, OBJECTION, OTHER",
  CaseEndReasonCode: "one of VOLUNTARY_DEPARTURE, ABSCONDED, RESIDENCE_GRANTED, COURT_ORDER, DECEASED, DUPLICATE, TRANSFERRED, TIME_LIMIT_PASSED, OTHER",
  ChangeCode: "one of ADDED, CHANGED, REMOVED",
  CivilStatusCode: "one of SINGLE, MARRIED, DIVORCED, WIDOWED, PARTNERSHIP, UNKNOWN",
  CompletenessCode: "one of COMPLETE, INCOMPLETE",
  ConfidenceCode: "one of CERTAIN, PROBABLE, POSSIBLE",
  CostKindCode: "one of TICKETS, CHARTER, ESCORTS, MEDICAL, DOCUMENTS, TRANSIT, RETURN_IN_ERROR, OTHER",
  CountryCode: "a code of the list CountryCode",
  Currency: "a currency, ISO 4217 code of three letters",
  DataReasonCode: "one of INACCURATE, INCOMPLETE, UNLAWFUL, NO_LONGER_NEEDED, RETENTION_ENDED, REQUEST_OF_PERSON",
  Date: "a date, YYYY-MM-DD",
  DateTime: "a date and time in UTC, YYYY-MM-DDThh:mm:ssZ or YYYY-MM-DDThh:mm:ss.sssZ",
  Decimal: "a decimal number in digits, with a point",
  DecisionCode: "one of APPROVED, REFUSED",
  Digest: "a SHA-256 digest, 64 hexadecimal digits in lower case",
  DocumentBasisCode: "one of HELD_DOCUMENT, RETURN_CERTIFICATE, EU_TRAVEL_DOCUMENT",
  DocumentTypeCode: "one of PASSPORT, IDENTITY_CARD, RETURN_CERTIFICATE, EU_TRAVEL_DOCUMENT, SEAMANS_BOOK, SERVICE_BOOK, DRIVING_LICENCE, BIRTH_CERTIFICATE, RESIDENCE_PERMIT, VISA, OTHER",
  Email: "an e-mail address",
  ErasureCode: "one of ERASED, BLOCKED",
  ErrorGroundCode: "one of NOT_A_NATIONAL, OTHER_PERSON, CONDITIONS_NOT_MET, FORGED_EVIDENCE, OTHER",
  ErrorReplyGroundCode: "one of CONDITIONS_MET, OUT_OF_TIME, NOT_SHOWN, OTHER",
  EscortRoleCode: "one of SECURITY, MEDICAL, INTERPRETER, OBSERVER",
  EvidenceCode: "a code of the list EvidenceCode",
  ExtensionGroundCode: "one of LEGAL_OBSTACLE, FACTUAL_OBSTACLE",
  EyeColourCode: "one of BLACK, BLUE, BROWN, GREEN, GREY, HAZEL, OTHER",
  Flight: "a flight number without spaces",
  IdentifierTypeCode: "one of FIN, NATIONAL_NUMBER, FOREIGNERS_FILE, OTHER",
  Integer2: "a whole number of at most 2 digits",
  Integer3: "a whole number of at most 3 digits",
  Integer9: "a whole number of at most 9 digits",
  InterviewModeCode: "one of IN_PERSON, VIDEO, TELEPHONE",
  InterviewOutcomeCode: "one of NATIONALITY_CONFIRMED, NOT_CONFIRMED, INCONCLUSIVE, NO_SHOW",
  Language: "a language, ISO 639 code with or without a script",
  MeasureCode: "one of APPLICATIONS, APPROVALS, REFUSALS, DEEMED_APPROVALS, WITHDRAWALS, PENDING, TRAVEL_DOCUMENTS, TRANSFERS, NOT_ARRIVED, IN_ERROR, TRANSITS",
  MediaType: "a media type in lower case",
  MessageType: "a code of the list MessageType",
  MissingItemCode: "one of IDENTITY, PHOTO, EVIDENCE, COPIES, TRANSLATION, DATE_OF_KNOWLEDGE, APPREHENSION, FAMILY, OTHER",
  MrzName: "the name field of a machine-readable zone: A to Z and <",
  NeedCode: "one of HOUSING, LIVELIHOOD, EMPLOYMENT, BUSINESS, EDUCATION, LEGAL, MEDICAL, PSYCHOSOCIAL, CHILD, OTHER",
  Nonce: "128 random bits in base64url, 22 characters",
  Note1000: "1 to 1000 characters, no white space at either end, no control characters but line feed",
  Note2000: "1 to 2000 characters, no white space at either end, no control characters but line feed",
  Note4000: "1 to 4000 characters, no white space at either end, no control characters but line feed",
  Note500: "1 to 500 characters, no white space at either end, no control characters but line feed",
  NoticeEventCode: "one of ContentHandover, ConsignmentRejection, ContentHandoverFailure, ContentConsignmentFailure",
  ObjectionReasonCode: "one of SHORT_NOTICE, BORDER_POINT, TIME, DOCUMENTS, ESCORTS, OTHER",
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
  RegisterCode: "one of POPULATION, IDENTITY_CARDS, PASSPORTS, CITIZENSHIP, CIVIL_STATUS, MIGRATION, BORDER_CROSSINGS, CONSULAR, OTHER",
  RenewalReasonCode: "one of EXPIRED, EXPIRES_BEFORE_TRANSFER, LOST, DAMAGED, WRONG_PARTICULARS",
  ReplyTimeCode: "one of D0_2, D3_7, D8_15, D16_30, D31",
  RuleSet: "the name of a rule set: lower-case letters, digits and hyphens",
  SettlementCode: "one of PAID, PARTLY_PAID, DISPUTED",
  SexCode: "one of F, M, X",
  Text100: "1 to 100 characters on one line, no white space at either end, no control characters",
  Text1000: "1 to 1000 characters on one line, no white space at either end, no control characters",
  Text16: "1 to 16 characters on one line, no white space at either end, no control characters",
  Text20: "1 to 20 characters on one line, no white space at either end, no control characters",
  Text200: "1 to 200 characters on one line, no white space at either end, no control characters",
  Text40: "1 to 40 characters on one line, no white space at either end, no control characters",
  Text500: "1 to 500 characters on one line, no white space at either end, no control characters",
  Text64: "1 to 64 characters on one line, no white space at either end, no control characters",
  TransferAnswerCode: "one of ACCEPTED, OBJECTION",
  TransitRefusalCode: "one of PERSECUTION_RISK, CRIMINAL_PROSECUTION, PUBLIC_HEALTH, SECURITY, PUBLIC_ORDER, OTHER",
  TransportModeCode: "one of AIR, LAND, SEA",
  TravelDocumentRefusalCode: "one of IDENTITY_DOUBTFUL, NATIONALITY_DOUBTFUL, NO_APPROVAL, PHOTO_UNSUITABLE, VALID_DOCUMENT_HELD, OTHER",
  Uuid: "a UUID in lower case",
  UuidUrn: "urn:uuid: and a UUID in lower case",
  VerdictCode: "one of MATCH, SEVERAL, NO_MATCH, NOT_SEARCHED",
  VersionCode: "one of 1.0",
}
