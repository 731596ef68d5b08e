/** Codes of authenticator apps (RFC 6238): SHA-1, six digits, 30 seconds, which is what all of them can. */
import { Secret, TOTP } from 'otpauth'

const ISSUER = 'Körpü'
const PERIOD_S = 30
const WINDOW = 1
const SECRET_BYTES = 20

export const newSecret = (): Uint8Array => new Uint8Array(new Secret({ size: SECRET_BYTES }).buffer)

const totpOf = (secret: Uint8Array, label: string) =>
  new TOTP({ issuer: ISSUER, label, algorithm: 'SHA1', digits: 6, period: PERIOD_S, secret: new Secret({ buffer: bufferOf(secret) }) })

const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

/** What an authenticator app reads from a QR code, and the secret as people type it. */
export function enrolmentOf(secret: Uint8Array, name: string): { readonly uri: string; readonly secret: string } {
  return { uri: totpOf(secret, name).toString(), secret: new Secret({ buffer: bufferOf(secret) }).base32 }
}

/** The step of 30 s that the code is of, one before or after now allowed; `undefined` when it is none of them. */
export function stepOf(code: string, secret: Uint8Array, now: Date): number | undefined {
  const off = totpOf(secret, '').validate({ token: code, timestamp: now.getTime(), window: WINDOW })
  return off === null ? undefined : Math.floor(now.getTime() / 1000 / PERIOD_S) + off
}

export const codeOf = (secret: Uint8Array, now: Date): string => totpOf(secret, '').generate({ timestamp: now.getTime() })
