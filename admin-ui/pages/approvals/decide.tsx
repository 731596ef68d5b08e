/** One request: what it would do, and the decision. */
import { Button, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, queryClient } from '#admin-ui/api/client.ts'
import { useMe } from '#admin-ui/api/me.ts'
import { useStepUp } from '#admin-ui/pages/session/step-up.tsx'
import { Facts } from '#admin-ui/parts/card.tsx'
import { Dialog } from '#admin-ui/parts/dialog.tsx'
import { Loaded } from '#admin-ui/parts/loaded.tsx'
import { useToast } from '#admin-ui/parts/toast.tsx'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { Effect } from './effect.tsx'
import { Fruits } from './fruits.tsx'
import { approvalQuery, type Looked } from './queries.ts'
import { APPROVAL_TEXTS } from './texts.ts'

export function Decide({ id, close }: { readonly id: string; readonly close: () => void }) {
  const { language } = useTexts()
  const words = APPROVAL_TEXTS[language]
  const looked = useQuery(approvalQuery(id))
  const { data } = looked
  return (
    <Dialog title={data ? (words.act[data.act] ?? data.act) : words.title} open close={close} size={640}>
      <Loaded question={looked}>{(one) => <Sheet one={one} close={close} />}</Loaded>
    </Dialog>
  )
}

function Sheet({ one, close }: { readonly one: Looked; readonly close: () => void }) {
  const { t, language } = useTexts()
  const words = APPROVAL_TEXTS[language]
  const { may } = useMe()
  const toast = useToast()
  const { guarded, dialog } = useStepUp()
  const [reason, setReason] = useState('')
  const [running, setRunning] = useState(false)
  const param = { id: one.approvalId }
  const seen = one.seen ?? ''
  const run = async (act: () => Promise<unknown>): Promise<void> => {
    if (running) return
    setRunning(true)
    try {
      await guarded(act)
      toast.done(words.done)
      close()
    } catch (error) {
      if (error !== undefined) toast.failed(error)
    } finally {
      setRunning(false)
      await queryClient.invalidateQueries({ queryKey: ['approvals'] })
    }
  }
  const waits = one.state === 'waiting'
  const hasReason = reason.trim().length >= 5
  return (
    <div className="stack">
      <Facts
        rows={[
          [words.by, one.askedBy],
          [words.reason, one.reason],
          [words.when, <When key="when" at={one.askedAt} />],
          [words.stateOf, one.alone ? `${words.state[one.state] ?? one.state}, ${words.alone}` : (words.state[one.state] ?? one.state)],
          [words.decidedBy, one.decidedBy],
          [words.decision, one.decision],
        ]}
      />
      <Effect title={words.asked} act={one.act} effect={one.effect} />
      {one.now && !isSame(one.effect, one.now) && <Effect title={words.now} act={one.act} effect={one.now} />}
      {one.outcome && <Effect title={words.outcome} act="" effect={one.outcome} />}
      {one.state === 'done' && <Fruits one={one} guarded={guarded} />}
      {waits && !one.fits && <p role="alert">{words.changed}</p>}
      {waits && (may('approvals.decide') || may('glass.break')) && (
        <Textarea
          label={words.reason}
          description={t.common.reasonHint}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          autosize
          minRows={2}
        />
      )}
      {waits && one.isOwn && <p className="muted">{may('glass.break') ? words.aloneNote : words.own}</p>}
      <div className="dialog-buttons">
        {waits && one.isOwn && (
          <Button variant="default" loading={running} onClick={() => void run(() => ask(api.approvals[':id'].withdraw.$post({ param })))}>
            {words.withdraw}
          </Button>
        )}
        {waits && one.isOwn && may('glass.break') && (
          <Button
            color="bad"
            disabled={!one.fits || !hasReason}
            loading={running}
            onClick={() => void run(() => ask(api.approvals[':id']['break-glass'].$post({ param, json: { seen, reason: reason.trim() } })))}
          >
            {words.alone_act}
          </Button>
        )}
        {waits && !one.isOwn && may('approvals.decide') && (
          <>
            <Button
              variant="default"
              disabled={!hasReason}
              loading={running}
              onClick={() => void run(() => ask(api.approvals[':id'].reject.$post({ param, json: { reason: reason.trim() } })))}
            >
              {words.reject}
            </Button>
            <Button
              disabled={!one.fits}
              loading={running}
              onClick={() => void run(() => ask(api.approvals[':id'].approve.$post({ param, json: { seen } })))}
            >
              {words.approve}
            </Button>
          </>
        )}
        {one.alone && one.reviewedBy === undefined && may('glass.review') && (
          <Button loading={running} onClick={() => void run(() => ask(api.approvals[':id'].review.$post({ param })))}>
            {words.reviewed}
          </Button>
        )}
      </div>
      {dialog}
    </div>
  )
}

const isSame = (asked: object, now: object): boolean => JSON.stringify(asked) === JSON.stringify(now)
