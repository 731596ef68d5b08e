const LONGEST_S = 86_400

/** Seconds that a `Retry-After` asks for, as a number or an HTTP date (RFC 9110, section 10.2.3); at most a day. `undefined` when it says nothing. */
export function retryAfterOf(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - now.getTime()) / 1000
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), LONGEST_S) : undefined
}
