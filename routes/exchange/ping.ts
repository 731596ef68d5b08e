/** Who am I to you? The first call a partner makes. */
import { Hono } from 'hono'
import { senderOf } from '#core/flow/proof.ts'
import type { Hub } from '#core/hub.ts'
import { certificateOf } from '#core/signature/certificate.ts'
import { onlyMethods } from './method.ts'
import type { ExchangeEnv } from './request.ts'

const DAY_MS = 86_400_000

export function pingRoutes(hub: Hub): Hono<ExchangeEnv> {
  const app = new Hono<ExchangeEnv>()
  app.get('/ping', (c) => {
    const peer = c.get('peer')
    const party = senderOf(hub, { peer })
    const now = hub.clock.now()
    const certificate = peer && certificateOf(peer.certificate)
    const theirs = Date.parse(c.req.header('date') ?? '')
    return c.json({
      party: party.id,
      status: party.status,
      certificate: certificate && {
        sha256: certificate.sha256,
        validUntil: certificate.validUntil,
        daysLeft: Math.floor((certificate.validUntil.getTime() - now.getTime()) / DAY_MS),
      },
      signingCertificates: party.certificates
        .filter((record) => record.use === 'signing' && record.status === 'active')
        .map(({ sha256, validFrom, validUntil }) => ({ sha256, validFrom, validUntil })),
      time: now,
      // Only callers that send a Date header learn how far their clock is off.
      ...(Number.isNaN(theirs) ? {} : { clockDifferenceMs: theirs - now.getTime() }),
    })
  })
  onlyMethods(app, '/ping', 'GET')
  return app
}
