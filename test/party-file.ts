/** A party file as an operator would write it, for parties of the tests. */
import { X509Certificate } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PartyFileInput } from '#certs/party-file.ts'
import type { PartyId } from '#core/message.ts'
import { keysOf, PARTIES } from './parties.ts'

type Entry = PartyFileInput['parties'][number]
interface Reached {
  readonly endpoint: Omit<Entry['endpoint'], 'signature'>
  readonly brokerUser?: string
}

/** Each may write to each. Answers with the file. */
export function writePartyFile(dir: string, members: readonly PartyId[], reached: (id: PartyId) => Reached): string {
  mkdirSync(dir, { recursive: true })
  const party = (id: PartyId): Entry => {
    const { peer, signingCertificate } = keysOf(id)
    const pem = (use: string, der: Uint8Array): string => {
      const file = join(dir, `${id}.${use}.pem`)
      writeFileSync(file, new X509Certificate(der).toString())
      return file
    }
    const { dialect, signature } = PARTIES[id] ?? { dialect: 'json', signature: 'jades' }
    const { endpoint, ...more } = reached(id)
    return {
      id,
      title: id,
      dialect,
      endpoint: { ...endpoint, signature },
      ...more,
      certificates: [
        { use: 'tls', file: pem('tls', peer.certificate) },
        { use: 'signing', file: pem('sign', signingCertificate.der) },
      ],
    }
  }
  const agreement = { agreement: 'eu-az-2014', validFrom: '2014-09-01T00:00:00Z', notices: 'all' as const }
  const pairs = members.flatMap((from) => members.filter((to) => to !== from).map((to) => ({ from, to, ...agreement })))
  const file: PartyFileInput = { parties: members.map(party), agreements: pairs }
  writeFileSync(join(dir, 'parties.json'), JSON.stringify(file))
  return join(dir, 'parties.json')
}
