/** Who takes part, and how each of them is. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type OverviewAnswer, overviewQuery } from '#admin-ui/api/queries.ts'
import { PageHead } from '#admin-ui/parts/card.tsx'
import { Empty } from '#admin-ui/parts/empty.tsx'
import { Lines, Loaded } from '#admin-ui/parts/loaded.tsx'
import { Party } from '#admin-ui/parts/party.tsx'
import { type Column, Rows } from '#admin-ui/parts/rows.tsx'
import { lookOf, PartyState } from '#admin-ui/parts/state.tsx'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { PartyTabs } from './party-tabs.tsx'

type One = OverviewAnswer['parties'][number]

const keyOf = ({ id }: One): string => id

function toneOf({ state }: One): string | undefined {
  const [, tone] = lookOf(state)
  return tone === 'bad' || tone === 'warn' ? tone : undefined
}

export function PartiesPage() {
  const { t, fmt } = useTexts()
  const overview = useQuery(overviewQuery)
  const columns = useMemo<readonly Column<One>[]>(
    () => [
      { id: 'party', title: t.words.party, cell: ({ id, title }) => <Party id={id} title={title} link /> },
      { id: 'state', title: t.words.state, cell: ({ state }) => <PartyState state={state} /> },
      {
        id: 'backlog',
        title: t.words.queue,
        align: 'end',
        cell: ({ backlog, backlogCapped }) => `${fmt.number(backlog)}${backlogCapped ? '+' : ''}`,
      },
      { id: 'oldest', title: t.parties.oldest, cell: ({ oldest }) => (oldest === undefined ? '' : <When at={oldest} as="relative" />) },
      { id: 'failed', title: t.parties.failed24h, align: 'end', cell: ({ failed24h }) => fmt.number(failed24h) },
      { id: 'lastIn', title: t.parties.lastIn, cell: ({ lastIn }) => <When at={lastIn} as="relative" /> },
      { id: 'lastOut', title: t.parties.lastOut, cell: ({ lastOut }) => <When at={lastOut} as="relative" /> },
    ],
    [t, fmt],
  )
  return (
    <>
      <PageHead title={t.nav.parties} note={t.parties.note} />
      <PartyTabs />
      <section className="card card-flush" aria-label={t.nav.parties}>
        <Loaded question={overview} skeleton={<Lines count={8} height={28} />}>
          {({ parties }) =>
            parties.length === 0 ? (
              <Empty kind="nothing" title={t.parties.none} note={t.parties.noneNote} />
            ) : (
              <Rows label={t.nav.parties} columns={columns} rows={parties} keyOf={keyOf} toneOf={toneOf} />
            )
          }
        </Loaded>
      </section>
    </>
  )
}
