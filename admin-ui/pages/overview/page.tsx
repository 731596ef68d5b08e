/** The state of the exchange, to be read from three metres; what needs a person comes first. */
import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { CircleCheck, OctagonAlert, TriangleAlert } from 'lucide-react'
import { exchangeQuery, type OverviewAnswer, overviewQuery } from '#admin-ui/api/queries.ts'
import { Card } from '#admin-ui/parts/card.tsx'
import { Loaded } from '#admin-ui/parts/loaded.tsx'
import { useNameOf } from '#admin-ui/parts/party.tsx'
import { Traffic } from '#admin-ui/parts/traffic/traffic.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { Exchange } from './exchange.tsx'
import { Needs } from './needs.tsx'
import { PartyStrip } from './party-strip.tsx'
import { Tiles } from './tiles.tsx'
import './overview.css'

export function OverviewPage() {
  const { t } = useTexts()
  const overview = useQuery(overviewQuery)
  const exchange = useQuery(exchangeQuery('24h'))
  return (
    <Loaded question={overview} skeleton={<Waiting />}>
      {(data) => (
        <div className="stack">
          <Headline overview={data} />
          {data.hubHeld && (
            <p className="notice notice-bad" role="alert">
              <OctagonAlert size={18} aria-hidden />
              {t.overview.hubHeld}
            </p>
          )}
          <Tiles overview={data} />
          <div className="columns">
            <Card title={t.overview.needs} className="span-5" flush>
              <Needs needs={data.needsYou} />
            </Card>
            <Traffic className="span-7" />
            <Card title={t.overview.exchange} note={t.overview.exchangeNote} className="span-7">
              <Loaded question={exchange}>{({ nodes, links }) => <Exchange nodes={nodes} links={links} />}</Loaded>
            </Card>
            <Card title={t.nav.parties} className="span-5" flush>
              <PartyStrip parties={data.parties} />
            </Card>
          </div>
        </div>
      )}
    </Loaded>
  )
}

function Headline({ overview: { needsYou, lastMessage, at } }: { readonly overview: OverviewAnswer }) {
  const { t, fmt } = useTexts()
  const nameOf = useNameOf()
  const quiet = needsYou.length === 0
  const bad = needsYou.some(({ kind }) => kind === 'failures' || kind === 'silent' || kind === 'clock')
  const Icon = quiet ? CircleCheck : TriangleAlert
  return (
    <div className={`headline headline-${quiet ? 'ok' : bad ? 'bad' : 'warn'}`}>
      <Icon size={40} strokeWidth={1.9} aria-hidden />
      <div>
        <h1>{quiet ? t.overview.quiet : t.overview.needsYou(needsYou.length, fmt.number(needsYou.length))}</h1>
        <p className="muted">
          {lastMessage
            ? t.overview.lastMessage(fmt.relative(lastMessage.receivedAt, Date.parse(at)), nameOf(lastMessage.from))
            : t.overview.noMessage}
        </p>
      </div>
    </div>
  )
}

function Waiting() {
  return (
    <div className="stack">
      <Skeleton height={56} width={420} radius={10} />
      <div className="tiles">
        {['a', 'b', 'c', 'd', 'e'].map((key) => (
          <Skeleton key={key} height={132} radius={12} />
        ))}
      </div>
      <Skeleton height={360} radius={12} />
    </div>
  )
}
