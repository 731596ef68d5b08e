/** pino behind the Log port: every line is an event. */
import { type DestinationStream, pino } from 'pino'
import type { Log, LogFields } from '#core/ports.ts'

/** Only these leave the process, whatever is handed in. */
const FIELDS = [
  'process',
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
  'flags',
  'status',
  'durationMs',
] as const satisfies readonly (keyof LogFields)[]

export function createLog(level: string, stream?: DestinationStream): Log {
  const out = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream ?? pino.destination({ dest: 1, sync: false }))
  const line = (event: string, fields: LogFields): object => {
    const written: Record<string, unknown> = { event }
    for (const name of FIELDS) if (fields[name] !== undefined) written[name] = fields[name]
    return written
  }
  return {
    info: (event, fields) => out.info(line(event, fields)),
    warn: (event, fields) => out.warn(line(event, fields)),
    // Of a fault only its kind and place are logged: a message may quote what it was about.
    error: (event, fields, cause) => out.error({ ...line(event, fields), ...faultOf(cause) }),
  }
}

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
