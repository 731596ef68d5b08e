/** Alerts to a service of the operators: one signed POST, no redirects, never to what only this machine can reach. */
import { request } from 'undici'
import { canonicalJson } from '#core/codec/jcs.ts'
import type { Channel } from '#core/console/alerts.ts'
import type { Clock, Keys } from '#core/ports.ts'
import { signDetached } from '#core/signature/jws.ts'
import { type Allowed, demandAllowed, guardedAgent, outside } from './guard.ts'

const TIMEOUT_MS = 10_000

/** The body is signed as a detached JWS of the hub, like everything it says: `JWS-Signature`, `typ` `korpu-alert`. */
export function webhookChannel(url: string, keys: Keys, clock: Clock, allowed: Allowed = outside): Channel {
  const dispatcher = guardedAgent(allowed, TIMEOUT_MS)
  return {
    kind: 'webhook',
    async send(notice) {
      demandAllowed(url, allowed)
      const body = Buffer.from(canonicalJson(JSON.parse(JSON.stringify(notice))))
      const signature = await signDetached('Alert', body, keys.signing(), clock.now())
      const { statusCode, body: answer } = await request(url, {
        method: 'POST',
        dispatcher,
        body,
        headers: { 'content-type': 'application/json', 'jws-signature': signature },
        headersTimeout: TIMEOUT_MS,
        bodyTimeout: TIMEOUT_MS,
      })
      await answer.dump({ limit: 65_536 })
      if (statusCode < 200 || statusCode > 299) throw new Error(`the webhook answered with ${statusCode}`)
    },
  }
}
