/** One measure between two states: month by month, and by what else it is told apart. */
import { Bars, StandingBars } from '#admin-ui/parts/chart/bars.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { barOf, type Report, useWords } from './figures.ts'
import { STATISTICS_TEXTS } from './texts.ts'

interface Shown {
  readonly report: Report
  readonly measure: string
  /** `DEU-AZE` */
  readonly between: string
}

const PARTS = ['category', 'replyTime', 'ground'] as const

export function Breakdown({ report: { figures, from, to, smallBelow }, measure, between }: Shown) {
  const { fmt, language } = useTexts()
  const words = STATISTICS_TEXTS[language]
  const { partWord } = useWords()
  const own = figures.filter((one) => one.measure === measure && `${one.requesting}-${one.requested}` === between)
  if (own.length === 0) return <p className="muted">{words.noneOf}</p>
  const small = words.small(fmt.number(smallBelow))
  const median = own.find(({ medianDays }) => medianDays !== undefined)?.medianDays
  const months = monthsFrom(from, to).map((month, index) => {
    const figure = own.find((one) => one.month === month) ?? { count: 0 }
    return barOf(figure, month, labelOf(month, index, fmt.month), small, fmt)
  })
  return (
    <div className="stack">
      <h3>{words.months}</h3>
      <StandingBars label={words.months} bars={months} />
      {median !== undefined && <p className="muted">{words.median(fmt.number(median, Number.isInteger(median) ? 0 : 1))}</p>}
      {PARTS.map((by) => {
        const parts = own.filter((one) => one[by] !== undefined)
        if (parts.length === 0) return null
        return (
          <section key={by} className="stack" aria-label={words[by]}>
            <h3>{words[by]}</h3>
            <Bars label={words[by]} bars={parts.map((one) => barOf(one, one[by] ?? '', partWord(by, one[by] ?? ''), small, fmt))} />
          </section>
        )
      })}
    </div>
  )
}

function monthsFrom(from: string, to: string): readonly string[] {
  const months: string[] = []
  const [year = 0, month = 1] = from.split('-').map(Number)
  for (let step = 0; ; step++) {
    const next = new Date(Date.UTC(year, month - 1 + step, 1)).toISOString().slice(0, 7)
    if (next > to) return months
    months.push(next)
  }
}

/** Three letters, where that leaves out more than one; the year under the first month and under every January. */
function labelOf(month: string, index: number, nameOf: (index: number) => string): string {
  const [year = '', number = '1'] = month.split('-')
  const whole = nameOf(Number(number) - 1)
  const name = whole.length > 4 ? whole.slice(0, 3) : whole
  return index === 0 || number === '01' ? `${name}\n${year}` : name
}
