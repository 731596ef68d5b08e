/** What an act would do, in words: groups of deliveries, a certificate's days, or plain names and values. */
import { SuccessionPlan, type SuccessionShown } from '#admin-ui/pages/parties/succession-plan.tsx'
import { Facts } from '#admin-ui/parts/card.tsx'
import { Id } from '#admin-ui/parts/id.tsx'
import { Party } from '#admin-ui/parts/party.tsx'
import { Code, DeliveryState } from '#admin-ui/parts/state.tsx'
import { typeOf } from '#admin-ui/parts/types.ts'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { APPROVAL_TEXTS } from './texts.ts'

interface Group {
  readonly party: string
  readonly state: string
  readonly code?: string
  readonly count: number
  readonly oldest: string
}

interface Shown {
  readonly title: string
  readonly act: string
  readonly effect: object
}

export function Effect({ title, act, effect }: Shown) {
  return (
    <section aria-label={title} className="effect">
      <h3>{title}</h3>
      {act === 'certificate.succeed' && 'turns' in effect ? (
        <SuccessionPlan effect={effect as SuccessionShown} />
      ) : act.startsWith('replay.') && 'groups' in effect ? (
        <Replaying effect={effect as { readonly count: number; readonly groups: readonly Group[] }} />
      ) : (
        <Plain effect={effect} />
      )}
    </section>
  )
}

function Replaying({ effect: { count, groups } }: { readonly effect: { readonly count: number; readonly groups: readonly Group[] } }) {
  const { t, fmt } = useTexts()
  return (
    <>
      <p className="replay-count">{t.replay.would(count, fmt.number(count))}</p>
      <ul className="replay-groups">
        {groups.map(({ party, state, code, count: some, oldest }) => (
          <li key={party + state + code}>
            <Party id={party} />
            <DeliveryState state={state} />
            {code !== undefined && <Code code={code} />}
            <span className="muted small">
              {t.replay.oldest} <When at={oldest} />
            </span>
            <b className="number">{fmt.number(some)}</b>
          </li>
        ))}
      </ul>
    </>
  )
}

function Plain({ effect }: { readonly effect: object }) {
  const { t, fmt, language } = useTexts()
  const words = APPROVAL_TEXTS[language]
  const shown = (name: string, value: unknown) => {
    if (name === 'party' || name === 'from') return <Party id={String(value)} />
    if (name === 'type') return typeOf(String(value), language)
    if (name === 'state') return t.state[String(value)] ?? String(value)
    if (name === 'role') return t.role[String(value)] ?? String(value)
    if (name === 'code') return t.fault[String(value)] ?? String(value)
    if (typeof value === 'number') return fmt.number(value)
    return typeof value === 'string' && /^[0-9a-f-]{36,64}$/.test(value) ? <Id id={value} /> : String(value)
  }
  return <Facts rows={Object.entries(effect).map(([name, value]) => [words.field[name] ?? name, shown(name, value)])} />
}
