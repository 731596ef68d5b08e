/** With which keys the hub signs: those of now, those that will sign, published before they do, and those that did. */
import { Hono } from 'hono'
import { senderOf } from '#core/flow/proof.ts'
import type { Hub } from '#core/hub.ts'
import { onlyMethods } from './method.ts'
import type { ExchangeEnv } from './request.ts'

export function keyRoutes(hub: Hub): Hono<ExchangeEnv> {
  const app = new Hono<ExchangeEnv>()
  app.get('/keys', (c) => {
    senderOf(hub, { peer: c.get('peer') })
    return c.json({
      keys: hub.keys.own().map(({ certificate, from, agreements, signs }) => ({
        sha256: certificate.sha256,
        certificate: Buffer.from(certificate.der).toString('base64'),
        from,
        validUntil: certificate.validUntil,
        signs,
        ...(agreements.length > 0 && { agreements }),
      })),
    })
  })
  onlyMethods(app, '/keys', 'GET')
  return app
}
