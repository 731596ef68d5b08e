import type { Command } from 'commander'
import { hubError } from '#core/errors.ts'
import type { Flag } from '#core/message.ts'
import { alone, verdictOf } from '#core/rules/agreement.ts'
import { messageIn } from './canonical.ts'
import { dialectOfTree, knownDialects } from './dialects.ts'
import { documentOf } from './document.ts'
import { FILE, readInput } from './input.ts'
import { type Answer, answering, refusalOf } from './output.ts'

/** `korpu validate`: whether a message, signed or not, keeps the schema and the rules that need no case; lists every fault and every flag. */
export function addTo(program: Command): void {
  answering(program.command('validate').description('check a message against schema and rules').argument('FILE', FILE), validate)
}

async function validate(file: string): Promise<Answer> {
  const document = documentOf(await readInput(file))
  const dialect = dialectOfTree(document.tree, await knownDialects())
  try {
    const { message, contentDigest } = messageIn(document, dialect)
    const { type } = message.header
    const inFile = <T extends Flag>(one: T): T => ({ ...one, path: dialect.pathOf(one.path, type) })
    const verdict = verdictOf(message, alone(message))
    if (verdict.faults.length > 0) throw hubError('RULE_BROKEN', { issues: verdict.faults.map(inFile) })
    const flags = verdict.flags.map(inFile)
    return {
      yes: true,
      lines: [
        `yes: a valid ${type}`,
        `  content digest ${contentDigest}`,
        ...flags.map(({ rule, path }) => `  flagged: ${rule} at ${path}`),
      ],
      json: { ok: true, type, dialect: dialect.name, contentDigest, issues: [], flags: flags.map((one) => ({ ...one })) },
    }
  } catch (error) {
    return refusalOf(error)
  }
}
