/** What can be done with one delivery: sent again, let go, given up. */
import { Button } from '@mantine/core'
import { Ban, type LucideIcon, RotateCw, SkipForward } from 'lucide-react'
import { useState } from 'react'
import { api, ask } from '#admin-ui/api/client.ts'
import { type Action, useMe } from '#admin-ui/api/me.ts'
import type { MessageAnswer } from '#admin-ui/api/queries.ts'
import { useAsking } from '#admin-ui/parts/asking.ts'
import { ActDialog } from '#admin-ui/parts/dialog.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { DELIVERY_TEXTS } from './delivery-texts.ts'

type Delivery = MessageAnswer['deliveries'][number]

interface Row {
  readonly needs: Action
  readonly states: readonly Delivery['state'][]
  readonly icon: LucideIcon
  readonly bad: boolean
}

/** By act: who may, in which states, and how it looks. */
const ACTS = {
  replay: { needs: 'replay.few', states: ['dead', 'held', 'expired', 'cancelled'], icon: RotateCw, bad: false },
  skip: { needs: 'delivery.skip', states: ['dead'], icon: SkipForward, bad: true },
  cancel: { needs: 'delivery.cancel', states: ['pending', 'sent', 'retrying', 'held', 'dead'], icon: Ban, bad: true },
} as const satisfies Readonly<Record<string, Row>>

type Act = keyof typeof ACTS
const NAMES = Object.keys(ACTS) as readonly Act[]

interface Shown {
  readonly delivery: Delivery
  /** The bytes of its message are still there. */
  readonly kept: boolean
}

export function DeliveryActs({ delivery: { deliveryId, state, history }, kept }: Shown) {
  const { fmt, language } = useTexts()
  const words = DELIVERY_TEXTS[language]
  const { may, mustAsk } = useMe()
  const asking = useAsking()
  const [chosen, setChosen] = useState<Act>()
  const possible = NAMES.filter((act) => {
    const states: readonly string[] = ACTS[act].states
    return states.includes(state) && may(ACTS[act].needs) && (act !== 'replay' || kept)
  })
  const tried = history.filter(
    ({ code }) => code === 'RECEIPT_MISSING' || code === 'RECIPIENT_UNREACHABLE' || code === 'RECEIPT_INVALID',
  ).length
  return (
    <span className="row">
      {possible.map((act) => {
        const { icon: Icon } = ACTS[act]
        return (
          <Button key={act} variant="default" size="compact-sm" leftSection={<Icon size={15} aria-hidden />} onClick={() => setChosen(act)}>
            {words[act].verb}
          </Button>
        )
      })}
      {chosen && (
        <ActDialog
          title={words[chosen].title}
          open
          close={() => setChosen(undefined)}
          verb={mustAsk(ACTS[chosen].needs) ? words.request : words[chosen].verb}
          bad={ACTS[chosen].bad}
          act={(reason) =>
            asking(ask(api.deliveries[':id'][chosen].$post({ param: { id: deliveryId }, json: { reason } })), words[chosen].done)
          }
        >
          <p>{words[chosen].note}</p>
          {chosen === 'replay' && tried > 0 && <p className="notice notice-warn">{words.mayHaveIt(tried, fmt.number(tried))}</p>}
          {mustAsk(ACTS[chosen].needs) && <p className="muted">{words.requestNote}</p>}
        </ActDialog>
      )}
    </span>
  )
}
