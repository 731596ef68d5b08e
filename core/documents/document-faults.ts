/** What speaks against a document, by its machine-readable zone alone. Hints for people: documents are read badly far more often than they are forged. */
import { isKnownCode } from './issuers.ts'
import type { CheckedField, Mrz } from './mrz.ts'

export interface DocumentFault {
  readonly rule: 'check-digit' | 'calendar' | 'expired' | 'code'
  /** Never with its value. */
  readonly field: CheckedField | 'issuer' | 'nationality' | 'sex'
}

/** `today` is `YYYY-MM-DD` where the document is looked at; on the last day of its validity it is still valid. */
export function documentFaults(mrz: Mrz, today: string): readonly DocumentFault[] {
  return [
    ...mrz.wrongDigits.map((field): DocumentFault => ({ rule: 'check-digit', field })),
    ...(['birthDate', 'expiresOn'] as const)
      .filter((field) => mrz[field] === 'impossible')
      .map((field): DocumentFault => ({ rule: 'calendar', field })),
    ...(isExpired(mrz, today) ? [{ rule: 'expired', field: 'expiresOn' } as const] : []),
    ...(['issuer', 'nationality'] as const)
      .filter((field) => !isKnownCode(mrz[field]))
      .map((field): DocumentFault => ({ rule: 'code', field })),
    ...(mrz.sex === undefined ? [{ rule: 'code', field: 'sex' } as const] : []),
  ]
}

/** Of an expiry known to the month or year only, the last day counts. */
function isExpired({ expiresOn }: Mrz, today: string): boolean {
  return typeof expiresOn === 'object' && expiresOn.date < today.slice(0, expiresOn.date.length)
}
