/** Where each field of a machine-readable zone stands: ICAO Doc 9303-5 (TD1), 9303-6 (TD2), 9303-4 (TD3). Data. */

export type MrzFormat = 'TD1' | 'TD2' | 'TD3'

/** Line, first character, character after the last; all from 0. */
export type Span = readonly [line: number, start: number, end: number]

export interface MrzLayout {
  readonly lines: number
  readonly width: number
  readonly documentCode: Span
  readonly issuer: Span
  readonly name: Span
  readonly number: Span
  readonly numberDigit: Span
  readonly nationality: Span
  readonly birthDate: Span
  readonly birthDateDigit: Span
  readonly sex: Span
  readonly expiry: Span
  readonly expiryDigit: Span
  /** In cards it begins with the rest of a document number that is too long for its field. */
  readonly optional: Span
  readonly longNumber: boolean
  /** Passports only. */
  readonly optionalDigit?: Span
  /** TD1 only. */
  readonly secondOptional?: Span
  readonly composite: { readonly over: readonly Span[]; readonly digit: Span }
}

export const MRZ_LAYOUTS: Readonly<Record<MrzFormat, MrzLayout>> = {
  TD1: {
    lines: 3,
    width: 30,
    documentCode: [0, 0, 2],
    issuer: [0, 2, 5],
    number: [0, 5, 14],
    numberDigit: [0, 14, 15],
    optional: [0, 15, 30],
    longNumber: true,
    birthDate: [1, 0, 6],
    birthDateDigit: [1, 6, 7],
    sex: [1, 7, 8],
    expiry: [1, 8, 14],
    expiryDigit: [1, 14, 15],
    nationality: [1, 15, 18],
    secondOptional: [1, 18, 29],
    composite: {
      over: [
        [0, 5, 30],
        [1, 0, 7],
        [1, 8, 15],
        [1, 18, 29],
      ],
      digit: [1, 29, 30],
    },
    name: [2, 0, 30],
  },
  TD2: {
    lines: 2,
    width: 36,
    documentCode: [0, 0, 2],
    issuer: [0, 2, 5],
    name: [0, 5, 36],
    number: [1, 0, 9],
    numberDigit: [1, 9, 10],
    nationality: [1, 10, 13],
    birthDate: [1, 13, 19],
    birthDateDigit: [1, 19, 20],
    sex: [1, 20, 21],
    expiry: [1, 21, 27],
    expiryDigit: [1, 27, 28],
    optional: [1, 28, 35],
    longNumber: true,
    composite: {
      over: [
        [1, 0, 10],
        [1, 13, 20],
        [1, 21, 35],
      ],
      digit: [1, 35, 36],
    },
  },
  TD3: {
    lines: 2,
    width: 44,
    documentCode: [0, 0, 2],
    issuer: [0, 2, 5],
    name: [0, 5, 44],
    number: [1, 0, 9],
    numberDigit: [1, 9, 10],
    nationality: [1, 10, 13],
    birthDate: [1, 13, 19],
    birthDateDigit: [1, 19, 20],
    sex: [1, 20, 21],
    expiry: [1, 21, 27],
    expiryDigit: [1, 27, 28],
    optional: [1, 28, 42],
    longNumber: false,
    optionalDigit: [1, 42, 43],
    composite: {
      over: [
        [1, 0, 10],
        [1, 13, 20],
        [1, 21, 43],
      ],
      digit: [1, 43, 44],
    },
  },
}

export const MRZ_FORMATS = Object.keys(MRZ_LAYOUTS) as readonly MrzFormat[]

/** Characters that a name may have: 30, 31, 39. */
export function nameWidthOf(format: MrzFormat): number {
  const [, start, end] = MRZ_LAYOUTS[format].name
  return end - start
}
