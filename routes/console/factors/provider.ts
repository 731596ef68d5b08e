/** An identity provider of the ministry's own: OpenID Connect, code flow with PKCE, state and nonce. */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { Role } from '#core/console/roles.ts'

export interface ProviderSettings {
  /** Issuer; its metadata stand below /.well-known/openid-configuration. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Group to role; whoever is in groups of two roles, or of none, does not come in. */
  readonly roles: ReadonlyMap<string, Role>
  /** Values of `amr` or `acr` that say that a second factor was used. */
  readonly factors: ReadonlySet<string>
}

/** What is kept, sealed, in the browser until the provider sends it back. */
export interface Begun {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** Hash of the token of the session that is stepped up, hex; absent at sign-in. */
  readonly token?: string
  /** Milliseconds since 1970. */
  readonly endsAt: number
}

export interface Known {
  /** Issuer and subject: who it is, for ever. */
  readonly subject: string
  /** As the provider calls the person; the name of the account. */
  readonly name: string
  readonly role: Role
}

export interface Provider {
  begin(
    redirect: string,
    stepUp: { readonly token: string } | undefined,
    endsAt: number,
  ): Promise<{ readonly url: string; readonly begun: Begun }>
  /** Who came back; a string says why nobody did. */
  end(returned: URL, begun: Begun): Promise<Known | 'no-factor' | 'no-role' | 'no-name' | 'failed'>
}

/** How old a proof may be that steps a session up, in seconds. */
const FRESH_S = 60

export function providerOf(settings: ProviderSettings): Provider {
  let found: Promise<Configuration> | undefined
  const configuration = (): Promise<Configuration> => {
    found ??= discover(settings).catch((fault: unknown) => {
      found = undefined
      throw fault
    })
    return found
  }

  return {
    async begin(redirect, stepUp, endsAt) {
      const begun = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), endsAt, ...stepUp }
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirect,
        scope: 'openid profile',
        state: begun.state,
        nonce: begun.nonce,
        code_challenge: await calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: 'S256',
        ...(stepUp && { prompt: 'login', max_age: '0' }),
      })
      return { url: url.href, begun }
    },
    async end(returned, { state, nonce, verifier, token }) {
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }
      const tokens = await authorizationCodeGrant(await configuration(), returned, {
        ...checks,
        ...(token !== undefined && { maxAge: FRESH_S }),
      }).catch(() => undefined)
      const claims = tokens?.claims()
      return claims ? knownBy(settings, claims) : 'failed'
    },
  }
}

function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration> {
  const url = new URL(issuer)
  // Only a provider on this machine may be spoken to in the clear.
  const execute = url.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname) ? [allowInsecureRequests] : []
  return discovery(url, clientId, clientSecret, undefined, { execute, timeout: 10 })
}

type Claims = Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string }

function knownBy({ roles, factors }: ProviderSettings, claims: Claims): Known | 'no-factor' | 'no-role' | 'no-name' {
  if (![...textsOf(claims.amr), ...textsOf(claims.acr)].some((used) => factors.has(used))) return 'no-factor'
  const given = new Set(textsOf(claims.groups).flatMap((group) => roles.get(group) ?? []))
  const [role] = given
  if (role === undefined || given.size > 1) return 'no-role'
  const [name] = textsOf(claims.preferred_username)
  if (name === undefined) return 'no-name'
  return { subject: `${claims.iss} ${claims.sub}`, name: name.toLowerCase(), role }
}

const textsOf = (claim: unknown): readonly string[] => [claim].flat().filter((one) => typeof one === 'string')
