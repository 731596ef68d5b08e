/** A value of a code list of this dialect: the word stands by itself. */
import { code, type Format } from '#core/mapping/formats.ts'

type Leaf = (path: string) => readonly [path: string, format: Format]

export function coded(list: string, words: Readonly<Record<string, string>>): Leaf {
  const format = code(list, words)
  return (path) => [path, format]
}

/** In French, Dutch and German, as Belgian offices work: all three are read, French is written. */
export function trilingual(list: string, words: Readonly<Record<string, readonly [fr: string, nl: string, de: string]>>): Leaf {
  const rows = Object.entries(words)
  const french = Object.fromEntries(rows.map(([canonical, [fr]]) => [canonical, fr]))
  const others = rows.flatMap(([canonical, [fr, ...more]]) => more.filter((word) => word !== fr).map((word) => [word, canonical] as const))
  const format = code(list, french, Object.fromEntries(others))
  return (path) => [path, format]
}
