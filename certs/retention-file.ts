import { type RetentionRule, retentionRulesIn } from '#core/erasure.ts'
import { caseState } from '#schemas/codelists/case-state.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import { readText } from './pem.ts'

/** The retention rules of the file that the settings name; `undefined` without one. */
export function retentionOf({ retention }: { readonly retention: string | undefined }): readonly RetentionRule[] | undefined {
  return retention === undefined ? undefined : retentionRulesIn(readText(retention), MESSAGE_TYPES, Object.keys(caseState.codes))
}
