/** Reads the machine-readable zone of a passport or card. Nothing is corrected and nothing refused: what is wrong is told, and people decide. */
import { checkDigitOf } from './check-digit.ts'
import { MRZ_FORMATS, MRZ_LAYOUTS, type MrzFormat, type MrzLayout, type Span } from './mrz-layouts.ts'
import { type MrzNameParts, mrzNamePartsOf } from './mrz-name.ts'
import { birthDateOf, expiryDateOf, type MrzDate } from './partial-date.ts'

export type CheckedField = 'documentNumber' | 'birthDate' | 'expiresOn' | 'optionalData' | 'composite'

export interface Mrz {
  readonly format: MrzFormat
  /** `P`, `PM`, `I`: without fillers, like all that follows. */
  readonly documentCode: string
  /** As in the zone: `D`. `countryOf` has the standard's code. */
  readonly issuer: string
  readonly nationality: string
  readonly name: MrzNameParts
  readonly documentNumber: string
  readonly birthDate: MrzDate
  readonly expiresOn: MrzDate
  /** `undefined` for a character that is none of M, F, X and the filler. */
  readonly sex: 'F' | 'M' | 'X' | undefined
  readonly optionalData: readonly string[]
  readonly wrongDigits: readonly CheckedField[]
}

/** `today` is `YYYY-MM-DD` and tells the century. `undefined` when the lines have the shape of no TD1, TD2 or TD3. */
export function readMrz(lines: readonly string[], today: string): Mrz | undefined {
  const format = formatOf(lines)
  if (!format) return undefined
  const layout = MRZ_LAYOUTS[format]
  const at = ([line, start, end]: Span) => (lines[line] ?? '').slice(start, end)
  const text = (span: Span) => withoutFillers(at(span))
  const number = numberOf(layout, at)
  return {
    format,
    documentCode: text(layout.documentCode),
    issuer: text(layout.issuer),
    nationality: text(layout.nationality),
    name: mrzNamePartsOf(at(layout.name), format),
    documentNumber: number.value,
    birthDate: birthDateOf(at(layout.birthDate), today),
    expiresOn: expiryDateOf(at(layout.expiry), today),
    sex: SEXES[at(layout.sex)],
    optionalData: [number.optional, ...(layout.secondOptional ? [at(layout.secondOptional)] : [])].map(withoutFillers).filter(Boolean),
    wrongDigits: wrongDigitsOf(layout, at, number.holds),
  }
}

type At = (span: Span) => string

const SEXES: Readonly<Record<string, Mrz['sex']>> = { F: 'F', M: 'M', X: 'X', '<': 'X' }

const withoutFillers = (field: string): string => field.replace(/<+$/u, '').replaceAll('<', ' ')

function formatOf(lines: readonly string[]): MrzFormat | undefined {
  return MRZ_FORMATS.find((format) => {
    const { lines: count, width } = MRZ_LAYOUTS[format]
    return lines.length === count && lines.every((line) => line.length === width && /^[A-Z0-9<]+$/u.test(line))
  })
}

interface DocumentNumber {
  readonly value: string
  /** What is left of the optional data. */
  readonly optional: string
  readonly holds: boolean
}

/** A number too long for its field has a filler for a check digit; its rest, its check digit and a filler begin the optional data (Doc 9303-5, 4.2.2). */
function numberOf(layout: MrzLayout, at: At): DocumentNumber {
  const [field, digit, optional] = [at(layout.number), at(layout.numberDigit), at(layout.optional)]
  const [whole = '', rest = '', longDigit = ''] = /^([A-Z0-9]+)(\d)(?:<|$)/u.exec(optional) ?? []
  if (!layout.longNumber || digit !== '<' || whole === '') {
    return { value: withoutFillers(field), optional, holds: holdsFor(field, digit) }
  }
  // Some issuers count the filler too, which shifts the weights.
  const holds = [field + rest, `${field}<${rest}`].some((number) => checkDigitOf(number) === longDigit)
  return { value: field + rest, optional: optional.slice(whole.length), holds }
}

function wrongDigitsOf(layout: MrzLayout, at: At, numberHolds: boolean): readonly CheckedField[] {
  const { composite, optionalDigit } = layout
  const verdicts: Readonly<Record<CheckedField, boolean>> = {
    documentNumber: numberHolds,
    birthDate: holdsFor(at(layout.birthDate), at(layout.birthDateDigit)),
    expiresOn: holdsFor(at(layout.expiry), at(layout.expiryDigit)),
    optionalData: !optionalDigit || holdsFor(at(layout.optional), at(optionalDigit)),
    composite: checkDigitOf(composite.over.map(at).join('')) === at(composite.digit),
  }
  return (Object.keys(verdicts) as CheckedField[]).filter((field) => !verdicts[field])
}

/** An empty field may have a filler for a check digit. */
const holdsFor = (field: string, digit: string): boolean => checkDigitOf(field) === digit || (digit === '<' && /^<+$/u.test(field))
