/** Judges a container by itself and by certificates that the reader trusts: no hub, no database, no network. */
import { isJsonObject, parseJson } from '#core/codec/json.ts'
import { HubError } from '#core/errors.ts'
import type { JsonObject } from '#core/message.ts'
import type { Certificate } from '#core/signature/certificate.ts'
import { type File, verifyBeside } from '#core/signature/xades-beside.ts'
import type { StampedList } from '#core/timestamps.ts'
import { subjectOf } from '#core/trust.ts'
import { CHAIN, CONTAINER_TYPE, fileOf, MIMETYPE, SIGNATURES, STATEMENT } from './files.ts'
import { findingsOf } from './findings.ts'
import { FORMAT, type Statement, type Step } from './statement.ts'
import type { Trusting } from './trusting.ts'
import { unzipped } from './zip.ts'

export interface Finding {
  readonly proven: boolean
  /** For people. */
  readonly sentence: string
}

export interface Judgement {
  /** Everything that the container says was proven. */
  readonly holds: boolean
  readonly findings: readonly Finding[]
  /** What the container does not show by its nature. */
  readonly limits: readonly string[]
}

/** What an intact container says, and who signed it. */
export interface Opened {
  readonly files: ReadonlyMap<string, File>
  readonly statement: Statement
  readonly steps: readonly Step[]
  readonly hub: Certificate
  readonly signedAt: Date
}

export async function judge(container: Uint8Array, trusting: Trusting): Promise<Judgement> {
  const opened = open(container)
  if ('faults' in opened) return { holds: false, findings: opened.faults.map((sentence) => ({ proven: false, sentence })), limits: [] }
  const trusted = trusting(opened.hub, opened.signedAt)
  const first: Finding = {
    proven: trusted === undefined,
    sentence:
      trusted === undefined
        ? `All ${opened.files.size} files are what ${subjectOf(opened.hub)} signed as the hub on ${opened.signedAt.toISOString()}.`
        : `The hub's certificate ${subjectOf(opened.hub)} ${trusted}.`,
  }
  const findings = [first, ...(await findingsOf(opened, trusting))]
  return { holds: findings.every(({ proven }) => proven), findings, limits: limitsOf(opened) }
}

/** The files, when not one byte of the container differs from what was signed; otherwise which of them do. */
function open(container: Uint8Array): Opened | { readonly faults: readonly string[] } {
  const { entries, damaged } = unzipped(container)
  if (damaged.length > 0) return { faults: damaged.map(faultOf) }
  const [first] = entries
  if (first?.name !== MIMETYPE || Buffer.from(first.bytes).toString('latin1') !== CONTAINER_TYPE)
    return { faults: ['This is no ASiC-E container.'] }
  const signature = entries.find(({ name }) => name === SIGNATURES)
  if (!signature) return { faults: [`${SIGNATURES} is missing: nobody signed this container.`] }
  const files = entries.filter(({ name }) => name !== SIGNATURES).map(({ name, bytes }) => fileOf(name, bytes))
  try {
    const { changed, signer } = verifyBeside(signature.bytes, files)
    if (!signer) return { faults: [`The signature in ${SIGNATURES} does not hold.`] }
    if (changed.length > 0) return { faults: changed.map((name) => `${name} is not what was signed.`) }
    const byName = new Map(files.map((file) => [file.name, file]))
    const statement = parseJson(bytesOf(byName, STATEMENT)) as unknown as Statement
    if (statement.format !== FORMAT) return { faults: [`${STATEMENT} is of another format than this program reads.`] }
    const { steps } = parseJson(bytesOf(byName, CHAIN))
    if (!Array.isArray(steps) || !steps.every(isJsonObject)) return { faults: [`${CHAIN} lists no links.`] }
    return {
      files: byName,
      statement,
      steps: steps as readonly JsonObject[] as unknown as readonly Step[],
      hub: signer.certificate,
      signedAt: signer.signedAt,
    }
  } catch (fault) {
    if (!(fault instanceof HubError)) throw fault
    return { faults: [`${SIGNATURES}, ${STATEMENT} or ${CHAIN} cannot be read: ${fault.message}`] }
  }
}

const faultOf = (name: string | undefined): string =>
  name === undefined ? 'The archive itself, around its files, is not as it was written.' : `${name} was changed: its checksum differs.`

const bytesOf = (files: ReadonlyMap<string, File>, name: string): Uint8Array => files.get(name)?.bytes ?? new Uint8Array()

function stampedHeads({ bytes }: File): readonly number[] {
  const { treeHeads } = parseJson(bytes) as unknown as StampedList
  return Array.isArray(treeHeads) ? treeHeads.map(({ number }) => number) : []
}

function limitsOf({ files, statement, steps, signedAt }: Opened): readonly string[] {
  const stamped = [...files.values()].filter(({ name }) => /^timestamps\/\d+\.json$/.test(name)).flatMap(stampedHeads)
  const unstamped = [...new Set(steps.map(({ treeHead }) => treeHead))].filter((number) => !stamped.includes(number))
  const heard = [...files.keys()].filter((name) => name.startsWith('revocation/'))
  const outside = (statement.message.attachments ?? []).filter(({ file }) => file === undefined)
  return [
    ...outside.map(
      ({ digest, size }) => `Of the attachment ${digest} (${size} bytes) only the digest is here: compare it with the bytes that you have.`,
    ),
    `This is the copy of ${statement.for}: of bytes that it neither sent nor was sent, only digests are here. That they say the same content is the signed statement of the hub.`,
    ...(unstamped.length === 0
      ? []
      : [
          `That this was so on ${signedAt.toISOString()}, and when things happened, is said by the clocks of those who signed: of tree head ${unstamped.join(', ')} no timestamp of an authority is in it. Where the hub has one stamp them, ask for the evidence again in a few minutes.`,
        ]),
    ...(heard.length > 0 ? [] : ['Whether a certificate was revoked is not in it: ask its issuer.']),
  ]
}
