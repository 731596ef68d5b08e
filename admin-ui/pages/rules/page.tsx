/** What the agreements say about time, row by row, and how sure each row is. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, ask } from '#admin-ui/api/client.ts'
import { AdministrationTabs } from '#admin-ui/pages/administration/tabs.tsx'
import { Card, Facts, PageHead } from '#admin-ui/parts/card.tsx'
import { codeIn } from '#admin-ui/parts/codes.ts'
import { Empty } from '#admin-ui/parts/empty.tsx'
import { Lines, Loaded } from '#admin-ui/parts/loaded.tsx'
import { type Column, Rows } from '#admin-ui/parts/rows.tsx'
import { State } from '#admin-ui/parts/state.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { country } from '#schemas/codelists/country.ts'
import { RULE_TEXTS } from './texts.ts'

const rulesQuery = queryOptions({ queryKey: ['rules'], queryFn: () => ask(api.administration.rules.$get()) })
type RuleSet = Awaited<ReturnType<NonNullable<(typeof rulesQuery)['queryFn']>>>['items'][number]
type Limit = RuleSet['rows'][number]
const keyOf = ({ row }: Limit): string => row
/** As many states as can be named in a line. */
const FEW = 4

export function RulesPage() {
  const { language } = useTexts()
  const words = RULE_TEXTS[language]
  const rules = useQuery(rulesQuery)
  return (
    <div className="stack">
      <AdministrationTabs />
      <PageHead title={words.title} note={words.note} />
      <Loaded question={rules} skeleton={<Lines count={14} height={28} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty kind="nothing" title={words.none} note={words.noneNote} />
          ) : (
            items.map((one) => <Agreement key={`${one.id}:${one.version}`} ruleSet={one} />)
          )
        }
      </Loaded>
      <p className="muted small">{words.confirming}</p>
    </div>
  )
}

function Agreement({ ruleSet: { id, version, title, published, inForceSince, states, rows } }: { readonly ruleSet: RuleSet }) {
  const { fmt, language } = useTexts()
  const words = RULE_TEXTS[language]
  const columns = useLimitColumns()
  const named = states.map((state) => codeIn(country, state, language))
  return (
    <>
      <Card title={`${id} · ${words.version(fmt.number(version))}`} note={<span lang="en">{title}</span>}>
        <Facts
          rows={[
            [words.inForce, fmt.longDate(inForceSince)],
            [
              words.published,
              <span key="published" lang="en">
                {published}
              </span>,
            ],
            [
              words.states,
              named.length <= FEW ? (
                named.join(', ')
              ) : (
                <details key="states">
                  <summary>{words.allStates(fmt.number(named.length))}</summary>
                  {named.join(', ')}
                </details>
              ),
            ],
          ]}
        />
      </Card>
      <Card flush>
        <Rows label={`${words.limit}: ${id}`} columns={columns} rows={rows} keyOf={keyOf} />
      </Card>
    </>
  )
}

function useLimitColumns(): readonly Column<Limit>[] {
  const { t, fmt, language } = useTexts()
  const words = RULE_TEXTS[language]
  return useMemo<readonly Column<Limit>[]>(
    () => [
      {
        id: 'limit',
        title: words.limit,
        always: true,
        cell: ({ row, title, article }) => (
          <span className="message-cell">
            {t.limit[row] ?? <span lang="en">{title}</span>}
            <span className="muted small">
              {row} · {t.deadlines.article(article)}
            </span>
          </span>
        ),
      },
      {
        id: 'value',
        title: words.value,
        cell: ({ value, unit }) =>
          value === undefined ? (
            <span className="muted">{words.noValue}</span>
          ) : (
            (words.units[unit ?? '']?.(fmt.number(value)) ?? fmt.number(value))
          ),
      },
      {
        id: 'sure',
        title: words.sure,
        cell: ({ confidence, unconfirmed }) => (
          <span className="message-cell">
            {unconfirmed.length === 0 ? (
              <State state="ok" word={words.acts} />
            ) : (
              <State state="degraded" tone="warn" word={words.warns(unconfirmed.join(', '))} />
            )}
            <span className="muted small">{words.confidence[confidence]}</span>
          </span>
        ),
      },
      {
        id: 'source',
        title: words.source,
        cell: ({ source }) => (
          <span className="small" lang="en">
            {source}
          </span>
        ),
      },
    ],
    [t, fmt, words],
  )
}
