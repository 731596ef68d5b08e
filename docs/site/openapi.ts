/** The exchange API as OpenAPI 3.1, self-contained: the types of the standard are its components. */
import { ERRORS, type ErrorCode } from '#core/errors.ts'
import { ATTACHMENT_MEDIA_TYPES } from '#core/media.ts'
import { faultStatusOf, STATUS } from '#core/problem.ts'
import { jsonSchema } from '#schemas/generate/json-schema.ts'
import type { Schema } from './answers.ts'
import { MODEL } from './model.ts'
import { type Answer, errorsOf, OPERATIONS, type Operation, type Parameter } from './operations.ts'

export const openApi = (): Schema => ({
  openapi: '3.1.0',
  info: {
    title: 'Körpü exchange API',
    version: '1.0',
    description:
      'Readmission messages between states and agencies. Every connection is mutual TLS; every message, receipt and problem to a party is signed, see signing.html beside this document.',
    license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
  },
  servers: [{ url: '/' }],
  security: [{ clientCertificate: [] }],
  paths: pathsOf(),
  components: { schemas: componentsOf(), securitySchemes: { clientCertificate: { type: 'mutualTLS' } } },
})

function pathsOf(): Schema {
  const paths: { [path: string]: { [method: string]: Schema } } = {}
  for (const operation of OPERATIONS) paths[operation.path] = { ...paths[operation.path], [operation.method]: operationOf(operation) }
  return paths
}

function operationOf(operation: Operation): Schema {
  const { id, summary, proven, parameters = [], takes, answers } = operation
  return {
    operationId: id,
    summary,
    ...(proven ? {} : { security: [] }),
    ...(parameters.length > 0 ? { parameters: parameters.map(parameterOf) } : {}),
    ...(takes ? { requestBody: { required: true, content: contentTaken(takes) } } : {}),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, responseOf(answer)])),
      ...problemsOf(operation),
    },
  }
}

const parameterOf = ({ name, in: where, about, schema }: Parameter): Schema => ({
  name,
  in: where,
  ...(where === 'path' ? { required: true } : {}),
  description: about,
  schema,
})

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const binary: Schema = Object.fromEntries(ATTACHMENT_MEDIA_TYPES.map((type) => [type, {}]))

/** XML is described by the XSD; only JSON has a schema here. */
const documents = (name: string): Schema => ({
  'application/json': { schema: ref(name) },
  'application/xml': { schema: { type: 'string', description: `${name} of message-1.xsd, with its signature` } },
  'application/jose': { schema: { type: 'string', description: `${name} as a compact JWS` } },
})

const envelope: Schema = {
  'application/soap+xml': { schema: { type: 'string', description: 'SOAP 1.2 envelope, signed with WS-Security' } },
}

function contentTaken(takes: NonNullable<Operation['takes']>): Schema {
  if (takes === 'binary') return binary
  return takes === 'Envelope' ? envelope : documents(takes)
}

function responseOf({ about, body, signed }: Answer): Schema {
  if (body === undefined) return { description: about }
  if (body === 'binary') return { description: about, content: binary }
  if (body === 'Envelope') return { description: about, content: envelope }
  if (body === 'text') return { description: about, content: { '*/*': { schema: { type: 'string' } } } }
  const beside = signed ? { headers: { 'JWS-Signature': SIGNATURE_HEADER } } : {}
  if (typeof body === 'object') return { description: about, ...beside, content: { 'application/json': { schema: body } } }
  return { description: about, headers: { 'JWS-Signature': SIGNATURE_HEADER }, content: documents(body) }
}

const SIGNATURE_HEADER: Schema = { description: 'The detached signature, with JSON only', schema: { type: 'string' } }

function problemsOf(operation: Operation): Schema {
  const isSoap = operation.takes === 'Envelope'
  const statusOf = (code: ErrorCode) => STATUS[ERRORS[code].kind]
  const byStatus = Map.groupBy(errorsOf(operation), (code) => (isSoap ? faultStatusOf(statusOf(code)) : statusOf(code)))
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `${code}: ${ERRORS[code].title}.`).join(' '),
        content: isSoap
          ? envelope
          : {
              'application/problem+json': { schema: { ...ref('Problem'), properties: { code: { enum: [...new Set(codes)] } } } },
              'application/problem+xml': { schema: { type: 'string', description: 'Problem of message-1.xsd' } },
            },
      },
    ]),
  )
}

/** The published JSON Schema, its definitions moved to where OpenAPI keeps them. */
function componentsOf(): Schema {
  const { $schema: _, $id: __, $defs, ...message } = jsonSchema(MODEL) as { $schema: unknown; $id: unknown; $defs: Schema }
  return JSON.parse(JSON.stringify({ Message: message, ...$defs }).replaceAll('"#/$defs/', '"#/components/schemas/')) as Schema
}
