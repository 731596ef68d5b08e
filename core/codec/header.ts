/** The routing head, whatever syntax it was read from. */
import { type ErrorCode, hubError, type Issue } from '#core/errors.ts'
import type { Header, JsonObject } from '#core/message.ts'
import { faultsOf, MESSAGE_TYPES } from '#schemas/index.ts'
import { issuesOf } from './issues.ts'

const VERSION = '1.0'

/**
 * The header, valid against the schema. `known` is what its reader found wrong; `pathOf` takes pointers into the message (`/header/...`).
 * Throws VERSION_UNSUPPORTED, TYPE_UNKNOWN or PAYLOAD_INVALID with all issues; another version may well have other types and members, so it is said first.
 */
export function headerFrom(value: JsonObject, known: readonly Issue[], pathOf: (pointer: string) => string): Header {
  const issues = issuesOf(faultsOf('Header', value), (pointer) => pathOf(`/header${pointer}`), known)
  if (issues.length > 0) throw hubError(codeOf(value), { stage: 'envelope', issues })
  return value as unknown as Header
}

function codeOf({ version, type }: JsonObject): ErrorCode {
  if (typeof version === 'string' && version !== VERSION) return 'VERSION_UNSUPPORTED'
  if (typeof type === 'string' && !(MESSAGE_TYPES as readonly string[]).includes(type)) return 'TYPE_UNKNOWN'
  return 'PAYLOAD_INVALID'
}
