/** Check digits of machine-readable zones: ICAO Doc 9303-3, section 4.9. */

const WEIGHTS = [7, 3, 1] as const

/** `0` to `9`, over characters of a machine-readable zone: digits count as they are, A is 10 to Z is 35, the filler nothing. */
export function checkDigitOf(field: string): string {
  const sum = Array.from(field).reduce((total, character, index) => total + worthOf(character) * (WEIGHTS[index % 3] ?? 0), 0)
  return String(sum % 10)
}

const worthOf = (character: string): number => (character === '<' ? 0 : Number.parseInt(character, 36))
