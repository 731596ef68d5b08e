/** Every act of an operator is audited with who did it and why. */
import { userInfo } from 'node:os'
import { type Command, Option } from 'commander'
import type { Act } from '#core/operations.ts'
import { PlainError } from '#core/plain-error.ts'

export interface ActOptions {
  readonly reason: string
  readonly by: string
}

const LONGEST = 200

/** Adds `--reason` and `--by`; a command that may also only look needs no reason. */
export function actOptions(command: Command, always = true): Command {
  return command
    .addOption(new Option('--reason <TEXT>', 'why, for the audit trail; names nobody').makeOptionMandatory(always))
    .option('--by <NAME>', 'who does it', userInfo().username)
}

export function actOf({ reason, by }: ActOptions): Act {
  const [why, who] = [reason, by].map((text) => text.trim().normalize('NFC'))
  const fits = (text = ''): boolean => text.length > 0 && text.length <= LONGEST && !/\p{Cc}/u.test(text)
  if (!fits(why) || !fits(who))
    throw new PlainError('That is no reason, or nobody.', `Give --reason and --by one line of up to ${LONGEST} characters.`)
  return { reason: why ?? '', by: who ?? '', at: new Date() }
}
