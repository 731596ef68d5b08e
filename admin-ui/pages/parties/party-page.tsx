/** One party: how it is, what flows, what waits for it, how it is reached and what proves it. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ChevronLeft, FlaskConical, Mails, TriangleAlert } from 'lucide-react'
import { type PartyAnswer, partyQuery } from '#admin-ui/api/queries.ts'
import { Card, Facts, PageHead } from '#admin-ui/parts/card.tsx'
import { Lines, Loaded } from '#admin-ui/parts/loaded.tsx'
import { useNameOf } from '#admin-ui/parts/party.tsx'
import { Code, DeliveryState, PartyState, State } from '#admin-ui/parts/state.tsx'
import { Traffic } from '#admin-ui/parts/traffic/traffic.tsx'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { ConnectionTest } from './connection.tsx'
import { HoldActs, HoldNotice } from './hold.tsx'
import { Successor } from './successor.tsx'
import './parties.css'

export function PartyPage() {
  const { t } = useTexts()
  const { id } = useParams({ from: '/shell/parties/$id' })
  const party = useQuery(partyQuery(id))
  return (
    <>
      <Link to="/parties" className="back">
        <ChevronLeft size={16} aria-hidden />
        {t.nav.parties}
      </Link>
      <Loaded question={party} skeleton={<Lines count={8} height={32} />}>
        {(data) => <Sheet party={data} />}
      </Loaded>
    </>
  )
}

function Sheet({ party }: { readonly party: PartyAnswer }) {
  const { t, fmt } = useTexts()
  const name = useNameOf()(party.id, party.title)
  const { id, title, state, backlog, oldest, lastIn, lastOut, failed24h, silentSince, failures } = party
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
          <>
            <HoldActs party={party} />
            <ConnectionTest id={id} title={title} />
            <Button
              variant="default"
              leftSection={<FlaskConical size={16} aria-hidden />}
              renderRoot={(props) => <Link to="/parties/$id/lab" params={{ id }} {...props} />}
            >
              {t.parties.lab}
            </Button>
            <Button
              variant="default"
              leftSection={<Mails size={16} aria-hidden />}
              renderRoot={(props) => <Link to="/messages" search={{ party: id }} {...props} />}
            >
              {t.parties.itsMessages}
            </Button>
          </>
        }
      />
      <HoldNotice party={party} />
      {failures.map(({ state: of, code, count, since }) => (
        <Link
          key={`${of}${code}`}
          to="/messages"
          search={{ state: of, party: id, side: 'to', ...(code && { code }) }}
          className="notice notice-bad party-failure"
        >
          <TriangleAlert size={18} aria-hidden />
          <b>{t.overview.needFailures(count, fmt.number(count), name)}</b>
          {code !== undefined && <Code code={code} />}
          <DeliveryState state={of} />
          <span>
            {t.words.since} <When at={since} />
          </span>
        </Link>
      ))}
      <div className="columns">
        <div className="span-5 stack">
          <Card title={t.parties.standing}>
            <Facts
              rows={[
                [t.words.queue, fmt.number(backlog)],
                [t.parties.oldest, oldest && <When at={oldest} as="relative" />],
                [t.parties.silent, silentSince && <When at={silentSince} />],
                [t.parties.failed24h, fmt.number(failed24h)],
                [t.parties.lastIn, <When key="in" at={lastIn} as="relative" />],
                [t.parties.lastOut, <When key="out" at={lastOut} as="relative" />],
              ]}
            />
          </Card>
          <Reached party={party} />
        </div>
        <div className="span-7 stack">
          <Traffic party={id} />
          <Proofs party={party} />
        </div>
      </div>
    </div>
  )
}

function Reached({ party: { transport, url, dialect, version, signature, endpoint, agreements } }: { readonly party: PartyAnswer }) {
  const { t, fmt } = useTexts()
  return (
    <Card title={t.parties.reached}>
      <Facts
        rows={[
          [t.message.transport, t.transport[transport] ?? transport],
          [t.words.address, url && <code>{url}</code>],
          [t.parties.dialect, <code key="dialect">{dialect}</code>],
          [t.words.version, version],
          [t.parties.signature, <code key="signature">{signature}</code>],
          [t.parties.timeout, fmt.span(endpoint.timeoutS * 1000)],
          [t.parties.receiptTimeout, fmt.span(endpoint.receiptTimeoutS * 1000)],
          [t.parties.agreements, fmt.number(agreements.length)],
        ]}
      />
    </Card>
  )
}

function Proofs({ party: { id, certificates } }: { readonly party: PartyAnswer }) {
  const { t, fmt } = useTexts()
  return (
    <Card title={t.certificate.title}>
      <Facts
        rows={certificates.map(({ use, daysLeft, validUntil, sha256 }) => [
          `${t.certificate.uses[use] ?? use} ${sha256.slice(0, 8)}`,
          <span key={sha256} className="row">
            <State
              state={daysLeft < 0 ? 'expired' : daysLeft < 30 ? 'degraded' : 'ok'}
              word={daysLeft < 0 ? t.certificate.ended : t.deadlines.days(daysLeft, fmt.number(daysLeft))}
            />
            <When at={validUntil} as="longDate" />
            <Successor party={id} certificate={{ sha256, use }} />
          </span>,
        ])}
      />
    </Card>
  )
}
