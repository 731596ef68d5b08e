/** One party: how it is, what flows, and what waits for it. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ChevronLeft, Mails } from 'lucide-react'
import { type OverviewAnswer, overviewQuery } from '#admin-ui/api/queries.ts'
import { Card, Facts, PageHead } from '#admin-ui/parts/card.tsx'
import { Empty } from '#admin-ui/parts/empty.tsx'
import { Lines, Loaded } from '#admin-ui/parts/loaded.tsx'
import { useNameOf } from '#admin-ui/parts/party.tsx'
import { PartyState } from '#admin-ui/parts/state.tsx'
import { Traffic } from '#admin-ui/parts/traffic/traffic.tsx'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'

export function PartyPage() {
  const { t } = useTexts()
  const { id } = useParams({ from: '/shell/parties/$id' })
  const overview = useQuery(overviewQuery)
  return (
    <>
      <Link to="/parties" className="back">
        <ChevronLeft size={16} aria-hidden />
        {t.nav.parties}
      </Link>
      <Loaded question={overview} skeleton={<Lines count={8} height={32} />}>
        {({ parties }) => {
          const party = parties.find((one) => one.id === id)
          return party ? <Sheet party={party} /> : <Empty kind="nothing" title={t.failed.absent} note={t.failed.absentHint} />
        }}
      </Loaded>
    </>
  )
}

function Sheet({ party }: { readonly party: OverviewAnswer['parties'][number] }) {
  const { t, fmt } = useTexts()
  const name = useNameOf()(party.id, party.title)
  const { id, title, state, backlog, oldest, lastIn, lastOut, failed24h } = party
  return (
    <div className="stack">
      <PageHead
        title={name}
        note={
          <span className="row">
            <PartyState state={state} />
            <span className="party-code">{id}</span>
            {title !== name && title}
          </span>
        }
        aside={
          <Button
            variant="default"
            leftSection={<Mails size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/messages" search={{ party: id }} {...props} />}
          >
            {t.parties.itsMessages}
          </Button>
        }
      />
      <div className="columns">
        <Card title={t.parties.standing} className="span-5">
          <Facts
            rows={[
              [t.words.queue, fmt.number(backlog)],
              [t.parties.oldest, oldest && <When at={oldest} as="relative" />],
              [t.parties.failed24h, fmt.number(failed24h)],
              [t.parties.lastIn, <When key="in" at={lastIn} as="relative" />],
              [t.parties.lastOut, <When key="out" at={lastOut} as="relative" />],
            ]}
          />
        </Card>
        <Traffic className="span-7" party={id} />
      </div>
    </div>
  )
}
