/**
 * A version 1.2 that nobody has published: version 1.1 with an optional field (`subject.nickname`), two codes (`CHIP_NUMBER` of identifiers, `EXPRESS` of
 * procedures) and a message type (`case-note`). Made from the published schema, as a later version would be.
 */
import { readFileSync } from 'node:fs'
import { Ajv2020, type SchemaObject } from 'ajv/dist/2020.js'
import { type DocumentName, NAMESPACE, newestOf, type RecordShape, VERSIONS, type Version, type Versions } from '#schemas/index.ts'

const newest = newestOf(VERSIONS)
const NUMBER = '1.2'
const CASE_NOTE = 'case-note'

function schema(): SchemaObject {
  const { $defs, ...root }: SchemaObject = JSON.parse(readFileSync('schemas/published/message-1.schema.json', 'utf8'))
  $defs.VersionCode.enum.push(NUMBER)
  $defs.MessageType.enum.push(CASE_NOTE)
  $defs.IdentifierTypeCode.enum.push('CHIP_NUMBER')
  $defs.ProcedureCode.enum.push('EXPRESS')
  $defs.Person.properties.nickname = { $ref: '#/$defs/Text100' }
  $defs.CaseNote = { type: 'object', properties: { text: { $ref: '#/$defs/Note1000' } }, required: ['text'], additionalProperties: false }
  return { ...root, $defs }
}

function withNickname(application: RecordShape): RecordShape {
  const nickname = { name: 'nickname', element: 'Nickname', required: false, shape: { kind: 'text', type: 'Text100' } } as const
  const fields = application.fields.map((field) =>
    field.name === 'subject' && field.shape.kind === 'record'
      ? { ...field, shape: { ...field.shape, fields: [...field.shape.fields, nickname] } }
      : field,
  )
  return { ...application, fields }
}

const caseNote: RecordShape = {
  kind: 'record',
  name: 'CaseNote',
  fields: [{ name: 'text', element: 'Text', required: true, shape: { kind: 'text', type: 'Note1000' } }],
}

function nextVersion(): Version {
  const ajv = new Ajv2020({ allErrors: true, inlineRefs: false })
  ajv.addSchema(schema())
  const validatorOf = (name: string) => ajv.getSchema(`${NAMESPACE}#/$defs/${name}`)
  const elements = { ...newest.elements, [CASE_NOTE]: 'CaseNote' }
  const documents = { Header: 'Header', Receipt: 'Receipt', Problem: 'Problem', ...elements }
  const validators = Object.entries(documents).map(([name, definition]) => [name, validatorOf(definition)] as const)
  return {
    number: NUMBER,
    elements,
    shapes: {
      ...newest.shapes,
      'readmission-application': withNickname(newest.shapes['readmission-application']),
      [CASE_NOTE]: caseNote,
    } as { readonly [name in DocumentName]: RecordShape },
    expected: newest.expected,
    validators: Object.fromEntries(validators) as unknown as Version['validators'],
  }
}

/** The versions that are published, and 1.2 beside them. */
export const AND_THE_NEXT: Versions = [...VERSIONS, nextVersion()]
