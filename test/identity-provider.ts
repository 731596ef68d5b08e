/** A small OpenID provider: code flow with PKCE, one client, one key. Whoever comes to it is the person that it was told last. */
import { createHash, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

export interface IdentityProvider {
  readonly issuer: string
  /** Who comes next, and what the provider says of them. */
  claims: Readonly<Record<string, unknown>> & { readonly sub: string }
  /** Changes what the next token says, for provider and attacker. */
  forge: (claims: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
  /** Follows the way to the provider as a browser does; answers with where it is sent back to. */
  visit(url: string): Promise<URL>
  close(): Promise<void>
}

export const CLIENT = { id: 'korpu', secret: 'ein langes Geheimnis der Anwendung' }

export async function identityProvider(): Promise<IdentityProvider> {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  const begun = new Map<string, { readonly query: Readonly<Record<string, string>>; readonly at: number }>()
  const app = new Hono()
    .get('/.well-known/openid-configuration', (c) =>
      c.json({
        issuer: provider.issuer,
        authorization_endpoint: `${provider.issuer}/authorize`,
        token_endpoint: `${provider.issuer}/token`,
        jwks_uri: `${provider.issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
        authorization_response_iss_parameter_supported: true,
      }),
    )
    .get('/keys', async (c) => c.json({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] }))
    .get('/authorize', (c) => {
      const query = c.req.query()
      const code = randomUUID()
      begun.set(code, { query, at: Math.floor(Date.now() / 1000) })
      const back = new URL(query.redirect_uri ?? '')
      back.search = new URLSearchParams({ code, state: query.state ?? '', iss: provider.issuer }).toString()
      return c.redirect(back.href)
    })
    .post('/token', async (c) => {
      const form = new URLSearchParams(await c.req.text())
      const one = begun.get(form.get('code') ?? '')
      begun.delete(form.get('code') ?? '')
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url')
      const known = form.get('client_id') === CLIENT.id && form.get('client_secret') === CLIENT.secret
      if (!one || !known || challenge !== one.query.code_challenge) return c.json({ error: 'invalid_grant' }, 400)
      const said = { nonce: one.query.nonce, auth_time: one.at, ...provider.claims }
      const token = await new SignJWT({ ...provider.forge(said) })
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .setIssuer(provider.issuer)
        .setAudience(CLIENT.id)
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(privateKey)
      return c.json({ access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: token })
    })
  const server = createAdaptorServer({ fetch: app.fetch, createServer })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const provider: IdentityProvider = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    claims: { sub: 'nobody' },
    forge: (claims) => claims,
    visit: async (url) => new URL((await fetch(url, { redirect: 'manual' })).headers.get('location') ?? ''),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return provider
}
