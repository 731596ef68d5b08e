/** One replay: how far it is, what became of what it sent again, and its end before its time. */
import { Button, SegmentedControl } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Ban, ChevronLeft } from 'lucide-react'
import { useMemo, useState } from 'react'
import { api, ask } from '#admin-ui/api/client.ts'
import { useMe } from '#admin-ui/api/me.ts'
import { replayQuery } from '#admin-ui/api/queries.ts'
import { useAsking } from '#admin-ui/parts/asking.ts'
import { Card, Facts, PageHead } from '#admin-ui/parts/card.tsx'
import { ActDialog } from '#admin-ui/parts/dialog.tsx'
import { Empty } from '#admin-ui/parts/empty.tsx'
import { shortOf } from '#admin-ui/parts/id.tsx'
import { Lines, Loaded } from '#admin-ui/parts/loaded.tsx'
import { Party } from '#admin-ui/parts/party.tsx'
import { type Column, Rows } from '#admin-ui/parts/rows.tsx'
import { Code, DeliveryState, State } from '#admin-ui/parts/state.tsx'
import { typeOf } from '#admin-ui/parts/types.ts'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { JOB_TEXTS } from './job-texts.ts'
import { type Job, type JobDelivery, jobDeliveriesQuery } from './queries.ts'

const FAILED = 'dead,held,expired'
const keyOf = ({ deliveryId }: JobDelivery): string => deliveryId

export function JobPage() {
  const { language } = useTexts()
  const words = JOB_TEXTS[language]
  const { id } = useParams({ from: '/shell/approvals/jobs/$id' })
  const job = useQuery(replayQuery(id))
  return (
    <>
      <Link to="/approvals/jobs" className="back">
        <ChevronLeft size={16} aria-hidden />
        {words.title}
      </Link>
      <Loaded question={job} skeleton={<Lines count={8} height={32} />}>
        {(data) => (
          <div className="stack">
            <PageHead title={<When at={data.startedAt} as="dateTime" />} note={data.reason} aside={<Cancel job={data} />} />
            <Standing job={data} states={data.states} />
            <Deliveries id={id} />
          </div>
        )}
      </Loaded>
    </>
  )
}

function Cancel({ job: { jobId, state, total, reached } }: { readonly job: Job }) {
  const { fmt, language } = useTexts()
  const words = JOB_TEXTS[language]
  const { may } = useMe()
  const asking = useAsking()
  const [open, setOpen] = useState(false)
  if (state !== 'running' || !may('replay.few')) return null
  return (
    <>
      <Button color="bad" leftSection={<Ban size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {words.cancel}
      </Button>
      {open && (
        <ActDialog
          title={words.cancelTitle}
          open
          close={() => setOpen(false)}
          verb={words.cancelTitle}
          bad
          act={(reason) => asking(ask(api.replays[':id'].cancel.$post({ param: { id: jobId }, json: { reason } })), words.cancelled)}
        >
          <p>{words.cancelNote(fmt.number(total - reached))}</p>
        </ActDialog>
      )}
    </>
  )
}

function Standing({ job, states }: { readonly job: Job; readonly states: Readonly<Record<string, number | undefined>> }) {
  const { t, fmt, language } = useTexts()
  const words = JOB_TEXTS[language]
  const { state, total, reached, replayed, by } = job
  return (
    <div className="columns">
      <Card className="span-6">
        <div className="meter meter-ok" aria-hidden>
          <i style={{ width: `${total === 0 ? 100 : (reached / total) * 100}%` }} />
        </div>
        <Facts
          rows={[
            [t.words.state, <State key="state" state={state} word={words.states[state] ?? state} />],
            [words.progress, t.common.of(fmt.number(replayed), fmt.number(total))],
            [words.passed, fmt.number(reached - replayed)],
            [t.words.by, by],
          ]}
        />
      </Card>
      <Card title={words.became} className="span-6">
        <Facts rows={Object.entries(states).map(([of, count]) => [t.state[of] ?? of, fmt.number(count ?? 0)])} />
      </Card>
    </div>
  )
}

function Deliveries({ id }: { readonly id: string }) {
  const { t, language } = useTexts()
  const words = JOB_TEXTS[language]
  const [states, setStates] = useState(FAILED)
  const found = useInfiniteQuery(jobDeliveriesQuery(id, states))
  const columns = useMemo<readonly Column<JobDelivery>[]>(
    () => [
      {
        id: 'message',
        title: words.delivery,
        always: true,
        cell: ({ messageId, from, type, deliveryId }) => (
          <span className="message-cell">
            <Link to="/messages/$id" params={{ id: messageId }} search={{ from }}>
              {type === undefined ? shortOf(messageId) : typeOf(type, language)}
            </Link>
            <code className="muted small">{shortOf(deliveryId)}</code>
          </span>
        ),
      },
      { id: 'party', title: t.words.party, cell: ({ party }) => <Party id={party} codeOnly /> },
      { id: 'state', title: t.words.state, cell: ({ state }) => <DeliveryState state={state} /> },
      { id: 'code', title: t.words.code, cell: ({ code }) => (code === undefined ? '' : <Code code={code} />) },
    ],
    [t, words, language],
  )
  return (
    <Card
      title={words.delivery}
      flush
      aside={
        <SegmentedControl
          aria-label={t.words.state}
          value={states}
          onChange={setStates}
          data={[
            { value: FAILED, label: words.failedAgain },
            { value: '', label: words.all },
          ]}
        />
      }
    >
      <Loaded question={found}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          return items.length === 0 ? (
            <Empty kind={states === FAILED ? 'good' : 'filtered'} title={words.nothing} />
          ) : (
            <>
              <Rows label={words.delivery} columns={columns} rows={items} keyOf={keyOf} />
              {found.hasNextPage && (
                <div className="pager">
                  <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                    {words.more}
                  </Button>
                </div>
              )}
            </>
          )
        }}
      </Loaded>
    </Card>
  )
}
