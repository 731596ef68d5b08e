/** Where a hub can be killed on purpose: every await of its flows that leaves the process, by name. */

/** Families of statements: what the flows ask of the store. `settle` stands for `settle_with_notice` too. */
const BUSY = [
  'known',
  'accept',
  'claim',
  'encoded',
  'settle',
  'delivery',
  'conversation',
  'waiting',
  'lease',
  'breaker',
  'directory_revision',
] as const
/** Of flows that look at what time has brought, every 10 s. */
const LOOKING = ['overdue', 'clocks_due'] as const
const STATEMENTS = [...BUSY, ...LOOKING]

/** Asked of the store: not sent yet; sent, and perhaps carried out; carried out, and nobody knows. */
const MOMENTS = ['before', 'during', 'after'] as const

/** What the flows wait for on the wire, by the diagnostic channel that tells of it. */
export const WIRE: Readonly<Record<string, string>> = {
  'push begins': 'undici:request:create',
  'push sent': 'undici:request:bodySent',
  'push answered': 'undici:request:headers',
  'push answer read': 'undici:request:trailers',
  'request arrives': 'http.server.request.start',
  'answer leaves': 'http.server.response.finish',
}

/** What they wait for at the broker. */
export const QUEUES = ['letter arrives', 'letter goes', 'letter confirmed', 'letter let go'] as const

export type Await = string

const momentsOf = (names: readonly string[]): readonly Await[] => names.flatMap((name) => MOMENTS.map((moment) => `${moment} ${name}`))

export const OFTEN: readonly Await[] = [...momentsOf(BUSY), ...Object.keys(WIRE), ...QUEUES]
export const SELDOM: readonly Await[] = momentsOf(LOOKING)
export const AWAITS: readonly Await[] = [...OFTEN, ...SELDOM]

/** `undefined` for a statement that belongs to no flow. */
export function familyOf(statement = ''): string | undefined {
  return STATEMENTS.find((name) => statement === `korpu_${name}` || statement.startsWith(`korpu_${name}_`))
}
