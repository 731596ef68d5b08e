/** Signatures of another hour: the hub's clock a little ahead, and a delivery that had to wait for a day. */
import { failed, passed, type Step } from '#core/lab/lab.ts'
import { letterFor } from '#core/lab/letter.ts'
import { meaningOf, wordsOf } from '#core/lab/said.ts'
import type { Words } from '#schemas/words.ts'

const AHEAD_S = 120
const LATE_S = 20 * 3600

const signedOff = (id: string, offS: number, title: Words, expected: Words): Step => ({
  id,
  title,
  expected,
  run: async ({ lab }) => {
    const said = await lab.way.deliver(await letterFor(lab, { offS }))
    const [en, az] = wordsOf(said)
    if ((await meaningOf(lab, said)) === 'taken') return passed(`It is taken: ${en}.`, `Qəbul edilir: ${az}.`)
    return failed(`It is not taken: ${en}.`, `Qəbul edilmir: ${az}.`)
  },
})

export const CLOCK: readonly Step[] = [
  signedOff(
    'clock-ahead',
    AHEAD_S,
    ['A clock that is ahead', 'Qabağa gedən saat'],
    [
      `a signature that is ${AHEAD_S} s ahead of your clock is believed: clocks differ by so much`,
      `saatınızdan ${AHEAD_S} s qabaqda olan imzaya inanılır: saatlar bu qədər fərqlənə bilər`,
    ],
  ),
  signedOff(
    'clock-late',
    -LATE_S,
    ['A delivery that had to wait', 'Gözləməli olmuş çatdırılma'],
    [
      'a signature of twenty hours ago is believed: what could not be delivered is sent again with the same bytes, for days',
      'iyirmi saat əvvəlki imzaya inanılır: çatdırılmayan mesaj günlərlə eyni baytlarla yenidən göndərilir',
    ],
  ),
]
