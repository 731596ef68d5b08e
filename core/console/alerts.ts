/** What operators are told without asking: rules over how the hub stands, and when they want to be left alone. Counts, parties and codes; never a person. */
import type { PartyId } from '#core/message.ts'
import type { Directory } from '#core/resolve.ts'
import { HOME } from './deadlines.ts'
import { certificateEnds, type OwnCertificate, type Standing } from './overview.ts'
import type { Verification } from './verifying.ts'

interface RuleRow {
  /** Unit of the threshold; an alert begins when it is reached. */
  readonly unit: 'deliveries' | 'minutes' | 'hours' | 'clocks' | 'days' | 'chains' | 'certificates'
  readonly usual: number
  readonly enabled: boolean
  /** Told in quiet hours, too. */
  readonly urgent: boolean
}

export const RULES = {
  failures: { unit: 'deliveries', usual: 10, enabled: true, urgent: false },
  backlog: { unit: 'minutes', usual: 240, enabled: true, urgent: false },
  unreachable: { unit: 'minutes', usual: 30, enabled: true, urgent: false },
  silence: { unit: 'hours', usual: 72, enabled: false, urgent: false },
  overdue: { unit: 'clocks', usual: 1, enabled: true, urgent: false },
  certificates: { unit: 'days', usual: 30, enabled: true, urgent: false },
  revoked: { unit: 'certificates', usual: 1, enabled: true, urgent: true },
  chain: { unit: 'chains', usual: 1, enabled: true, urgent: true },
} as const satisfies Readonly<Record<string, RuleRow>>

export type Rule = keyof typeof RULES
export const RULE_NAMES = Object.keys(RULES) as readonly Rule[]

export interface RuleSetting {
  readonly enabled: boolean
  readonly threshold: number
}

export interface AlertSettings {
  readonly rules: Readonly<Record<Rule, RuleSetting>>
  /** `HH:MM` in Asia/Baku; over midnight where `to` is earlier. */
  readonly quiet?: { readonly from: string; readonly to: string }
}

export const USUAL_SETTINGS: AlertSettings = {
  rules: Object.fromEntries(
    RULE_NAMES.map((rule) => [rule, { enabled: RULES[rule].enabled, threshold: RULES[rule].usual }]),
  ) as AlertSettings['rules'],
}

/** What a rule finds now. */
export interface Finding {
  readonly rule: Rule
  /** The hub itself where no party is to blame. */
  readonly party: PartyId
  /** In the rule's unit. */
  readonly value: number
}

/** A finding since it was first found. */
export interface Alert extends Finding {
  readonly alertId: string
  readonly since: Date
  readonly endedAt?: Date
  /** When the channels were told. */
  readonly toldAt?: Date
}

export interface Alerts {
  settings(): Promise<AlertSettings>
  change(settings: AlertSettings, by: { readonly by: string; readonly at: Date }): Promise<void>
  /** What is found begins where it is new, and what is found no more ends. Answers with how many began or ended. */
  found(findings: readonly Finding[], now: Date): Promise<number>
  /** Those that nobody was told of yet, of these rules; they count as told from now on, for one caller. */
  take(rules: readonly Rule[], now: Date): Promise<readonly Alert[]>
  /** They could not be told after all. */
  giveBack(alerts: readonly Alert[]): Promise<void>
  /** Those that last, then those that have ended, newest first. */
  list(limit: number): Promise<readonly Alert[]>
}

/** A way to people outside the console. */
export interface Channel {
  readonly kind: 'mail' | 'webhook'
  /** Throws when it could not be handed over. */
  send(notice: Notice): Promise<void>
}

export interface Notice {
  readonly at: string
  readonly environment: string
  readonly alerts: readonly Pick<Alert, 'rule' | 'party' | 'value'>[]
  readonly test: boolean
}

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

/** Everything that a rule finds, in the order of the rules. */
export function findingsOf(
  { rules }: AlertSettings,
  standing: Standing,
  directory: Directory,
  own: readonly OwnCertificate[],
  verification: Verification,
  now: Date,
): readonly Finding[] {
  const active = new Set(directory.parties.filter(({ status }) => status === 'active').map(({ id }) => id))
  const since = (then: Date | undefined, ms: number): number => (then ? Math.floor((now.getTime() - then.getTime()) / ms) : 0)
  const parties = standing.parties.filter(({ party }) => active.has(party))
  const failed = Map.groupBy(standing.failures, ({ party }) => party)
  const values: Readonly<Record<Rule, readonly (readonly [PartyId, number])[]>> = {
    failures: [...failed].map(([party, groups]) => [party, groups.reduce((sum, { count }) => sum + count, 0)]),
    backlog: parties.map(({ party, oldest }) => [party, since(oldest, MINUTE_MS)]),
    unreachable: parties.map(({ party, silentSince }) => [party, since(silentSince, MINUTE_MS)]),
    silence: parties.map(({ party, lastIn }) => [party, since(lastIn, HOUR_MS)]),
    overdue: [['hub', standing.overdue.count]],
    certificates: certificateEnds(directory, own).map(({ party, validUntil }) => [
      party,
      Math.floor((validUntil.getTime() - now.getTime()) / DAY_MS),
    ]),
    revoked: directory.parties.map(({ id, certificates }) => [
      id,
      certificates.filter(({ sha256, status }) => status === 'active' && directory.statusOf(sha256)?.state === 'revoked').length,
    ]),
    chain: [['hub', verification.verdict?.broken.length ?? 0]],
  }
  return RULE_NAMES.flatMap((rule) => {
    const { enabled, threshold } = rules[rule]
    if (!enabled) return []
    const reached = (value: number): boolean => (rule === 'certificates' ? value <= threshold : value >= threshold && value > 0)
    const worst = new Map<PartyId, number>()
    for (const [party, value] of values[rule]) if (reached(value)) worst.set(party, Math.min(worst.get(party) ?? value, value))
    return [...worst].map(([party, value]) => ({ rule, party, value }))
  })
}

/** Rules that may be told now. */
export const audible = (settings: AlertSettings, now: Date): readonly Rule[] =>
  isQuiet(settings, now) ? RULE_NAMES.filter((rule) => RULES[rule].urgent) : RULE_NAMES

function isQuiet({ quiet }: AlertSettings, now: Date): boolean {
  if (!quiet) return false
  const time = now.toLocaleTimeString('en-GB', { timeZone: HOME.timeZone, hour: '2-digit', minute: '2-digit' })
  const { from, to } = quiet
  return from <= to ? time >= from && time < to : time >= from || time < to
}
