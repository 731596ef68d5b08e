/** Whether a party can be reached the way that it is registered with. */
import { connect } from 'node:net'
import { checkedSshKey, openSession } from '#adapters/wire/sftp.ts'
import { readPrivate } from '#certs/pem.ts'
import type { Config } from '#config'
import type { PartyRecord } from '#core/directory.ts'
import type { Transport } from '#core/message.ts'
import { PlainError } from '#core/plain-error.ts'

const REACH_MS = 3_000

/** What there is to say about it; throws what is in the way. */
export function reachOf(party: PartyRecord, config: Config): Promise<string> {
  return LOOKS[party.endpoint.transport](party, config)
}

const LOOKS: Record<Transport, (party: PartyRecord, config: Config) => Promise<string>> = {
  push: ({ endpoint }) => reached(new URL(endpoint.url ?? ''), 'Is the party up, and the network open?'),
  mailbox: async () => 'pulls from its mailbox',
  amqp: async ({ id, brokerUser }) => `reads korpu.out.${id} at the broker as ${brokerUser}; its mailbox where a hub has no AMQP_URL`,
  sftp: async ({ endpoint: { url = '', hostKeys } }, { sftpKey }) => {
    const { host } = new URL(url)
    if (sftpKey === undefined) return `has folders at ${host}; its mailbox where a hub has no KORPU_SFTP_KEY`
    const session = await openSession({ url, hostKeys }, checkedSshKey(readPrivate(sftpKey)), REACH_MS)
    try {
      await session.names('in')
      return `${host} lets the hub in, and shows the registered key`
    } finally {
      session.close()
    }
  },
}

const PORTS: Readonly<Record<string, number>> = { 'https:': 443, 'amqp:': 5672, 'amqps:': 5671 }

export function reached(url: URL, hint: string): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port || PORTS[url.protocol])
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout: REACH_MS })
    const end = (fault?: Error): void => {
      socket.destroy()
      if (fault) reject(fault)
      else resolve(`${host}:${port} is reachable`)
    }
    socket.once('connect', () => end())
    socket.once('timeout', () => end(new PlainError(`${host}:${port} does not answer.`, 'Is the network open?')))
    socket.once('error', () => end(new PlainError(`${host}:${port} cannot be reached.`, hint)))
  })
}
