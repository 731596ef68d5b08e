/** The routing head, whatever syntax it was read from. */
import { type ErrorCode, hubError, type Issue } from '#core/errors.ts'
import type { Header, JsonObject } from '#core/message.ts'
import { faultsOf, VERSIONS, type Version, type Versions } from '#schemas/index.ts'
import { issuesOf } from './issues.ts'

/**
 * The header, valid against the schema of the version that it names. `known` is what its reader found wrong; `pathOf` takes pointers into the message (`/header/...`).
 * Throws VERSION_UNSUPPORTED, TYPE_UNKNOWN or PAYLOAD_INVALID with all issues; another version may well have other types and members, so it is said first.
 */
export function headerFrom(
  value: JsonObject,
  known: readonly Issue[],
  pathOf: (pointer: string) => string,
  versions: Versions = VERSIONS,
): Header {
  const named = versions.find(({ number }) => number === value.version)
  const issues = issuesOf(faultsOf('Header', value, named ?? versions[0]), (pointer) => pathOf(`/header${pointer}`), known)
  if (issues.length > 0) throw hubError(codeOf(value, named), { stage: 'envelope', issues })
  return value as unknown as Header
}

function codeOf({ version, type }: JsonObject, named: Version | undefined): ErrorCode {
  if (typeof version === 'string' && !named) return 'VERSION_UNSUPPORTED'
  if (typeof type === 'string' && named && !Object.hasOwn(named.elements, type)) return 'TYPE_UNKNOWN'
  return 'PAYLOAD_INVALID'
}
