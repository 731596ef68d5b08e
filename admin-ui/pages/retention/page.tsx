/** When contents are erased, by which rule, and what is due; changes wait for a second administrator. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useMe } from '#admin-ui/api/me.ts'
import { AdministrationTabs } from '#admin-ui/pages/administration/tabs.tsx'
import { Card, PageHead } from '#admin-ui/parts/card.tsx'
import { codeIn } from '#admin-ui/parts/codes.ts'
import { Empty } from '#admin-ui/parts/empty.tsx'
import { Loaded } from '#admin-ui/parts/loaded.tsx'
import { type Column, Rows } from '#admin-ui/parts/rows.tsx'
import { typeOf } from '#admin-ui/parts/types.ts'
import { useTexts } from '#admin-ui/texts/use.ts'
import { caseState } from '#schemas/codelists/case-state.ts'
import { EraseOne } from './erase-one.tsx'
import { Propose } from './propose.tsx'
import { dueQuery, type Rule, retentionQuery } from './queries.ts'
import { RETENTION_TEXTS } from './texts.ts'
import './retention.css'

const keyOf = ({ rule }: Rule): string => rule

export function RetentionPage() {
  const { language } = useTexts()
  const words = RETENTION_TEXTS[language]
  const { may } = useMe()
  const [proposing, setProposing] = useState(false)
  const retention = useQuery(retentionQuery)
  const { data } = retention
  const mayPropose = may('retention.change') && data?.source === 'console'
  return (
    <div className="stack">
      <AdministrationTabs />
      <PageHead
        title={words.title}
        note={words.note}
        aside={mayPropose && <Button onClick={() => setProposing(true)}>{words.propose}</Button>}
      />
      {data?.source === 'file' && <p className="notice notice-info">{words.fromFile}</p>}
      <Card title={words.rules} note={words.rulesNote} flush>
        <Loaded question={retention}>
          {({ rules }) =>
            rules.length === 0 ? <Empty kind="nothing" title={words.none} note={words.noneNote} /> : <Ruled rules={rules} />
          }
        </Loaded>
      </Card>
      {may('content.erase') && (
        <Card title={words.erase} note={words.eraseNote}>
          <EraseOne />
        </Card>
      )}
      {proposing && data && <Propose rules={data.rules} close={() => setProposing(false)} />}
    </div>
  )
}

function Ruled({ rules }: { readonly rules: readonly Rule[] }) {
  const { fmt, language } = useTexts()
  const words = RETENTION_TEXTS[language]
  const { data: due } = useQuery(dueQuery)
  const columns = useMemo<readonly Column<Rule>[]>(
    () => [
      { id: 'rule', title: words.rule, cell: ({ rule }) => <b>{rule}</b>, always: true },
      {
        id: 'types',
        title: words.types,
        cell: ({ types }) => types?.map((type) => typeOf(type, language)).join(', ') ?? <span className="muted">{words.allTypes}</span>,
      },
      {
        id: 'outcomes',
        title: words.outcomes,
        cell: ({ outcomes }) =>
          outcomes?.map((state) => codeIn(caseState, state, language)).join(', ') ?? <span className="muted">{words.allOutcomes}</span>,
      },
      { id: 'days', title: words.days, cell: ({ days }) => words.daysOf(fmt.number(days)), align: 'end' },
      {
        id: 'due',
        title: words.due,
        align: 'end',
        cell: ({ rule }) => {
          const found = due?.items.find((one) => one.rule === rule)
          return found === undefined ? '' : `${fmt.number(found.count)}${due?.more ? '+' : ''}`
        },
      },
    ],
    [fmt, words, language, due],
  )
  return <Rows label={words.rules} columns={columns} rows={rules} keyOf={keyOf} />
}
