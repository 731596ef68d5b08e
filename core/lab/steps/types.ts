/** Every type of message that the party takes part in, one step each. */
import { failed, passed, type Step } from '#core/lab/lab.ts'
import { letterFor } from '#core/lab/letter.ts'
import { meaningOf, wordsOf } from '#core/lab/said.ts'
import type { MessageType } from '#core/message.ts'
import { CHOREOGRAPHY } from '#schemas/choreography.ts'
import type { Words } from '#schemas/words.ts'

const TAKEN: Words = ['taken, with a receipt', 'qəbzlə qəbul edilir']
/** The lab opens no case in which an answer would fit. */
const TAKEN_OR_REFUSED: Words = [
  'taken, with a receipt; or refused with a signed refusal, because your case system knows no such case',
  'qəbzlə qəbul edilir; və ya sisteminiz belə bir iş tanımadığı üçün imzalı rədd ilə qaytarılır',
]

export function typeStep(type: MessageType): Step {
  const opens = CHOREOGRAPHY[type].opens !== undefined
  return {
    id: `type-${type}`,
    title: [`Message type ${type}`, `Mesaj növü: ${type}`],
    expected: opens ? TAKEN : TAKEN_OR_REFUSED,
    run: async ({ lab }) => {
      const said = await lab.way.deliver(await letterFor(lab, { type }))
      const meaning = await meaningOf(lab, said)
      const [en, az] = wordsOf(said)
      if (meaning === 'taken' && said.statement) return passed(`It is taken: ${en}.`, `Qəbul edilir: ${az}.`)
      if (meaning === 'refused' && said.statement && !opens) return passed(`It is refused: ${en}.`, `Rədd edilir: ${az}.`)
      return failed(`It is not taken: ${en}.`, `Qəbul edilmir: ${az}.`)
    },
  }
}
