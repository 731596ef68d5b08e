/** The hub said no, or could not (RFC 9457). `code` is stable; nothing in it repeats a value of the message. */
export class KorpuProblem extends Error {
  constructor({ status, code, stage, title, detail, instance, issues = [] }, { signed, retryAfterS }) {
    super(`${code}: ${detail ?? title}`)
    this.name = 'KorpuProblem'
    this.status = status
    this.code = code
    this.stage = stage
    this.detail = detail
    this.instance = instance
    this.issues = issues
    this.signed = signed
    this.retryAfterS = retryAfterS
  }

  /** Whether the very same bytes may be accepted later. */
  get retryable() {
    return this.status === 429 || this.status >= 500
  }
}

/** An answer that does not prove what it should: its signature is not the hub's, or a receipt is about something else. Never act on it. */
export class UnprovenAnswer extends Error {
  constructor(reason) {
    super(reason)
    this.name = 'UnprovenAnswer'
  }
}
