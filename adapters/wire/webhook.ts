/** Alerts to a service of the operators: one signed POST, no redirects, never to what only this machine can reach. */
import { lookup } from 'node:dns'
import { BlockList, isIP } from 'node:net'
import { Agent, request } from 'undici'
import { canonicalJson } from '#core/codec/jcs.ts'
import type { Channel } from '#core/console/alerts.ts'
import type { Clock, Keys } from '#core/ports.ts'
import { signDetached } from '#core/signature/jws.ts'

const TIMEOUT_MS = 10_000

/** This machine, its links, and what is no address of anybody: a name that leads there was not meant (server-side request forgery). */
const FORBIDDEN = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['224.0.0.0', 3],
] as const)
  FORBIDDEN.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 127],
  ['fe80::', 10],
  ['ff00::', 8],
  ['64:ff9b::', 96],
] as const)
  FORBIDDEN.addSubnet(network, prefix, 'ipv6')

export const isForbidden = (address: string): boolean =>
  isIP(address) === 0 || FORBIDDEN.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** The address that was looked at is the one that is connected to. */
function agentTo(allowed: (address: string) => boolean): Agent {
  return new Agent({
    connect: {
      timeout: TIMEOUT_MS,
      lookup: (host, options, done) =>
        lookup(host, { ...options, all: true }, (fault, addresses) => {
          const [first] = addresses ?? []
          if (fault || !first) return done(fault ?? new Error('the webhook has no address'), '', 4)
          if (!addresses.every(({ address }) => allowed(address))) return done(new Error('the webhook leads to this machine'), '', 4)
          if (options.all) return done(null, addresses as never)
          return done(null, first.address, first.family)
        }),
    },
  })
}

/** The body is signed as a detached JWS of the hub, like everything it says: `JWS-Signature`, `typ` `korpu-alert`. */
export function webhookChannel(
  url: string,
  keys: Keys,
  clock: Clock,
  allowed = (address: string): boolean => !isForbidden(address),
): Channel {
  const dispatcher = agentTo(allowed)
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '')
  return {
    kind: 'webhook',
    async send(notice) {
      if (isIP(host) !== 0 && !allowed(host)) throw new Error('the webhook leads to this machine')
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
