import type { ChartAnswer } from '#admin-ui/api/queries.ts'
import { useTexts } from '#admin-ui/texts/use.ts'
import { sumOf } from './traffic.tsx'

interface Shown {
  readonly chart: ChartAnswer
  readonly series: ChartAnswer['series']
}

/** The chart in figures, newest first; stretches in which nothing happened are left out. */
export function TrafficTable({ chart, series }: Shown) {
  const { t, fmt } = useTexts()
  const [accepted, delivered, failed] = [sumOf(series, 'accepted'), sumOf(series, 'delivered'), sumOf(series, 'failed')]
  const from = Date.parse(chart.from)
  const rows = accepted
    .map((count, index) => ({ at: from + index * chart.stepS * 1000, count, delivered: delivered[index] ?? 0, failed: failed[index] ?? 0 }))
    .filter((row) => row.count + row.delivered + row.failed > 0)
    .toReversed()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-scroll chart-table" tabIndex={0} aria-label={t.overview.traffic}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.words.time}</th>
            <th scope="col" className="end">
              {t.overview.accepted}
            </th>
            <th scope="col" className="end">
              {t.overview.delivered}
            </th>
            <th scope="col" className="end">
              {t.overview.failedAttempts}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.at}>
              <td data-label={t.words.time} className="number">
                {fmt.dateTime(row.at)}
              </td>
              <td data-label={t.overview.accepted} className="end">
                {fmt.number(row.count)}
              </td>
              <td data-label={t.overview.delivered} className="end">
                {fmt.number(row.delivered)}
              </td>
              <td data-label={t.overview.failedAttempts} className="end">
                {fmt.number(row.failed)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
