import type { Command } from 'commander'
import { dialectNamed } from '#adapters/load.ts'
import type { Dialect } from '#core/adapter.ts'
import { hubError } from '#core/errors.ts'
import type { Message } from '#core/message.ts'
import { missedOf } from '#core/rules/required.ts'
import { messageIn } from './canonical.ts'
import { dialectOfTree, knownDialects } from './dialects.ts'
import { documentOf } from './document.ts'
import { FILE, readInput } from './input.ts'
import { type Answer, answering, refusalOf } from './output.ts'

interface Options {
  readonly to: string
  readonly from?: string
}

/** `korpu convert`: the same message in another syntax or dialect, unsigned, on standard output. */
export function addTo(program: Command): void {
  const command = program
    .command('convert')
    .description('write a message in the other syntax or in a party’s dialect; the result is unsigned')
    .argument('FILE', FILE)
    .requiredOption('--to <DIALECT>', 'xml, json or a party')
    .option('--from <DIALECT>', 'xml, json or a party; by the content when left out')
  answering(command, convert)
}

async function convert(file: string, options: Options): Promise<Answer> {
  const dialects = await knownDialects()
  const to = dialectNamed(options.to, dialects)
  const document = documentOf(await readInput(file))
  const from = options.from === undefined ? dialectOfTree(document.tree, dialects) : dialectNamed(options.from, dialects)
  try {
    const { message } = messageIn(document, from)
    const notCarried = lossOf(message, to)
    const product = to.bytesOf(message)
    return {
      yes: true,
      lines: notCarried.map((pointer) => `not carried: ${pointer}`),
      product,
      json: { ok: true, from: from.name, to: to.name, notCarried, document: new TextDecoder().decode(product) },
    }
  } catch (error) {
    return refusalOf(error)
  }
}

/** Fields that get lost on the way; as in the hub, one without which the message would not hold is refused instead. */
function lossOf(message: Message, to: Dialect): readonly string[] {
  const { type } = message.header
  if (to.types && !to.types.includes(type)) throw hubError('NOT_CARRIED', { detail: 'The dialect does not have this message type.' })
  const lost = to.lossOf(message)
  const pointers = lost.map(({ pointer }) => pointer)
  const missed = missedOf(message, pointers)
  const generally = { expected: 'a field that the dialect can carry', hint: 'The schema demands it.' }
  const issues = lost
    .filter(({ pointer }) => missed.includes(pointer))
    .map(({ pointer: path, ...why }) => ({ rule: 'carried', path, ...generally, ...why }))
  if (issues.length > 0) throw hubError('NOT_CARRIED', { issues })
  return pointers
}
