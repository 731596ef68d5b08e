/** What ministries report: how many of what, between which states, month by month. Small figures are not told. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { api, ask } from '#admin-ui/api/client.ts'
import { hubNow } from '#admin-ui/api/clock.ts'
import { Card, PageHead } from '#admin-ui/parts/card.tsx'
import { Bars } from '#admin-ui/parts/chart/bars.tsx'
import { Empty } from '#admin-ui/parts/empty.tsx'
import { Lines, Loaded } from '#admin-ui/parts/loaded.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { Breakdown } from './breakdown.tsx'
import { barOf, type Report, useWords } from './figures.ts'
import type { StatisticsSearch } from './search.ts'
import { STATISTICS_TEXTS } from './texts.ts'
import './statistics.css'

const statisticsQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['statistics', from, to],
    queryFn: () => ask(api.statistics.$get({ query: { from, to } })),
    staleTime: 600_000,
    placeholderData: keepPreviousData,
  })

/** Months of the hub's time, which counts them in UTC. */
function presetsOf(now: number) {
  const today = new Date(now).toISOString()
  const [year, month] = [Number(today.slice(0, 4)), today.slice(5, 7)]
  const first = new Date(Date.UTC(year, Number(month) - 12, 1)).toISOString().slice(0, 7)
  return {
    year: { from: `${year}-01`, to: `${year}-${month}` },
    before: { from: `${year - 1}-01`, to: `${year - 1}-12` },
    twelve: { from: first, to: `${year}-${month}` },
  }
}

export function StatisticsPage() {
  const { t, language } = useTexts()
  const words = STATISTICS_TEXTS[language]
  const search = useSearch({ from: '/shell/statistics' })
  const navigate = useNavigate()
  const presets = presetsOf(hubNow())
  const { from, to } = { ...presets.year, ...search }
  const report = useQuery({ ...statisticsQuery(from, to), enabled: from <= to })
  const go = (change: StatisticsSearch): void => void navigate({ to: '/statistics', search: { ...search, ...change }, replace: true })
  return (
    <div className="stack">
      <PageHead
        title={t.nav.statistics}
        note={words.note}
        aside={
          <Button
            component="a"
            href={`/api/statistics/export.csv?${new URLSearchParams({ from, to })}`}
            download
            variant="default"
            leftSection={<Download size={16} aria-hidden />}
          >
            {t.table.csv}
          </Button>
        }
      />
      <div className="filter-fields">
        <Month label={words.from} value={from} choose={(month) => go({ from: month, to })} />
        <Month label={words.to} value={to} choose={(month) => go({ from, to: month })} error={from > to ? words.wrongOrder : undefined} />
        <div className="row">
          {(['year', 'before', 'twelve'] as const).map((name) => (
            <Button
              key={name}
              size="compact-sm"
              variant={presets[name].from === from && presets[name].to === to ? 'light' : 'default'}
              onClick={() => go(presets[name])}
            >
              {words.presets[name]}
            </Button>
          ))}
        </div>
      </div>
      <Loaded question={report} skeleton={<Lines count={8} height={30} />}>
        {(data) =>
          data.figures.length === 0 ? (
            <Empty kind="nothing" title={words.none} note={words.noneNote} />
          ) : (
            <Figures report={data} search={search} go={go} />
          )
        }
      </Loaded>
    </div>
  )
}

interface MonthShown {
  readonly label: string
  readonly value: string
  readonly choose: (month: string) => void
  readonly error?: string | undefined
}

/** Year and month, each a list: a browser's own field for months is not there in every browser, and speaks its own language. */
function Month({ label, value, choose, error }: MonthShown) {
  const { fmt } = useTexts()
  const [year = '', month = ''] = value.split('-')
  return (
    <fieldset className="month-field">
      <legend>{label}</legend>
      <NativeSelect
        aria-label={`${label}: ${fmt.month(Number(month) - 1)}`}
        value={month}
        onChange={(event) => choose(`${year}-${event.currentTarget.value}`)}
        data={Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1).padStart(2, '0'), label: fmt.month(index) }))}
      />
      <TextInput
        type="number"
        aria-label={`${label}: ${year}`}
        min={2014}
        max={2099}
        value={year}
        error={error}
        onChange={(event) => {
          const typed = event.currentTarget.value
          if (/^20\d\d$/.test(typed)) choose(`${typed}-${month}`)
        }}
      />
    </fieldset>
  )
}

interface FiguresShown {
  readonly report: Report
  readonly search: StatisticsSearch
  readonly go: (change: StatisticsSearch) => void
}

function Figures({ report, search, go }: FiguresShown) {
  const { fmt, language } = useTexts()
  const words = STATISTICS_TEXTS[language]
  const { measureWord, stateWord } = useWords()
  const { figures, smallBelow } = report
  const totals = figures.filter(({ requesting }) => requesting === undefined)
  const pairs = [
    ...new Set(figures.flatMap(({ requesting, requested }) => (requesting && requested ? [`${requesting}-${requested}`] : []))),
  ]
  const between = pairs.includes(search.states ?? '') ? search.states : busiestOf(report)
  const measure = totals.find((one) => one.measure === search.measure)?.measure ?? totals[0]?.measure
  const pairWord = (pair: string): string => pair.split('-').map(stateWord).join(' → ')
  return (
    <>
      <div className="columns">
        <Card title={words.all} className="span-5">
          <Bars
            label={words.measure}
            bars={totals.map((figure) =>
              barOf(figure, figure.measure, measureWord(figure.measure), words.small(fmt.number(smallBelow)), fmt),
            )}
            chosen={measure}
            choose={(chosen) => go({ measure: chosen })}
          />
        </Card>
        {between !== undefined && measure !== undefined && (
          <Card
            title={measureWord(measure)}
            className="span-7"
            aside={
              <NativeSelect
                aria-label={words.states}
                value={between}
                onChange={(event) => go({ states: event.currentTarget.value })}
                data={pairs.map((value) => ({ value, label: pairWord(value) }))}
              />
            }
          >
            <Breakdown report={report} measure={measure} between={between} />
          </Card>
        )}
      </div>
      <p className="muted small">{words.smallNote(fmt.number(smallBelow))}</p>
    </>
  )
}

/** The two states with the most applications: what most people look for. */
function busiestOf({ figures }: Report): string | undefined {
  const whole = figures.filter((one) => one.requesting !== undefined && one.month === undefined && one.category === undefined)
  const [most] = whole.toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0))
  return most && `${most.requesting}-${most.requested}`
}
