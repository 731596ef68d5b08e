/** `korpu skip DELIVERY`, `korpu cancel DELIVERY`: gives up a delivery, so that the later ones of its case go on. */
import type { Command } from 'commander'
import type { DeliveryState } from '#core/message.ts'
import type { Act, Operations } from '#core/operations.ts'
import { PlainError } from '#core/plain-error.ts'
import { type ActOptions, actOf, actOptions } from './act.ts'
import { withDatabase } from './database.ts'
import { type Answer, answering } from './output.ts'

export function addTo(program: Command): void {
  const skip = program.command('skip').description('give up a dead delivery: the later ones of its case go on').argument('<DELIVERY>')
  answering(actOptions(skip), (id: string, options: ActOptions) =>
    givenUp(id, options, ['dead'], (operations, act) => operations.skip(id, act)),
  )
  const cancel = program.command('cancel').description('give up a delivery that has not ended, or is dead').argument('<DELIVERY>')
  answering(actOptions(cancel), (id: string, options: ActOptions) =>
    givenUp(id, options, ['pending', 'sent', 'retrying', 'held', 'dead'], (operations, act) => operations.cancel(id, act)),
  )
}

async function givenUp(
  deliveryId: string,
  options: ActOptions,
  from: readonly DeliveryState[],
  giveUp: (operations: Operations, act: Act) => Promise<DeliveryState | 'absent'>,
): Promise<Answer> {
  const act = actOf(options)
  const was = await withDatabase(({ operations }) => giveUp(operations, act))
  if (was === 'absent') throw new PlainError('There is no such delivery.', 'korpu backlog and the log name deliveries by their ids.')
  const yes = from.includes(was)
  return {
    yes,
    lines: [yes ? `It was ${was} and is cancelled now; the later ones of its case go on.` : `It is ${was}: nothing to give up.`],
    json: { ok: yes, deliveryId, was, state: yes ? 'cancelled' : was },
  }
}
