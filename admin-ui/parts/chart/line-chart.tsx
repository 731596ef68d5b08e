/**
 * Figures over time. The legend is the readout: it tells the sums, and under the cursor the figures of that moment. Trouble is dashed, so that it is seen
 * without its colour, and all of it can be read as a table.
 */
import { useEffect, useMemo, useRef, useState } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { useTexts } from '#admin-ui/texts/use.ts'
import { useTheme } from '#admin-ui/theme/chosen.ts'
import './chart.css'

export interface Line {
  readonly id: string
  readonly label: string
  readonly values: readonly (number | null)[]
  readonly tone: 'accent' | 'ok-mark' | 'bad-mark' | 'warn-mark' | 'quiet-mark'
  readonly dashed?: boolean
  /** What the legend says of the whole range. */
  readonly whole: string
}

/** A line needs two ends: where there are few figures each is drawn as a point. */
const few = (values: Values): boolean => present(values).length < 8

const present = (values: Values): number[] =>
  Array.from(values ?? []).flatMap((value, index) => (typeof value === 'number' && value > 0 ? [index] : []))

type Values = ArrayLike<number | null | undefined> | undefined

interface Shown {
  /** For screen readers: what one sees. */
  readonly label: string
  /** Seconds since 1970, ascending. */
  readonly times: readonly number[]
  readonly lines: readonly Line[]
  readonly say: (value: number) => string
  readonly height?: number
}

export function LineChart({ label, times, lines, say, height = 240 }: Shown) {
  const { fmt } = useTexts()
  const { scheme } = useTheme()
  const box = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot>(undefined)
  const [at, setAt] = useState<number>()
  const shape = lines.map(({ id, tone, dashed }) => `${id}:${tone}:${dashed}`).join()
  const data = useMemo(() => [times, ...lines.map(({ values }) => values)] as unknown as uPlot.AlignedData, [times, lines])
  const latest = useRef({ data, lines, say })
  latest.current = { data, lines, say }

  // Colours are drawn in, so that another theme, language or set of lines is another plot; new figures are not.
  // biome-ignore lint/correctness/useExhaustiveDependencies: shape stands for the lines, the rest is read when it is drawn
  useEffect(() => {
    const parent = box.current
    if (!parent) return
    const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()
    const axis = { stroke: colour('muted'), font: "12px 'Inter Variable', sans-serif", ticks: { show: false } }
    const made = new uPlot(
      {
        width: parent.clientWidth || 600,
        height,
        legend: { show: false },
        cursor: { y: false, points: { size: 8 } },
        padding: [10, 8, 0, 0],
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Asia/Baku'),
        scales: { y: { range: (_, __, most) => [0, Math.max(most * 1.12, 4)] } },
        axes: [
          {
            ...axis,
            grid: { show: false },
            space: 70,
            size: 30,
            values: (_, splits) => {
              const days = (splits.at(-1) ?? 0) - (splits[0] ?? 0) > 2 * 86_400
              return splits.map((second) =>
                days
                  ? fmt
                      .date(second * 1000)
                      .slice(0, 5)
                      .replace(/,$/, '')
                  : fmt.time(second * 1000),
              )
            },
          },
          {
            ...axis,
            size: 62,
            space: height < 160 ? 26 : 44,
            grid: { stroke: colour('line'), width: 1 },
            values: (_, splits) => splits.map((value) => latest.current.say(value)),
          },
        ],
        series: [
          {},
          ...latest.current.lines.map(({ tone, dashed }) => ({
            stroke: colour(tone),
            width: 2,
            ...(dashed ? { dash: [6, 4] } : {}),
            ...(tone === 'accent' ? { fill: `color-mix(in srgb, ${colour(tone)} 9%, transparent)` } : {}),
            points: {
              size: 6,
              show: (one: uPlot, index: number) => few(one.data[index]),
              filter: (one: uPlot, index: number) => present(one.data[index]),
            },
            spanGaps: true,
          })),
        ],
        hooks: { setCursor: [({ cursor }) => setAt(cursor.idx ?? undefined)] },
      },
      latest.current.data,
      parent,
    )
    plot.current = made
    const watching = new ResizeObserver(() => made.setSize({ width: parent.clientWidth, height }))
    watching.observe(parent)
    return () => {
      watching.disconnect()
      made.destroy()
      plot.current = undefined
    }
  }, [scheme, shape, height, fmt])

  useEffect(() => plot.current?.setData(data), [data])

  const moment = at === undefined ? undefined : times[at]
  return (
    <figure className="chart">
      <figcaption className="legend">
        {lines.map(({ id, label: name, tone, dashed, values, whole }) => {
          const value = at === undefined ? undefined : values[at]
          return (
            <span key={id}>
              <i className={dashed ? 'dashed' : ''} style={{ borderColor: `var(--${tone})` }} aria-hidden />
              {name} <b className="number">{at === undefined ? whole : value === null || value === undefined ? '–' : say(value)}</b>
            </span>
          )
        })}
        <span className="legend-at number muted">{moment === undefined ? '' : fmt.dateTime(moment * 1000)}</span>
      </figcaption>
      <div ref={box} role="img" aria-label={label} style={{ height }} />
    </figure>
  )
}
