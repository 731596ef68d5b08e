/**
 * Counters, gauges and histograms in the Prometheus text format (version 0.0.4). Which there are, with which labels, says one table; a name or a
 * label that is not in it does not compile.
 */
export interface Metric {
  readonly type: 'counter' | 'gauge' | 'histogram'
  readonly labels: readonly string[]
  readonly help: string
}

export type Table = Readonly<Record<string, Metric>>
export type Name<T extends Table, Type extends Metric['type']> = { [N in keyof T]: T[N]['type'] extends Type ? N : never }[keyof T] & string
export type Labels<M extends Metric> = { readonly [label in M['labels'][number]]: string }

type Readable = 'gauge' | 'counter'
/** Read when somebody asks. */
export type Reading<T extends Table> = {
  [N in Name<T, Readable>]: { readonly name: N; readonly labels: Labels<T[N]>; readonly value: number }
}[Name<T, Readable>]

export interface Registry<T extends Table> {
  add<N extends Name<T, 'counter'>>(name: N, labels: Labels<T[N]>, by?: number): void
  /** In the unit that the name ends with. */
  observe<N extends Name<T, 'histogram'>>(name: N, labels: Labels<T[N]>, value: number): void
  text(readings: readonly Reading<T>[]): string
}

interface Counter {
  /** As the text format writes them. */
  readonly labels: string
  count: number
}

interface Distribution {
  readonly labels: string
  /** How many were at most as large as each bound; all of them last. */
  readonly counts: number[]
  sum: number
}

export function createRegistry<const T extends Table>(table: T, bounds: readonly number[]): Registry<T> {
  const counters: Series<Counter> = new Map()
  const histograms: Series<Distribution> = new Map()

  const linesOf = (name: string, readings: readonly Reading<T>[]): readonly string[] => [
    ...[...(counters.get(name) ?? [])].map(([, { labels, count }]) => `${name}${braced(labels)} ${count}`),
    ...readings.filter((reading) => reading.name === name).map(({ labels, value }) => `${name}${braced(labelled(labels))} ${value}`),
    ...[...(histograms.get(name) ?? [])].flatMap(([, distribution]) => distributed(name, distribution, bounds)),
  ]

  return {
    add(name, labels, by = 1) {
      oneOf(counters, name, labels, (text) => ({ labels: text, count: 0 })).count += by
    },
    observe(name, labels, value) {
      const empty = (text: string): Distribution => ({ labels: text, counts: Array(bounds.length + 1).fill(0), sum: 0 })
      const distribution = oneOf(histograms, name, labels, empty)
      distribution.sum += value
      for (let at = bounds.length; at >= 0 && (at === bounds.length || value <= (bounds[at] ?? 0)); at--) {
        distribution.counts[at] = (distribution.counts[at] ?? 0) + 1
      }
    },
    text: (readings) =>
      Object.entries(table)
        .flatMap(([name, { type, help }]) => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...linesOf(name, readings)])
        .concat('')
        .join('\n'),
  }
}

type Series<V> = Map<string, Map<string, V>>

/** Found by the values of its labels as they are: a message counts some twenty times, and only who asks wants text. */
function oneOf<V>(all: Series<V>, name: string, labels: Readonly<Record<string, string>>, empty: (labels: string) => V): V {
  const series = all.get(name) ?? new Map<string, V>()
  if (series.size === 0) all.set(name, series)
  let key = ''
  for (const label in labels) key += `${labels[label]}\n`
  const known = series.get(key)
  if (known !== undefined) return known
  const first = empty(labelled(labels))
  series.set(key, first)
  return first
}

/** To Prometheus an empty label is none. */
const labelled = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(',')

const braced = (labels: string): string => (labels === '' ? '' : `{${labels}}`)

/** As the text format wants it. */
const escaped = (value: string): string => value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')

function distributed(name: string, { labels, counts, sum }: Distribution, bounds: readonly number[]): readonly string[] {
  const before = labels === '' ? '' : `${labels},`
  return [
    ...counts.map((count, at) => `${name}_bucket{${before}le="${bounds[at] ?? '+Inf'}"} ${count}`),
    `${name}_sum${braced(labels)} ${sum}`,
    `${name}_count${braced(labels)} ${counts.at(-1) ?? 0}`,
  ]
}
