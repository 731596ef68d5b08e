/** Throughput, failures and how long deliveries take, of all parties or of one. */
import { NativeSelect, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { type ChartAnswer, chartQuery, RANGES, type Range } from '#admin-ui/api/queries.ts'
import { Card } from '#admin-ui/parts/card.tsx'
import { type Line, LineChart } from '#admin-ui/parts/chart/line-chart.tsx'
import { Lines, Loaded } from '#admin-ui/parts/loaded.tsx'
import { useNameOf } from '#admin-ui/parts/party.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { TrafficTable } from './traffic-table.tsx'
import './traffic.css'

type Figures = Pick<ChartAnswer['series'][number], 'accepted' | 'delivered' | 'failed'>

interface Shown {
  readonly className?: string
  /** This party alone. */
  readonly party?: string
}

export function Traffic({ className = '', party }: Shown) {
  const { t } = useTexts()
  const nameOf = useNameOf()
  const [range, setRange] = useState<Range>('24h')
  const [chosen, setChosen] = useState('')
  const [asTable, setAsTable] = useState(false)
  const chart = useQuery(chartQuery(range, party))
  const parties = chart.data?.series.map(({ party: one }) => one) ?? []
  return (
    <Card
      title={t.overview.traffic}
      className={className}
      aside={
        <div className="row">
          {party === undefined && (
            <NativeSelect
              size="xs"
              aria-label={t.words.party}
              value={chosen}
              onChange={(event) => setChosen(event.currentTarget.value)}
              data={[{ value: '', label: t.common.all }, ...parties.map((value) => ({ value, label: nameOf(value) }))]}
            />
          )}
          <SegmentedControl
            size="xs"
            aria-label={t.overview.range}
            value={range}
            onChange={(value) => setRange(value as Range)}
            data={RANGES.map((value) => ({ value, label: t.overview.ranges[value] }))}
          />
        </div>
      }
    >
      <Loaded question={chart} skeleton={<Lines count={1} height={280} />}>
        {(data) => {
          const only = party ?? (chosen || undefined)
          const series = only === undefined ? data.series : data.series.filter(({ party: one }) => one === only)
          return asTable ? <TrafficTable chart={data} series={series} /> : <Drawn chart={data} series={series} />
        }}
      </Loaded>
      <button type="button" className="link muted small chart-switch" onClick={() => setAsTable(!asTable)}>
        {asTable ? t.common.asChart : t.common.asTable}
      </button>
    </Card>
  )
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** All parties' figures, stretch by stretch. */
export function sumOf(series: readonly Figures[], name: keyof Figures): readonly number[] {
  const length = Math.max(0, ...series.map((one) => one[name].length))
  return Array.from({ length }, (_, index) => series.reduce((sum, one) => sum + (one[name][index] ?? 0), 0))
}

/** What most deliveries took, whichever party was slowest. */
function worstOf(series: ChartAnswer['series'], name: 'p50Ms' | 'p95Ms'): readonly (number | null)[] {
  const length = Math.max(0, ...series.map((one) => one[name].length))
  return Array.from({ length }, (_, index) => {
    const found = series.flatMap((one) => one[name][index] ?? [])
    return found.length === 0 ? null : Math.max(...found)
  })
}

function Drawn({ chart, series }: { readonly chart: ChartAnswer; readonly series: ChartAnswer['series'] }) {
  const { t, fmt } = useTexts()
  const [accepted, delivered, failed] = useMemo(
    () => [sumOf(series, 'accepted'), sumOf(series, 'delivered'), sumOf(series, 'failed')],
    [series],
  )
  const times = useMemo(() => {
    const from = Date.parse(chart.from) / 1000
    return accepted.map((_, index) => from + index * chart.stepS)
  }, [chart, accepted])
  const counts = useMemo<readonly Line[]>(
    () => [
      { id: 'accepted', label: t.overview.accepted, values: accepted, tone: 'accent', whole: fmt.number(total(accepted)) },
      { id: 'delivered', label: t.overview.delivered, values: delivered, tone: 'ok-mark', whole: fmt.number(total(delivered)) },
      { id: 'failed', label: t.overview.failedAttempts, values: failed, tone: 'bad-mark', dashed: true, whole: fmt.number(total(failed)) },
    ],
    [t, fmt, accepted, delivered, failed],
  )
  const delays = useMemo<readonly Line[]>(() => {
    const [half, most] = [worstOf(series, 'p50Ms'), worstOf(series, 'p95Ms')]
    const last = (values: readonly (number | null)[]): string => {
      const value = values.findLast((one) => one !== null)
      return value === null || value === undefined ? '–' : fmt.span(value)
    }
    return [
      { id: 'p50', label: t.overview.half, values: half, tone: 'accent', whole: last(half) },
      { id: 'p95', label: t.overview.most, values: most, tone: 'warn-mark', dashed: true, whole: last(most) },
    ]
  }, [t, fmt, series])
  const spoken = t.overview.chartSays(fmt.number(total(accepted)), fmt.number(total(delivered)), fmt.number(total(failed)))
  return (
    <div className="stack">
      <LineChart label={spoken} times={times} lines={counts} say={fmt.number} height={220} />
      <LineChart label={t.overview.delay} times={times} lines={delays} say={fmt.span} height={120} />
    </div>
  )
}
