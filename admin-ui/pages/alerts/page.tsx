/** What the hub has noticed by itself, and what it looks for. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { AdministrationTabs } from '#admin-ui/pages/administration/tabs.tsx'
import { Card, PageHead } from '#admin-ui/parts/card.tsx'
import { Empty } from '#admin-ui/parts/empty.tsx'
import { Loaded } from '#admin-ui/parts/loaded.tsx'
import { Party } from '#admin-ui/parts/party.tsx'
import { type Column, Rows } from '#admin-ui/parts/rows.tsx'
import { State } from '#admin-ui/parts/state.tsx'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { Channels } from './channels.tsx'
import { type Alert, type AlertSettings, alertSettingsQuery, alertsQuery } from './queries.ts'
import { RulesForm } from './rules-form.tsx'
import { ALERT_TEXTS } from './texts.ts'
import './alerts.css'

const keyOf = ({ alertId }: Alert): string => alertId
const toneOf = ({ endedAt }: Alert): string | undefined => (endedAt === undefined ? 'bad' : undefined)

export function AlertsPage() {
  const { language } = useTexts()
  const words = ALERT_TEXTS[language]
  const alerts = useQuery(alertsQuery)
  const settings = useQuery(alertSettingsQuery)
  return (
    <div className="stack">
      <AdministrationTabs />
      <PageHead title={words.title} note={words.note} />
      <Card title={words.now} flush>
        <Loaded question={alerts}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty kind="good" title={words.none} note={words.noneNote} />
            ) : (
              <Found items={items} units={settings.data?.units} />
            )
          }
        </Loaded>
      </Card>
      <Loaded question={settings}>
        {(data) => (
          <div className="columns">
            <Card title={words.rules} note={words.rulesNote} className="span-8">
              <RulesForm settings={data} />
            </Card>
            <Card title={words.channels} note={words.channelsNote} className="span-4">
              <Channels kinds={data.channels} />
            </Card>
          </div>
        )}
      </Loaded>
    </div>
  )
}

interface FoundShown {
  readonly items: readonly Alert[]
  readonly units: AlertSettings['units'] | undefined
}

function Found({ items, units }: FoundShown) {
  const { fmt, language } = useTexts()
  const words = ALERT_TEXTS[language]
  const columns = useMemo<readonly Column<Alert>[]>(
    () => [
      {
        id: 'what',
        title: words.what,
        always: true,
        cell: ({ rule, value }) => (
          <span className="message-cell">
            <b>{words.rule[rule] ?? rule}</b>
            <span className="muted small">{words.units[units?.[rule] ?? '']?.(fmt.number(value)) ?? fmt.number(value)}</span>
          </span>
        ),
      },
      { id: 'party', title: words.party, cell: ({ party }) => <Party id={party} link /> },
      {
        id: 'state',
        title: words.state,
        cell: ({ endedAt }) =>
          endedAt === undefined ? <State state="failed" word={words.lasts} /> : <State state="stopped" word={words.over} />,
      },
      { id: 'since', title: words.since, cell: ({ since }) => <When at={since} as="dateTime" /> },
      { id: 'ended', title: words.ended, cell: ({ endedAt }) => <When at={endedAt} as="dateTime" /> },
      {
        id: 'told',
        title: words.told,
        cell: ({ toldAt }) => (toldAt === undefined ? <span className="muted">{words.notTold}</span> : <When at={toldAt} />),
      },
    ],
    [fmt, words, units],
  )
  return <Rows label={words.now} columns={columns} rows={items} keyOf={keyOf} toneOf={toneOf} />
}
