/** A real hub on an embedded database of its own, with the parties of a party file, each of them a complete system that sends, and takes from its mailbox. */
import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadStates } from '#adapters/load.ts'
import { readSigningKey } from '#certs/keys.ts'
import type { PartyFileInput } from '#certs/party-file.ts'
import { readCertificates, readText } from '#certs/pem.ts'
import { makeDevelopmentPki, type PartyFiles, partyFiles } from '#certs/pki.ts'
import { readConfig } from '#config'
import type { Message, PartyId } from '#core/message.ts'
import { type HubClient, hubClient } from '#demo/hub-client.ts'
import { createPartner, type Partner } from '#demo/partner.ts'
import { createLog } from '#log'
import { startHub } from '#main'

export interface MailboxSystem {
  readonly send: Partner['send']
  /** The next message out of the mailbox, after its receipt was handed in; throws when none comes. */
  next(): Promise<Message>
  readonly deliveries: HubClient['deliveries']
}

export interface Place {
  readonly origin: string
  /** Of the development PKI: `<party>.tls.key.pem` and so on. */
  readonly folder: string
  system(party: PartyId): MailboxSystem
  close(): Promise<void>
}

const WAIT_S = 20
const clock = { now: () => new Date() }

/** The certificates that the file names are those of a development PKI. */
export async function openPlace(partyFile: string, settings: Readonly<Record<string, string>> = {}): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'korpu-place-'))
  // Not below the other: PostgreSQL runs as another account, which must be able to enter.
  const data = join(tmpdir(), `korpu-place-${randomUUID()}`)
  const { parties }: PartyFileInput = JSON.parse(readFileSync(partyFile, 'utf8'))
  const { caFile } = await makeDevelopmentPki(
    folder,
    parties.map(({ id }) => id),
  )
  copyFileSync(partyFile, join(folder, 'parties.json'))
  const hubFiles = partyFiles(folder, 'hub')
  const config = readConfig({
    KORPU_DATA: data,
    KORPU_PARTIES: join(folder, 'parties.json'),
    KORPU_EXCHANGE_PORT: '0',
    KORPU_OPS_PORT: '0',
    KORPU_CONSOLE_PORT: '0',
    KORPU_TLS_CERT: hubFiles.tlsCert,
    KORPU_TLS_KEY: hubFiles.tlsKey,
    KORPU_SIGN_CERT: hubFiles.signCert,
    KORPU_SIGN_KEY: hubFiles.signKey,
    ...settings,
  })
  const { dialects } = await loadStates(config.states)
  const hub = await startHub(config, createLog('silent'))
  const origin = `https://localhost:${hub.exchangePort}`
  const clients: HubClient[] = []

  const system: Place['system'] = (party) => {
    const dialect = dialects.get(parties.find(({ id }) => id === party)?.dialect ?? '')
    if (!dialect) throw new Error(`${party} is no party of the file`)
    const files = partyFiles(folder, party)
    const client = hubClient(origin, { cert: readText(files.tlsCert), key: readText(files.tlsKey), ca: readText(caFile) })
    clients.push(client)
    const read: Message[] = []
    const partner = createPartner({
      party,
      dialect,
      signature: dialect.syntax === 'xml' ? 'xades' : 'jades',
      key: readSigningKey({ signKeyFile: files.signKey, signCertFile: files.signCert }),
      hubSigner: signerIn(hubFiles),
      client,
      clock,
      onMessage: (message) => read.push(message),
    })
    const next = async (): Promise<Message> => {
      const [delivery] = await client.waiting(WAIT_S)
      if (!delivery) throw new Error(`nothing came for ${party}`)
      await client.handIn(await partner.take(delivery.deliveryId, await client.lease(delivery.deliveryId)))
      const message = read.shift()
      if (!message) throw new Error(`${party} could not read what came`)
      return message
    }
    return { send: partner.send, next, deliveries: client.deliveries }
  }

  const close = async (): Promise<void> => {
    await Promise.all(clients.map((client) => client.close()))
    await hub.stop()
    for (const made of [folder, data]) rmSync(made, { recursive: true, force: true })
  }

  return { origin, folder, system, close }
}

/** Knows the hub's signature, and nobody else's. */
function signerIn({ signCert }: PartyFiles) {
  const [certificate] = readCertificates(signCert)
  return (sha256: string) => (sha256 === certificate.sha256 ? { party: 'hub', certificate } : undefined)
}
