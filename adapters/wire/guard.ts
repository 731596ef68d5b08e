/** Connections that never lead to what only this machine can reach (server-side request forgery): an address that was configured is not yet one that was meant. */
import { lookup } from 'node:dns'
import { BlockList, isIP } from 'node:net'
import { Agent } from 'undici'

/** This machine, its links, and what is no address of anybody. */
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

/** Whether an address may be connected to. */
export type Allowed = (address: string) => boolean

export const isForbidden = (address: string): boolean =>
  isIP(address) === 0 || FORBIDDEN.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

export const outside: Allowed = (address) => !isForbidden(address)

/** Throws where the address itself, not a name, leads to this machine. */
export function demandAllowed(url: string, allowed: Allowed): void {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !allowed(host)) throw new Error('the address leads to this machine')
}

/** The address that was looked at is the one that is connected to. */
export function guardedAgent(allowed: Allowed, timeoutMs: number): Agent {
  return new Agent({
    connect: {
      timeout: timeoutMs,
      lookup: (host, options, done) =>
        lookup(host, { ...options, all: true }, (fault, addresses) => {
          const [first] = addresses ?? []
          if (fault || !first) return done(fault ?? new Error('the name has no address'), '', 4)
          if (!addresses.every(({ address }) => allowed(address))) return done(new Error('the address leads to this machine'), '', 4)
          if (options.all) return done(null, addresses as never)
          return done(null, first.address, first.family)
        }),
    },
  })
}
