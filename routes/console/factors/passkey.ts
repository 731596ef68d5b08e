/** Passkeys (WebAuthn): the authenticator verifies its user, and signs for this origin alone. */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { NewPasskey, Passkey } from '#core/console/accounts.ts'

/** COSE: EdDSA, ES256, RS256. */
const ALGORITHMS = [-8, -7, -257]

const siteOf = (origin: string): string => new URL(origin).hostname

export function registrationOptions(origin: string, name: string, passkeys: readonly Passkey[]) {
  return generateRegistrationOptions({
    rpName: 'Körpü',
    rpID: siteOf(origin),
    userName: name,
    userID: new TextEncoder().encode(name),
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: passkeys.map(({ id }) => ({ id })),
  })
}

/** `undefined` when it does not hold. */
export async function registered(origin: string, challenge: string, response: unknown): Promise<NewPasskey | undefined> {
  const verified = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: siteOf(origin),
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => undefined)
  if (!verified?.verified) return undefined
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential
  return { id, publicKey, counter, transports }
}

export function signingOptions(origin: string, passkeys: readonly Passkey[]) {
  return generateAuthenticationOptions({
    rpID: siteOf(origin),
    userVerification: 'required',
    allowCredentials: passkeys.map(({ id, transports }) => ({ id, transports: [...transports] })),
  })
}

/** Which of the passkeys signed, and what it counted; `undefined` when none of them did. */
export async function signedBy(
  origin: string,
  challenge: string,
  response: unknown,
  passkeys: readonly Passkey[],
): Promise<{ readonly id: string; readonly counter: number } | undefined> {
  const given = response as AuthenticationResponseJSON
  const passkey = passkeys.find(({ id }) => id === given.id)
  if (!passkey) return undefined
  const verified = await verifyAuthenticationResponse({
    response: given,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: siteOf(origin),
    requireUserVerification: true,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
      transports: [...passkey.transports],
    },
  }).catch(() => undefined)
  return verified?.verified ? { id: passkey.id, counter: verified.authenticationInfo.newCounter } : undefined
}
