import type { Command } from 'commander'
import { KEY_KINDS, type KeyKind } from '#certs/issue.ts'
import { makeDevelopmentPki } from '#certs/pki.ts'
import { PlainError } from '#core/plain-error.ts'
import { type Answer, answering } from './output.ts'

/** The parties of the contract, section 1. */
const PARTIES = ['at', 'be', 'de', 'fr', 'nl', 'pl', 'az-sms', 'az-mfa', 'az-mia', 'az-sbs']
const PARTY = /^[a-z][a-z0-9-]*$/

interface Options {
  readonly party?: readonly string[]
  readonly signKey?: readonly string[]
}

/** `korpu pki`: keys and certificates. */
export function addTo(program: Command): void {
  const pki = program.command('pki').description('keys and certificates')
  const dev = pki
    .command('dev')
    .description('make a development PKI: a CA, and a TLS and a signing certificate for the hub and every party; what is there is kept')
    .argument('DIR', 'folder; made when it is missing')
    .option('--party <ID...>', 'the parties; all of the contract when left out')
    .option('--sign-key <PARTY=KIND...>', `kind of a party's signing key: ${KEY_KINDS.join(', ')}; P-256 when left out`)
  answering(dev, makeDev)
}

async function makeDev(dir: string, { party = PARTIES, signKey = [] }: Options): Promise<Answer> {
  const wrong = party.find((id) => !PARTY.test(id))
  if (wrong !== undefined) throw new PlainError(`${wrong} is not the id of a party.`, 'Ids are lower-case letters, digits and hyphens.')
  const { caFile, parties, issued } = await makeDevelopmentPki(dir, party, Object.fromEntries(signKey.map(choiceOf)))
  return {
    yes: true,
    lines: [`${issued.length} certificates issued, for ${[...parties.keys()].join(', ')}`, `CA: ${caFile}`],
    json: { ok: true, ca: caFile, issued, parties: Object.fromEntries([...parties].map(([id, files]) => [id, { ...files }])) },
  }
}

function choiceOf(text: string): readonly [string, KeyKind] {
  const [party = '', name] = text.split('=')
  const kind = KEY_KINDS.find((one) => one === name)
  if (kind) return [party, kind]
  throw new PlainError(`${text} chooses no kind of key.`, `Write PARTY=KIND; the kinds are ${KEY_KINDS.join(', ')}.`)
}
