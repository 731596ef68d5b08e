/** Requests that wait for another person, those that were decided, and those that one person decided alone. */
import { Button, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Card, PageHead } from '#admin-ui/parts/card.tsx'
import { Empty } from '#admin-ui/parts/empty.tsx'
import { Loaded } from '#admin-ui/parts/loaded.tsx'
import { type Column, Rows } from '#admin-ui/parts/rows.tsx'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { Decide } from './decide.tsx'
import { type Approval, approvalsQuery, type Which } from './queries.ts'
import { ApprovalTabs } from './tabs.tsx'
import { APPROVAL_TEXTS } from './texts.ts'

const keyOf = ({ approvalId }: Approval): string => approvalId

export function ApprovalsPage() {
  const { language } = useTexts()
  const words = APPROVAL_TEXTS[language]
  const [which, setWhich] = useState<Which>('open')
  const [looking, setLooking] = useState<string>()
  const approvals = useQuery(approvalsQuery(which))
  const columns = useMemo<readonly Column<Approval>[]>(
    () => [
      { id: 'what', title: words.what, cell: ({ act }) => words.act[act] ?? act, always: true },
      { id: 'by', title: words.by, cell: ({ askedBy }) => askedBy },
      { id: 'reason', title: words.reason, cell: ({ reason }) => reason },
      { id: 'when', title: words.when, cell: ({ askedAt }) => <When at={askedAt} /> },
      { id: 'until', title: words.until, cell: ({ expiresAt }) => <When at={expiresAt} /> },
      { id: 'state', title: words.stateOf, cell: ({ state }) => words.state[state] ?? state },
      {
        id: 'look',
        title: words.look,
        cell: ({ approvalId }) => (
          <Button variant="default" size="compact-sm" onClick={() => setLooking(approvalId)}>
            {words.look}
          </Button>
        ),
      },
    ],
    [words],
  )
  return (
    <div className="stack">
      <PageHead
        title={words.title}
        aside={
          <SegmentedControl
            aria-label={words.stateOf}
            value={which}
            onChange={(chosen) => setWhich(chosen as Which)}
            data={[
              { value: 'open', label: words.open },
              { value: 'review', label: words.review },
              { value: 'closed', label: words.closed },
            ]}
          />
        }
      />
      <ApprovalTabs />
      <Card flush>
        <Loaded question={approvals}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty kind="good" title={words.nothing} note={words.nothingNote} />
            ) : (
              <Rows label={words.title} columns={columns} rows={items} keyOf={keyOf} />
            )
          }
        </Loaded>
      </Card>
      {looking !== undefined && <Decide id={looking} close={() => setLooking(undefined)} />}
    </div>
  )
}
