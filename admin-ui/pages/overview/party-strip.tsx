import { useMemo } from 'react'
import type { OverviewAnswer } from '#admin-ui/api/queries.ts'
import { Empty } from '#admin-ui/parts/empty.tsx'
import { Party } from '#admin-ui/parts/party.tsx'
import { type Column, Rows } from '#admin-ui/parts/rows.tsx'
import { PartyState } from '#admin-ui/parts/state.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'

type One = OverviewAnswer['parties'][number]

const keyOf = ({ id }: One): string => id

export function PartyStrip({ parties }: { readonly parties: readonly One[] }) {
  const { t, fmt } = useTexts()
  const columns = useMemo<readonly Column<One>[]>(
    () => [
      { id: 'party', title: t.words.party, cell: ({ id, title }) => <Party id={id} title={title} link /> },
      { id: 'state', title: t.words.state, cell: ({ state }) => <PartyState state={state} /> },
      {
        id: 'backlog',
        title: t.words.queue,
        align: 'end',
        cell: ({ backlog, backlogCapped }) => (backlog === 0 ? '' : `${fmt.number(backlog)}${backlogCapped ? '+' : ''}`),
      },
    ],
    [t, fmt],
  )
  if (parties.length === 0) return <Empty kind="nothing" title={t.parties.none} note={t.parties.noneNote} />
  return <Rows label={t.nav.parties} columns={columns} rows={parties} keyOf={keyOf} />
}
