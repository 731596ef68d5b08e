/** How XÖV writes a code: an element that names its list and holds the key in `code`. */
import { code, type Format } from '#core/mapping/formats.ts'
import { type Marked, marked } from '#core/mapping/rows.ts'

interface CodeList {
  readonly uri: string
  readonly version: string
}

/** A list of this dialect; its keys are assumptions. */
export const own = (name: string): CodeList => ({ uri: `urn:korpu:dialekt:de:codeliste:${name}`, version: '1' })

type Names = Readonly<Record<string, string>>

/** A coded element at a path. `alsoRead` are finer keys that Germany may write. */
export function coded(list: CodeList, keys: Names, alsoRead?: Names): (path: string) => Marked {
  return codedAs(list, code(list.uri, keys, alsoRead))
}

/** Without a format the canonical codes stand on the wire. */
export function codedAs({ uri, version }: CodeList, format?: Format): (path: string) => Marked {
  return (path) => marked(`${path}/code`, { [`${path}/@listURI`]: uri, [`${path}/@listVersionID`]: version }, format)
}
