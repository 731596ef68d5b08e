/** Replays, the newest first: who began them and why, and how far they are. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { Card, PageHead } from '#admin-ui/parts/card.tsx'
import { Empty } from '#admin-ui/parts/empty.tsx'
import { Lines, Loaded } from '#admin-ui/parts/loaded.tsx'
import { type Column, Rows } from '#admin-ui/parts/rows.tsx'
import { State } from '#admin-ui/parts/state.tsx'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { JOB_TEXTS } from './job-texts.ts'
import { type Job, jobsQuery } from './queries.ts'
import { ApprovalTabs } from './tabs.tsx'

const keyOf = ({ jobId }: Job): string => jobId

export function JobsPage() {
  const { t, fmt, language } = useTexts()
  const words = JOB_TEXTS[language]
  const jobs = useQuery(jobsQuery)
  const columns = useMemo<readonly Column<Job>[]>(
    () => [
      {
        id: 'begun',
        title: words.begun,
        always: true,
        cell: ({ jobId, startedAt }) => (
          <Link to="/approvals/jobs/$id" params={{ id: jobId }}>
            <When at={startedAt} as="dateTime" />
          </Link>
        ),
      },
      { id: 'state', title: t.words.state, cell: ({ state }) => <State state={state} word={words.states[state] ?? state} /> },
      {
        id: 'progress',
        title: words.progress,
        align: 'end',
        cell: ({ replayed, total }) => t.common.of(fmt.number(replayed), fmt.number(total)),
      },
      { id: 'by', title: t.words.by, cell: ({ by }) => by },
      { id: 'reason', title: t.words.reason, cell: ({ reason }) => reason },
    ],
    [t, fmt, words],
  )
  return (
    <>
      <PageHead title={words.title} note={words.note} />
      <ApprovalTabs />
      <Card flush>
        <Loaded question={jobs} skeleton={<Lines count={8} height={28} />}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty kind="nothing" title={words.none} note={words.noneNote} />
            ) : (
              <Rows label={words.title} columns={columns} rows={items} keyOf={keyOf} />
            )
          }
        </Loaded>
      </Card>
    </>
  )
}
