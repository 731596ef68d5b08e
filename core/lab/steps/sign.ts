/** Whose signature the party believes. */
import { failed, passed, type Session, type Step } from '#core/lab/lab.ts'
import { type LabDraft, letterFor, tampered } from '#core/lab/letter.ts'
import { meaningOf, wordsOf } from '#core/lab/said.ts'
import type { Words } from '#schemas/words.ts'

const takes: Step = {
  id: 'sign',
  title: ['A signed message', 'İmzalı mesaj'],
  expected: [
    'a message with the signature of the hub is taken: 2xx with a receipt, or 202 and the receipt in time',
    'qovşağın imzası olan mesaj qəbul edilir: qəbzlə birlikdə 2xx və ya 202, sonra vaxtında qəbz',
  ],
  vital: true,
  run: async (session) => {
    const { lab } = session
    const delivery = await letterFor(lab)
    const said = await lab.way.deliver(delivery)
    const [en, az] = wordsOf(said)
    if (said.statement === undefined || (await meaningOf(lab, said)) !== 'taken')
      return failed(`It is not taken: ${en}.`, `Qəbul edilmir: ${az}.`)
    session.first = { delivery, statement: said.statement, at: lab.hub.clock.now() }
    return passed(`It is taken: ${en}.`, `Qəbul edilir: ${az}.`)
  },
}

const REFUSAL: Words = [
  'refused with a status of 4xx or a signed refusal; never a receipt of handing over',
  '4xx statusu və ya imzalı rədd; heç vaxt qəbul qəbzi',
]

async function refuses({ lab }: Session, draft: LabDraft, change = (delivery: Awaited<ReturnType<typeof letterFor>>) => delivery) {
  const said = await lab.way.deliver(change(await letterFor(lab, draft)), { hopeless: true })
  const meaning = await meaningOf(lab, said)
  const [en, az] = wordsOf(said)
  // Who answers 202 first, or pulls, has nothing to say about what it does not believe.
  const isLeft = said.why === 'late' && meaning === 'unclear'
  if (meaning === 'refused' || isLeft) return passed(`It is not taken: ${en}.`, `Qəbul edilmir: ${az}.`)
  if (meaning === 'taken') return failed(`It is taken: ${en}.`, `Qəbul edilir: ${az}.`)
  return failed(`It is neither taken nor refused: ${en}.`, `Nə qəbul, nə rədd edilir: ${az}.`)
}

const changed: Step = {
  id: 'refuse-changed',
  title: ['A message that was changed after signing', 'İmzalandıqdan sonra dəyişdirilmiş mesaj'],
  expected: REFUSAL,
  run: (session) => refuses(session, {}, tampered),
}

const strangers: Step = {
  id: 'refuse-signer',
  title: ['A message that somebody else has signed', 'Başqasının imzaladığı mesaj'],
  expected: REFUSAL,
  run: (session) => refuses(session, { key: session.lab.stranger }),
}

export const SIGN: readonly Step[] = [takes, changed, strangers]
