import { type RetentionRule, retentionRulesIn } from '#core/erasure.ts'
import { caseState } from '#schemas/codelists/case-state.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import { readText } from './pem.ts'

/** The retention rules that the settings name; none without a file. */
export function retentionOf({ retention }: { readonly retention: string | undefined }): readonly RetentionRule[] {
  return retention === undefined ? [] : retentionRulesIn(readText(retention), MESSAGE_TYPES, Object.keys(caseState.codes))
}
