/** Sending again what failed: first what it would do, party by party; then why; then it runs, or another person approves it. */
import { Button, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { CircleCheck, ListChecks, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { api, ask } from '#admin-ui/api/client.ts'
import { planQuery, replayQuery } from '#admin-ui/api/queries.ts'
import { Dialog } from '#admin-ui/parts/dialog.tsx'
import { Lines, Loaded } from '#admin-ui/parts/loaded.tsx'
import { Party } from '#admin-ui/parts/party.tsx'
import { Code, DeliveryState } from '#admin-ui/parts/state.tsx'
import { useToast } from '#admin-ui/parts/toast.tsx'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import type { ReplayFilter } from './search.ts'

const SHORTEST = 10

/** The dialog opens before the plan has come: what is to be typed first has the cursor as soon as it is there. */
const focused = (field: HTMLTextAreaElement | null): void => field?.focus()

interface Shown {
  readonly open: boolean
  readonly close: () => void
  readonly filter: ReplayFilter
}

export function ReplayDialog({ open, close, filter }: Shown) {
  const { t } = useTexts()
  const [begun, setBegun] = useState<Begun>()
  const end = (): void => {
    setBegun(undefined)
    close()
  }
  return (
    <Dialog title={t.replay.title} open={open} close={end} size={620}>
      {begun === undefined ? <Plan filter={filter} begun={setBegun} close={end} /> : <Outcome begun={begun} close={end} />}
    </Dialog>
  )
}

type Begun = { readonly jobId: string } | { readonly approvalId: string }

interface PlanShown {
  readonly filter: ReplayFilter
  readonly begun: (begun: Begun) => void
  readonly close: () => void
}

function Plan({ filter, begun, close }: PlanShown) {
  const { t, fmt } = useTexts()
  const plan = useQuery(planQuery(filter))
  const queries = useQueryClient()
  const toast = useToast()
  const [reason, setReason] = useState('')
  const [running, setRunning] = useState(false)
  const [missing, setMissing] = useState(false)
  const start = async (until: string | undefined): Promise<void> => {
    if (running) return
    if (reason.trim().length < SHORTEST) return setMissing(true)
    setRunning(true)
    try {
      const answer = await ask(api.replays.$post({ json: { filter: { ...filter, ...(until && { until }) }, reason: reason.trim() } }))
      void queries.invalidateQueries()
      begun('done' in answer ? { jobId: answer.done.jobId as string } : { approvalId: answer.approvalId })
    } catch (error) {
      toast.failed(error)
    } finally {
      setRunning(false)
    }
  }
  return (
    <Loaded question={plan} skeleton={<Lines count={4} height={28} />}>
      {({ count, groups, overtaken, outdated, needsApproval, filter: bound }) => (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            void start(typeof bound.until === 'string' ? bound.until : undefined)
          }}
        >
          <p className="replay-count">{t.replay.would(count, fmt.number(count))}</p>
          <ul className="replay-groups">
            {groups.map(({ party, state, code, count: some, oldest }) => (
              <li key={party + state + code}>
                <Party id={party} />
                <DeliveryState state={state} />
                <span className="small">{code !== undefined && <Code code={code} />}</span>
                <span className="muted small">
                  {t.replay.oldest} <When at={oldest} />
                </span>
                <b className="number">{fmt.number(some)}</b>
              </li>
            ))}
          </ul>
          <p className="muted small">{t.replay.same}</p>
          {overtaken > 0 && <Warning text={t.replay.overtaken(overtaken, fmt.number(overtaken))} />}
          {outdated > 0 && <Warning text={t.replay.outdated(outdated, fmt.number(outdated))} />}
          {needsApproval && (
            <p className="notice notice-info">
              <ListChecks size={18} aria-hidden />
              {t.replay.needsApproval}
            </p>
          )}
          <Textarea
            label={t.common.reason}
            description={t.common.reasonHint}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            minRows={2}
            maxLength={500}
            error={missing && reason.trim().length < SHORTEST ? t.common.reasonMissing : undefined}
            ref={focused}
          />
          <div className="dialog-buttons">
            <Button variant="default" onClick={close}>
              {t.common.cancel}
            </Button>
            <Button type="submit" loading={running} disabled={count === 0}>
              {needsApproval ? t.replay.request : t.replay.start}
            </Button>
          </div>
        </form>
      )}
    </Loaded>
  )
}

function Warning({ text }: { readonly text: string }) {
  return (
    <p className="notice notice-warn">
      <TriangleAlert size={18} aria-hidden />
      {text}
    </p>
  )
}

function Outcome({ begun, close }: { readonly begun: Begun; readonly close: () => void }) {
  const { t } = useTexts()
  return (
    <div className="stack">
      {'jobId' in begun ? (
        <Progress jobId={begun.jobId} />
      ) : (
        <p className="notice notice-ok" role="status">
          <CircleCheck size={18} aria-hidden />
          {t.replay.asked}
        </p>
      )}
      <div className="dialog-buttons">
        <Button onClick={close}>{t.common.close}</Button>
      </div>
    </div>
  )
}

function Progress({ jobId }: { readonly jobId: string }) {
  const { t, fmt } = useTexts()
  const job = useQuery(replayQuery(jobId))
  return (
    <Loaded question={job}>
      {({ total, reached, replayed, state }) => (
        <div className="stack" role="status">
          <p>{t.replay.progress(fmt.number(replayed), fmt.number(total))}</p>
          <div className="meter meter-ok" aria-hidden>
            <i style={{ width: `${total === 0 ? 100 : (reached / total) * 100}%` }} />
          </div>
          <p className="muted">{t.replay.states[state]}</p>
        </div>
      )}
    </Loaded>
  )
}
