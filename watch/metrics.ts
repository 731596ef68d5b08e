/** What `/metrics` says: acts and events as they are counted here, the rest as it stands when somebody asks. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { CertificateRecord } from '#core/directory.ts'
import type { Figures } from '#core/figures.ts'
import type { PartyId } from '#core/message.ts'
import type { Log, LogFields } from '#core/ports.ts'
import type { Directory } from '#core/resolve.ts'
import { createRegistry, type Reading, type Registry } from './registry.ts'
import { BOUNDS_S, METRICS, RARE_EVENTS } from './table.ts'

export interface Sources {
  readonly now: () => Date
  readonly directory: () => Directory
  /** Throws when the store does not answer. */
  readonly figures: (now: Date) => Promise<Figures>
  readonly pool: () => { readonly total: number; readonly idle: number; readonly waiting: number; readonly limit: number }
  /** Whether tree heads are stamped by an authority. */
  readonly stamps: boolean
  /** The hub's own certificates. */
  readonly own: () => readonly Pick<CertificateRecord, 'use' | 'validUntil'>[]
}

export interface Metrics {
  readonly registry: Registry<typeof METRICS>
  /** From then on store and directory are there to be read. */
  follow(sources: Sources): void
  isParty(id: PartyId): boolean
  /** The same log, every line of it counted. */
  counting(log: Log): Log
  scrape(): Promise<string>
}

type Gauge = Reading<typeof METRICS>

/** However many ask: the store is read once in this time. */
const FRESH_MS = 10_000

export function createMetrics(): Metrics {
  const registry = createRegistry(METRICS, BOUNDS_S)
  const loop = monitorEventLoopDelay({ resolution: 20 })
  loop.enable()
  let sources: Sources | undefined
  let last: { readonly at: number; readonly figures: Promise<Figures> } | undefined

  const figuresOf = ({ figures, now }: Sources): Promise<Figures> => {
    if (!last || performance.now() - last.at > FRESH_MS) last = { at: performance.now(), figures: figures(now()) }
    return last.figures
  }
  const isParty = (id: PartyId): boolean => sources?.directory().party(id) !== undefined
  const counted =
    <Rest extends readonly unknown[]>(line: (event: string, fields: LogFields, ...rest: Rest) => void) =>
    (event: string, fields: LogFields, ...rest: Rest): void => {
      registry.add('korpu_events_total', { event, code: fields.code ?? '' })
      line(event, fields, ...rest)
    }
  for (const event of RARE_EVENTS) registry.add('korpu_events_total', { event, code: '' }, 0)

  return {
    registry,
    isParty,
    follow: (given) => {
      sources = given
    },
    counting: (log) => ({ info: counted(log.info), warn: counted(log.warn), error: counted(log.error) }),
    scrape: async () => {
      const read = sources ? await readingsOf(sources, figuresOf) : AWAY
      const lagS = loop.percentile(99) / 1e9
      loop.reset()
      return registry.text([...read, ...processGauges(lagS)])
    },
  }
}

const AWAY: readonly Gauge[] = [{ name: 'korpu_store_up', labels: {}, value: 0 }]

async function readingsOf(sources: Sources, figuresOf: (sources: Sources) => Promise<Figures>): Promise<readonly Gauge[]> {
  const now = sources.now()
  const stored = await figuresOf(sources).then(
    (figures) => storeGauges(figures, now, sources.stamps),
    () => AWAY,
  )
  return [
    ...stored,
    ...directoryGauges(sources.directory(), now),
    ...certificateGauges('hub', sources.own(), now),
    ...poolGauges(sources.pool()),
  ]
}

const flag = (holds: boolean): number => (holds ? 1 : 0)
const secondsSince = (then: Date | undefined, now: Date): number => (then ? Math.max(0, now.getTime() - then.getTime()) / 1000 : 0)

function storeGauges({ parties, ...figures }: Figures, now: Date, stamps: boolean): readonly Gauge[] {
  return [
    { name: 'korpu_store_up', labels: {}, value: 1 },
    ...parties.flatMap(({ party, status, waiting, oldest, dead, quarantined, silentSince }): readonly Gauge[] => [
      { name: 'korpu_backlog', labels: { party }, value: waiting },
      { name: 'korpu_backlog_oldest_seconds', labels: { party }, value: secondsSince(oldest, now) },
      { name: 'korpu_dead_deliveries', labels: { party }, value: dead },
      { name: 'korpu_quarantined_deliveries', labels: { party }, value: quarantined },
      { name: 'korpu_party_held', labels: { party }, value: flag(status === 'held') },
      { name: 'korpu_breaker_open', labels: { party }, value: flag(silentSince !== undefined) },
    ]),
    { name: 'korpu_clock_lag_seconds', labels: {}, value: secondsSince(figures.clockDueSince, now) },
    ...(figures.verified === undefined
      ? []
      : ([
          { name: 'korpu_audit_verified_seconds', labels: {}, value: figures.verified.at.getTime() / 1000 },
          { name: 'korpu_audit_broken_chains', labels: {}, value: figures.verified.broken },
        ] satisfies readonly Gauge[])),
    { name: 'korpu_revocation_lag_seconds', labels: {}, value: secondsSince(figures.revocationOwedSince, now) },
    ...(stamps ? [{ name: 'korpu_timestamp_lag_seconds', labels: {}, value: secondsSince(figures.timestampOwedSince, now) } as const] : []),
    { name: 'korpu_audit_links', labels: {}, value: figures.auditLinks },
    { name: 'korpu_audit_bytes', labels: {}, value: figures.auditBytes },
    { name: 'korpu_attachments_bytes', labels: {}, value: figures.attachmentBytes },
    { name: 'korpu_database_bytes', labels: {}, value: figures.databaseBytes },
  ]
}

function directoryGauges({ parties, held, statusOf }: Directory, now: Date): readonly Gauge[] {
  return [
    { name: 'korpu_hub_held', labels: {}, value: flag(held) },
    ...parties
      .filter(({ status }) => status !== 'withdrawn')
      .flatMap(({ id, certificates }): readonly Gauge[] => [
        ...certificateGauges(id, certificates.filter(isActive), now),
        {
          name: 'korpu_certificates_revoked',
          labels: { party: id },
          value: certificates.filter(isActive).filter(({ sha256 }) => statusOf(sha256)?.state === 'revoked').length,
        },
      ]),
  ]
}

const isActive = ({ status }: CertificateRecord): boolean => status === 'active'

/** Of several that overlap the last one counts: until then there is a valid one. */
function certificateGauges(party: PartyId, certificates: ReturnType<Sources['own']>, now: Date): readonly Gauge[] {
  return (['tls', 'signing'] as const).flatMap((use): readonly Gauge[] => {
    const ends = certificates.filter((one) => one.use === use).map(({ validUntil }) => validUntil.getTime())
    if (ends.length === 0) return []
    return [{ name: 'korpu_certificate_left_seconds', labels: { party, use }, value: (Math.max(...ends) - now.getTime()) / 1000 }]
  })
}

const poolGauges = ({ total, idle, waiting, limit }: ReturnType<Sources['pool']>): readonly Gauge[] => [
  { name: 'korpu_pool_connections', labels: { state: 'busy' }, value: total - idle },
  { name: 'korpu_pool_connections', labels: { state: 'idle' }, value: idle },
  { name: 'korpu_pool_waiting', labels: {}, value: waiting },
  { name: 'korpu_pool_limit', labels: {}, value: limit },
]

function processGauges(lagS: number): readonly Gauge[] {
  const { rss, heapUsed } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  return [
    { name: 'nodejs_eventloop_lag_p99_seconds', labels: {}, value: lagS },
    { name: 'nodejs_heap_size_used_bytes', labels: {}, value: heapUsed },
    { name: 'process_resident_memory_bytes', labels: {}, value: rss },
    { name: 'process_cpu_seconds_total', labels: {}, value: (user + system) / 1e6 },
    { name: 'process_start_time_seconds', labels: {}, value: performance.timeOrigin / 1000 },
  ]
}
