/** Each recipient's delivery with its attempts, the newest first. */
import type { MessageAnswer } from '#admin-ui/api/queries.ts'
import { Facts } from '#admin-ui/parts/card.tsx'
import { Empty } from '#admin-ui/parts/empty.tsx'
import { HeldNotice } from '#admin-ui/parts/held.tsx'
import { Id } from '#admin-ui/parts/id.tsx'
import { Party } from '#admin-ui/parts/party.tsx'
import { type Column, Rows } from '#admin-ui/parts/rows.tsx'
import { Code, DeliveryState } from '#admin-ui/parts/state.tsx'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { DeliveryActs } from './delivery-acts.tsx'

type Delivery = MessageAnswer['deliveries'][number]
type Attempt = Delivery['history'][number]

const keyOf = ({ number, startedAt }: Attempt): string => `${number} ${startedAt}`

export function Attempts({ message }: { readonly message: MessageAnswer }) {
  const { t } = useTexts()
  if (message.deliveries.length === 0) return <Empty kind="nothing" title={t.message.noDeliveries} />
  return (
    <div className="stack">
      {message.deliveries.map((delivery) => (
        <One key={delivery.deliveryId} delivery={delivery} kept={message.kept} />
      ))}
    </div>
  )
}

function One({ delivery, kept }: { readonly delivery: Delivery; readonly kept: boolean }) {
  const { t, fmt } = useTexts()
  const { deliveryId, party, state, code, history, dueAt, transport, expiresAt, deliveredAt, receiptId, blocked } = delivery
  const columns: readonly Column<Attempt>[] = [
    { id: 'number', title: t.words.number, cell: ({ number }) => fmt.number(number) },
    { id: 'at', title: t.words.time, cell: ({ startedAt }) => <When at={startedAt} as="dateTime" /> },
    { id: 'took', title: t.words.duration, align: 'end', cell: ({ durationMs }) => fmt.span(durationMs) },
    { id: 'status', title: 'HTTP', align: 'end', cell: ({ status }) => status ?? '' },
    { id: 'state', title: t.words.state, cell: (attempt) => <DeliveryState state={attempt.state} /> },
    { id: 'code', title: t.words.code, cell: (attempt) => (attempt.code === undefined ? '' : <Code code={attempt.code} />) },
  ]
  return (
    <section className="delivery" aria-label={`${t.words.delivery} ${party}`}>
      <div className="spread">
        <span className="row">
          <Party id={party} link />
          <DeliveryState state={state} />
          {code !== undefined && <Code code={code} />}
        </span>
        <DeliveryActs delivery={delivery} kept={kept} />
      </div>
      {dueAt !== undefined && <HeldNotice party={party} />}
      {blocked && <p className="notice notice-warn">{t.message.blockedNote}</p>}
      <Facts
        rows={[
          [t.message.deliveryId, <Id key="id" id={deliveryId} whole />],
          [t.message.transport, t.transport[transport] ?? transport],
          [t.message.deliveredAt, deliveredAt && <When at={deliveredAt} as="dateTime" />],
          [t.message.next, dueAt && deliveredAt === undefined && <When at={dueAt} as="dateTime" />],
          [t.message.expires, deliveredAt === undefined && <When at={expiresAt} as="dateTime" />],
          [t.message.receipt, receiptId && <Id id={receiptId} />],
        ]}
      />
      {history.length === 0 ? (
        <p className="muted">{t.message.noAttempts}</p>
      ) : (
        <Rows label={t.words.attempts} columns={columns} rows={history} keyOf={keyOf} />
      )}
    </section>
  )
}
