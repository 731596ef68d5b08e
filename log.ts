/** pino behind the Log port, and the counters of `/metrics`: every line is an event, every event is counted. */
import { type DestinationStream, pino } from 'pino'
import type { Log, LogFields } from '#core/ports.ts'

/** Only these leave the process, whatever is handed in. */
const FIELDS = [
  'requestId',
  'messageId',
  'conversationId',
  'deliveryId',
  'party',
  'to',
  'type',
  'limit',
  'code',
  'stage',
  'state',
  'attempt',
  'count',
  'status',
  'durationMs',
] as const satisfies readonly (keyof LogFields)[]

/** Labels of a counter: few values each. */
const LABELS = ['party', 'type', 'limit', 'code', 'state'] as const satisfies readonly (keyof LogFields)[]

export interface CountingLog extends Log {
  /** Prometheus text format. */
  metrics(): string
}

export function createLog(level: string, stream?: DestinationStream): CountingLog {
  const out = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream ?? pino.destination({ dest: 1, sync: false }))
  const counts = new Map<string, number>()
  const line = (event: string, fields: LogFields) => {
    const series = seriesOf(event, fields)
    counts.set(series, (counts.get(series) ?? 0) + 1)
    return { event, ...Object.fromEntries(FIELDS.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]])) }
  }
  return {
    info: (event, fields) => out.info(line(event, fields)),
    warn: (event, fields) => out.warn(line(event, fields)),
    // Of a fault only its kind and place are logged: a message may quote what it was about.
    error: (event, fields, cause) => out.error({ ...line(event, fields), ...faultOf(cause) }),
    metrics: () => textOf(counts),
  }
}

function seriesOf(event: string, fields: LogFields): string {
  const labels = LABELS.filter((name) => fields[name] !== undefined).map((name) => `${name}="${escaped(String(fields[name]))}"`)
  return `korpu_events_total{${[`event="${event}"`, ...labels].join(',')}}`
}

/** As the Prometheus text format wants it. */
const escaped = (value: string): string => value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')

function faultOf(cause: unknown): { readonly fault?: string; readonly at?: readonly string[] } {
  if (!(cause instanceof Error)) return {}
  const inner = cause.cause instanceof Error ? ` < ${cause.cause.name}${codeOf(cause.cause)}` : ''
  return {
    fault: `${cause.name}${codeOf(cause)}${inner}`,
    at: placesOf(cause),
  }
}

/** The first lines of the stack that name a place. The message stands above them and may have lines of its own, so it is taken out first. */
function placesOf({ stack = '', message }: Error): readonly string[] {
  return stack
    .replace(message, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => PLACE.test(line))
    .slice(0, 3)
}

const PLACE = /^at .*[\w>]:\d+:\d+\)?$/

/** Codes of the system, of PostgreSQL and of our own are words; anything else might be a value. */
function codeOf(fault: Error): string {
  const code = 'code' in fault ? String(fault.code) : ''
  return /^\w{1,64}$/.test(code) ? ` ${code}` : ''
}

function textOf(counts: ReadonlyMap<string, number>): string {
  const memory = process.memoryUsage().rss
  return [
    '# HELP korpu_events_total What happened in this process, by event.',
    '# TYPE korpu_events_total counter',
    ...[...counts].map(([series, count]) => `${series} ${count}`),
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${memory}`,
    '',
  ].join('\n')
}
