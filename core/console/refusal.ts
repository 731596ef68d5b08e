/** Every way in which the console says no: one row a code. The page has the words; `title` is for whoever reads the answer itself. */

interface RefusalRow {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 421 | 422 | 429
  readonly title: string
}

const row = (status: RefusalRow['status'], title: string): RefusalRow => ({ status, title })

export const REFUSALS = {
  BAD_INPUT: row(422, 'The input is not what is asked for'),
  MALFORMED: row(400, 'The body is not JSON'),
  TOO_LARGE: row(413, 'The body is too large'),
  CROSS_SITE: row(403, 'The request came from another site'),
  WRONG_HOST: row(421, 'The console is not served under this name'),
  SIGN_IN_FAILED: row(401, 'Name, password or code is not right'),
  LOCKED: row(429, 'Too many tries; wait as long as Retry-After says'),
  SIGNED_OUT: row(401, 'Nobody is signed in, or the session is over'),
  STEP_UP: row(403, 'Prove again that it is you, with your second factor'),
  NOT_ALLOWED: row(403, 'Your role does not allow this'),
  NOT_FOUND: row(404, 'There is nothing here'),
  ERASED: row(410, 'The content was erased; the proof of it is kept'),
  CONFLICT: row(409, 'It has changed meanwhile'),
  LINK_OVER: row(404, 'This link was used, or its time is over'),
  PASSWORD_WEAK: row(422, 'This password is too short, or too easy to guess'),
  LAST_FACTOR: row(409, 'This is the only second factor; add another one first'),
  KEY_FAILED: row(422, 'The passkey could not be registered'),
  OWN_REQUEST: row(403, 'Another person must decide this'),
  DECIDED: row(409, 'This request was decided, withdrawn or has run out'),
  EFFECT_CHANGED: row(409, 'What it would do has changed; ask again'),
  LAB_WITHDRAWN: row(409, 'The party is withdrawn'),
  LAB_PRODUCTION: row(409, 'The party is a production system, and so is this hub'),
  LAB_NOTHING_AGREED: row(409, 'Nobody has agreed to send anything to the party'),
  LAB_RUNS: row(409, 'A session with this party is running'),
  CERTIFICATE_UNFIT: row(422, 'This certificate cannot take over'),
  EVIDENCE_UNASKED: row(403, 'Another person must approve this export first'),
  HURRIED: row(429, 'Too often; wait as long as Retry-After says'),
} as const satisfies Readonly<Record<string, RefusalRow>>

export type RefusalCode = keyof typeof REFUSALS

export interface RefusalDetails {
  readonly retryAfterS?: number
  /** JSON Pointers into the body that was sent, and what is expected there. Never a value. */
  readonly issues?: readonly { readonly path: string; readonly expected: string }[]
}

export class Refusal extends Error {
  readonly code: RefusalCode
  readonly details: RefusalDetails

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(REFUSALS[code].title)
    this.name = 'Refusal'
    this.code = code
    this.details = details
  }
}

export const refusal = (code: RefusalCode, details?: RefusalDetails): Refusal => new Refusal(code, details)
