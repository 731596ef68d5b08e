/** The report of a session: what was tested, what was expected of each step and what happened, signed by the hub. */
import { canonicalJson } from '#core/codec/jcs.ts'
import type { JsonObject, SignedDocument } from '#core/message.ts'
import { signDocument } from '#core/signature/document.ts'
import type { SigningKey } from '#core/signature/key.ts'
import type { Words } from '#schemas/words.ts'
import type { Lab, Told } from './lab.ts'

export const LAB_FORMAT = 'korpu-lab-1'

interface Spoken {
  readonly en: string
  readonly az: string
}

export interface ReportedStep {
  readonly step: string
  readonly title: Spoken
  readonly expected: Spoken
  readonly result: Told['result']
  readonly happened: Spoken
  readonly durationMs: number
}

export interface LabReport {
  readonly format: typeof LAB_FORMAT
  readonly labId: string
  readonly party: string
  readonly title: string
  readonly dialect: string
  readonly transport: string
  readonly signature: string
  readonly startedAt: string
  readonly endedAt: string
  /** Whether no step has failed. */
  readonly conforms: boolean
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly steps: readonly ReportedStep[]
}

export function reportOf({ labId, party, way, dialect }: Lab, steps: readonly Told[], startedAt: Date, endedAt: Date): LabReport {
  const count = (result: Told['result']): number => steps.filter((step) => step.result === result).length
  return {
    format: LAB_FORMAT,
    labId,
    party: party.id,
    title: party.title,
    dialect: dialect.name,
    transport: way.transport,
    signature: party.endpoint.signature,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    conforms: count('failed') === 0,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    steps: steps.map(reportedStep),
  }
}

export const reportedStep = ({ title, expected, happened, ...told }: Told): ReportedStep => ({
  ...told,
  title: spoken(title),
  expected: spoken(expected),
  happened: spoken(happened),
})

/** JSON in canonical form, the signature beside it (`typ` `korpu-lab-report`). */
export function signedReport(report: LabReport, key: SigningKey, at: Date): Promise<SignedDocument> {
  return signDocument('LabReport', Buffer.from(canonicalJson(report as unknown as JsonObject)), 'jades', key, at)
}

const spoken = ([en, az]: Words): Spoken => ({ en, az })
