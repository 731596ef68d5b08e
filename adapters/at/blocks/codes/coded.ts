/** A value of a code list of this dialect: the word stands by itself. */
import { code, type Format } from '#core/mapping/formats.ts'

export function coded(list: string, words: Readonly<Record<string, string>>): (path: string) => readonly [path: string, format: Format] {
  const format = code(list, words)
  return (path) => [path, format]
}
