/** A state is an icon, a word and a colour, so that no one of them has to be seen. */
import { Tooltip } from '@mantine/core'
import {
  Ban,
  Check,
  CircleAlert,
  CircleDashed,
  CircleDot,
  CirclePause,
  Clock,
  Hourglass,
  type LucideIcon,
  Minus,
  RotateCw,
  TimerOff,
  TriangleAlert,
} from 'lucide-react'
import { useTexts } from '#admin-ui/texts/use.ts'

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'quiet'

/** Icon and tone of everything that has a state: deliveries, parties, clocks, approvals, jobs, steps of a test. */
const LOOKS: Readonly<Record<string, readonly [LucideIcon, Tone]>> = {
  accepted: [Check, 'info'],
  pending: [Clock, 'info'],
  waiting: [Clock, 'info'],
  sent: [Hourglass, 'info'],
  delivered: [Check, 'ok'],
  retrying: [RotateCw, 'warn'],
  held: [CirclePause, 'warn'],
  dead: [TriangleAlert, 'bad'],
  failed: [TriangleAlert, 'bad'],
  refused: [Ban, 'bad'],
  cancelled: [Minus, 'quiet'],
  expired: [TimerOff, 'bad'],
  up: [Check, 'ok'],
  active: [Check, 'ok'],
  degraded: [CircleAlert, 'warn'],
  down: [TriangleAlert, 'bad'],
  withdrawn: [Minus, 'quiet'],
  running: [CircleDot, 'info'],
  paused: [CirclePause, 'quiet'],
  overdue: [TriangleAlert, 'bad'],
  stopped: [Check, 'quiet'],
  done: [Check, 'ok'],
  ok: [Check, 'ok'],
  skipped: [CircleDashed, 'quiet'],
  approved: [Check, 'ok'],
  executed: [Check, 'ok'],
  rejected: [Ban, 'bad'],
  withdrawnByAsker: [Minus, 'quiet'],
}

export const lookOf = (state: string): readonly [LucideIcon, Tone] => LOOKS[state] ?? [CircleDashed, 'quiet']

interface Shown {
  readonly state: string
  readonly word: string
  readonly hint?: string | undefined
  readonly tone?: Tone
}

export function State({ state, word, hint, tone }: Shown) {
  const [Icon, usual] = lookOf(state)
  const badge = (
    <span className={`state state-${tone ?? usual}`}>
      <Icon size={14} strokeWidth={2.4} aria-hidden />
      {word}
    </span>
  )
  return hint === undefined ? badge : <Tooltip label={hint}>{badge}</Tooltip>
}

export function DeliveryState({ state }: { readonly state: string }) {
  const { t } = useTexts()
  return <State state={state} word={t.state[state] ?? state} hint={t.stateHint[state]} />
}

export function PartyState({ state }: { readonly state: string }) {
  const { t } = useTexts()
  return <State state={state} word={t.partyState[state] ?? state} />
}

export function Code({ code }: { readonly code: string }) {
  const { t } = useTexts()
  const words = t.code[code]
  return words === undefined ? (
    <code>{code}</code>
  ) : (
    <Tooltip label={<code>{code}</code>}>
      <span>{words}</span>
    </Tooltip>
  )
}
