/** One message: what became of it, newest first. Nothing of its content is here. */
import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { ArrowRight, ChevronLeft, FileKey2, History, Info, Lock, RotateCw, Waypoints } from 'lucide-react'
import { type MessageAnswer, messageQuery } from '#admin-ui/api/queries.ts'
import { Card, PageHead } from '#admin-ui/parts/card.tsx'
import { Id } from '#admin-ui/parts/id.tsx'
import { Lines, Loaded } from '#admin-ui/parts/loaded.tsx'
import { Party } from '#admin-ui/parts/party.tsx'
import { Code, DeliveryState } from '#admin-ui/parts/state.tsx'
import { typeOf } from '#admin-ui/parts/types.ts'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { Attempts } from './attempts.tsx'
import { Evidence } from './evidence.tsx'
import { Metadata } from './metadata.tsx'
import { Payload } from './payload.tsx'
import { Related } from './related.tsx'
import { Signature } from './signature.tsx'
import { Timeline } from './timeline.tsx'
import './message.css'

export function MessagePage() {
  const { t } = useTexts()
  const { id } = useParams({ from: '/shell/messages/$id' })
  const { from } = useSearch({ from: '/shell/messages/$id' })
  const message = useQuery(messageQuery(id, from))
  return (
    <>
      <Link to="/messages" className="back">
        <ChevronLeft size={16} aria-hidden />
        {t.nav.messages}
      </Link>
      <Loaded question={message} skeleton={<Lines count={10} height={32} />}>
        {(data) => <Sheet message={data} />}
      </Loaded>
    </>
  )
}

function Sheet({ message }: { readonly message: MessageAnswer }) {
  const { t, language } = useTexts()
  const { type, from, to, state, code, messageId, receivedAt, dueAt } = message
  return (
    <div className="stack">
      <PageHead
        title={typeOf(type, language)}
        note={
          <span className="row">
            <DeliveryState state={state} />
            {code !== undefined && <Code code={code} />}
            <span className="row message-way">
              <Party id={from} link />
              <ArrowRight size={16} aria-hidden />
              {to.map((party) => (
                <Party key={party} id={party} link />
              ))}
            </span>
            <span>
              {t.words.received} <When at={receivedAt} />
            </span>
            {dueAt !== undefined && (
              <span>
                {t.words.due} <When at={dueAt} as="date" />
              </span>
            )}
            <Id id={messageId} whole />
          </span>
        }
        aside={<Evidence message={message} />}
      />
      <div className="columns">
        <Card title={t.message.timeline} className="span-5">
          <Timeline message={message} />
        </Card>
        <Card className="span-7 message-tabs" flush>
          <Tabs defaultValue="attempts" keepMounted={false}>
            <Tabs.List>
              <Tabs.Tab value="attempts" leftSection={<RotateCw size={16} aria-hidden />}>
                {t.message.deliveries}
              </Tabs.Tab>
              <Tabs.Tab value="metadata" leftSection={<Info size={16} aria-hidden />}>
                {t.message.metadata}
              </Tabs.Tab>
              <Tabs.Tab value="related" leftSection={<Waypoints size={16} aria-hidden />}>
                {t.message.related}
              </Tabs.Tab>
              <Tabs.Tab value="signature" leftSection={<FileKey2 size={16} aria-hidden />}>
                {t.message.signature}
              </Tabs.Tab>
              <Tabs.Tab value="payload" leftSection={<Lock size={16} aria-hidden />}>
                {t.message.payload}
              </Tabs.Tab>
              <Tabs.Tab value="acts" leftSection={<History size={16} aria-hidden />}>
                {t.message.acts}
              </Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="attempts">
              <Attempts message={message} />
            </Tabs.Panel>
            <Tabs.Panel value="metadata">
              <Metadata message={message} />
            </Tabs.Panel>
            <Tabs.Panel value="related">
              <Related message={message} />
            </Tabs.Panel>
            <Tabs.Panel value="signature">
              <Signature message={message} />
            </Tabs.Panel>
            <Tabs.Panel value="payload">
              <Payload message={message} />
            </Tabs.Panel>
            <Tabs.Panel value="acts">
              <Acts message={message} />
            </Tabs.Panel>
          </Tabs>
        </Card>
      </div>
    </div>
  )
}

function Acts({ message: { messageId, acts } }: { readonly message: MessageAnswer }) {
  const { t } = useTexts()
  return (
    <div className="stack">
      <Link to="/audit" search={{ message: messageId }}>
        {t.message.trail}
      </Link>
      {acts.length === 0 ? <p className="muted">{t.message.noActs}</p> : <ActList acts={acts} />}
    </div>
  )
}

function ActList({ acts }: Pick<MessageAnswer, 'acts'>) {
  const { t } = useTexts()
  return (
    <ol className="acts">
      {acts.toReversed().map(({ at, event, by, reason }) => (
        <li key={`${at}${event}`}>
          <b>{t.event[event] ?? event}</b>
          <span className="muted">
            <When at={at} as="dateTime" /> · {by}
          </span>
          {reason !== undefined && <span>{reason}</span>}
        </li>
      ))}
    </ol>
  )
}
