/** Runs the steps of a session in their order, tells each as it ends, and leaves nothing behind. */
import type { Transport } from '#core/message.ts'
import { type Finding, type Lab, type Session, type Step, skipped, type Told } from './lab.ts'
import { CLOCK } from './steps/clock.ts'
import { CONNECT } from './steps/connect.ts'
import { LARGE } from './steps/large.ts'
import { RECEIPT } from './steps/receipt.ts'
import { REPEAT } from './steps/repeat.ts'
import { SIGN } from './steps/sign.ts'
import { typeStep } from './steps/types.ts'

/** All steps of a session with this party. */
export const stepsOf = ({ types, way }: Pick<Lab, 'types'> & { readonly way: { readonly transport: Transport } }): readonly Step[] =>
  [...CONNECT, ...SIGN, ...RECEIPT, ...REPEAT, ...CLOCK, ...LARGE, ...types.map(typeStep)].filter(
    ({ on }) => on === undefined || on.includes(way.transport),
  )

/** Throws when the signal is aborted. */
export async function runSteps(lab: Lab, onStep: (told: Told) => Promise<void>): Promise<readonly Told[]> {
  const session: Session = { lab, first: undefined }
  const all: Told[] = []
  try {
    for (const step of stepsOf(lab)) {
      const startedAt = performance.now()
      const blocking = all.find(({ step: id, result }) => result === 'failed' && VITAL.has(id))
      const finding: Finding = blocking ? notReached(blocking) : await step.run(session)
      const { id, title, expected } = step
      const told: Told = { step: id, title, expected, ...finding, durationMs: Math.round(performance.now() - startedAt) }
      all.push(told)
      await onStep(told)
    }
  } finally {
    await lab.way.close()
  }
  return all
}

const VITAL: ReadonlySet<string> = new Set([...CONNECT, ...SIGN].filter(({ vital }) => vital).map(({ id }) => id))

const notReached = ({ title: [en, az] }: Told): Finding => skipped(`Not looked at, because of: ${en}.`, `Baxılmadı, səbəb: ${az}.`)
