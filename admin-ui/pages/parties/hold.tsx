/** Holding a party, resuming it, and why it is held. */
import { Button } from '@mantine/core'
import { CirclePause, CirclePlay } from 'lucide-react'
import { useState } from 'react'
import { api, ask } from '#admin-ui/api/client.ts'
import { useMe } from '#admin-ui/api/me.ts'
import type { PartyAnswer } from '#admin-ui/api/queries.ts'
import { useAsking } from '#admin-ui/parts/asking.ts'
import { ActDialog } from '#admin-ui/parts/dialog.tsx'
import { useNameOf } from '#admin-ui/parts/party.tsx'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { PARTY_TEXTS } from './texts.ts'

interface Shown {
  readonly party: Pick<PartyAnswer, 'id' | 'title' | 'state' | 'silentSince' | 'hold' | 'backlog'>
}

/** One button for what its state allows; a party that does not answer may be held, or tried again now. */
export function HoldActs({ party: { id, title, state, silentSince, backlog } }: Shown) {
  const { fmt, language } = useTexts()
  const words = PARTY_TEXTS[language]
  const { may, mustAsk } = useMe()
  const asking = useAsking()
  const name = useNameOf()(id, title)
  const [change, setChange] = useState<'hold' | 'resume'>()
  if (!may('party.hold') || state === 'withdrawn') return null
  const isHeld = state === 'held'
  const param = { id }
  return (
    <>
      {!isHeld && (
        <Button variant="default" leftSection={<CirclePause size={16} aria-hidden />} onClick={() => setChange('hold')}>
          {words.hold}
        </Button>
      )}
      {(isHeld || silentSince !== undefined) && (
        <Button
          variant={isHeld ? 'filled' : 'default'}
          leftSection={<CirclePlay size={16} aria-hidden />}
          onClick={() => setChange('resume')}
        >
          {isHeld ? words.resume : words.tryNow}
        </Button>
      )}
      {change && (
        <ActDialog
          title={change === 'hold' ? words.holdTitle(name) : words.resumeTitle(name)}
          open
          close={() => setChange(undefined)}
          verb={mustAsk('party.hold') ? words.request : words[change]}
          bad={change === 'hold'}
          act={(reason) => asking(ask(api.parties[':id'][change].$post({ param, json: { reason } })), words.done[change](name))}
        >
          <p>{change === 'hold' ? words.holdNote : words.resumeNote(backlog, fmt.number(backlog))}</p>
          {mustAsk('party.hold') && <p className="muted">{words.requestNote}</p>}
        </ActDialog>
      )}
    </>
  )
}

/** On its own page: since when, by whom, and why. */
export function HoldNotice({ party: { state, hold } }: Shown) {
  const { t, language } = useTexts()
  const words = PARTY_TEXTS[language]
  if (state !== 'held') return null
  return (
    <div className="notice notice-warn" role="status">
      <CirclePause size={18} aria-hidden />
      <span className="stack-tight">
        <b>{words.isHeld}</b>
        <span>{t.parties.heldNote}</span>
        {hold?.by === undefined ? (
          <span>{words.heldByHub}</span>
        ) : (
          <span>
            {hold.by}, <When at={hold.at} as="dateTime" />: {hold.reason}
          </span>
        )}
      </span>
    </div>
  )
}
