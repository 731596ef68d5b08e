/** An error as a problem document (RFC 9457), in JSON or XML, signed when the caller is a proven party. Whichever way it came in, it reads the same. */
import type { Dialect } from '#core/adapter.ts'
import type { PartyRecord } from '#core/directory.ts'
import { ERRORS, type ErrorKind, HubError, hubError, type Issue } from '#core/errors.ts'
import type { Hub } from '#core/hub.ts'
import type { Peer, Syntax } from '#core/message.ts'
import { signDocument } from '#core/signature/document.ts'
import { faultBytesOf } from '#core/signature/fault.ts'
import { problemBytesOf, problemElementOf } from '#core/signature/receipt.ts'
import { unsignedEnvelope } from '#core/signature/wss-sign.ts'
import type { Problem } from '#schemas/generated/types.ts'

/** A new kind of error without a status does not compile. */
export const STATUS: Record<ErrorKind, number> = {
  malformed: 400,
  unproven: 401,
  forbidden: 403,
  absent: 404,
  method: 405,
  conflict: 409,
  gone: 410,
  oversized: 413,
  mediaType: 415,
  invalid: 422,
  hurried: 429,
  broken: 500,
  unavailable: 503,
}

/** As many as the schema of a problem takes. */
const MAX_ISSUES = 1000

/** As a document of its own, or as a fault in a SOAP envelope. */
export type ProblemForm = Syntax | 'soap'

export interface Asked {
  readonly requestId: string
  readonly peer: Peer | undefined
  readonly form: ProblemForm
}

export interface ProblemDocument {
  readonly error: HubError
  readonly status: number
  readonly mediaType: `application/problem+${Syntax}` | 'application/soap+xml'
  readonly bytes: Uint8Array
  /** Beside JSON, for a proven party. */
  readonly signature: string | undefined
}

export async function problemFor(hub: Hub, fault: unknown, { requestId, peer, form }: Asked): Promise<ProblemDocument> {
  const error = fault instanceof HubError ? fault : hubError('INTERNAL', { cause: fault })
  const row = ERRORS[error.code]
  const status = STATUS[row.kind]
  const problem: Problem = {
    type: `urn:korpu:problem:${error.code}`,
    title: row.title,
    status,
    code: error.code,
    detail: error.message === row.title ? row.hint : error.message,
    instance: `urn:uuid:${requestId}`,
    stage: error.stage,
    ...(error.issues.length === 0 ? {} : { issues: error.issues.slice(0, MAX_ISSUES).map(issueOf) }),
  }
  const known = isParty(hub, peer)
  if (form === 'soap') return { error, ...(await faultFor(hub, problem, known)) }
  const unsigned = { bytes: problemBytesOf(problem, form), signature: undefined }
  const { bytes, signature } = known
    ? await signDocument('Problem', unsigned.bytes, form === 'xml' ? 'xades' : 'jades', hub.keys.signing(), hub.clock.now())
    : unsigned
  return { error, status, mediaType: `application/problem+${form}`, bytes, signature }
}

/** SOAP 1.2 part 2, table 20: a fault of the sender is 400, any other 500. Who is too fast may come again, so it is no fault of the sender. */
export const faultStatusOf = (status: number): 400 | 500 => (status < 500 && status !== STATUS.hurried ? 400 : 500)

async function faultFor(hub: Hub, problem: Problem, known: boolean): Promise<Omit<ProblemDocument, 'error'>> {
  const status = faultStatusOf(problem.status)
  const fault = faultBytesOf(problemElementOf(problem), status === 400 ? 'Sender' : 'Receiver', problem.title)
  const address = { messageId: problem.instance.slice('urn:uuid:'.length) }
  const bytes = known
    ? (await signDocument('Problem', fault, 'wss', hub.keys.signing(), hub.clock.now(), address)).bytes
    : unsignedEnvelope(fault)
  return { status, mediaType: 'application/soap+xml', bytes, signature: undefined }
}

/** How a party reads a problem that nobody asked for in a form. */
export function problemFormOf({ endpoint }: PartyRecord, dialect: Dialect): ProblemForm {
  return endpoint.signature === 'wss' ? 'soap' : dialect.syntax
}

/** The whole document has no path: the schema of a problem knows no empty text. */
function issueOf({ path, ...issue }: Issue) {
  return path === '' ? issue : { ...issue, path }
}

/** Strangers get no signature of ours. */
const isParty = (hub: Hub, peer: Peer | undefined): boolean =>
  peer !== undefined && hub.directory().peerOf(peer, hub.clock.now()) !== undefined
