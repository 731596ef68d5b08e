/** A code of a list of this dialect: the value itself, in Dutch and snake_case, as the APIs for case management (ZGW) write theirs. */
import { code, type Format } from '#core/mapping/formats.ts'

export function coded(list: string, names: Readonly<Record<string, string>>): (path: string) => [string, Format] {
  const format = code(list, names)
  return (path) => [path, format]
}
