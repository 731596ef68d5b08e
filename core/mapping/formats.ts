/** How one value is written on the wire. A format is a pair, so that one table serves both directions. */

export interface Format {
  /** Which rule a value breaks that the format cannot read; named as the schema names it. */
  readonly rule: 'code' | 'pattern'
  /** For people: what may stand on the wire. */
  readonly expected: string
  /** Undefined when the wire says something that the format does not know. */
  toCanonical(wire: string): string | undefined
  /** Undefined when the wire has no way to say it: the value is not carried. */
  toWire(canonical: string): string | undefined
}

/**
 * Canonical codes and their names on the wire, one to one. Throws when two codes share a name, because the way back would be a guess.
 * `list` names the code list for people.
 */
export function code(list: string, names: Readonly<Record<string, string>>): Format {
  const codes = new Map(Object.entries(names).map(([canonical, wire]) => [wire, canonical]))
  const wires = new Map(Object.entries(names))
  if (codes.size !== wires.size) throw new Error(`the code list ${list} uses one name for two codes`)
  return {
    rule: 'code',
    expected: wires.size <= 16 ? `one of ${[...codes.keys()].join(', ')}` : `a code of the list ${list}`,
    toCanonical: (wire) => codes.get(wire),
    toWire: (canonical) => wires.get(canonical),
  }
}

/** Other names for some codes; all the others stand as they are. A canonical code that is another's wire name is not carried. */
export function renamed(list: string, names: Readonly<Record<string, string>>): Format {
  const some = code(list, names)
  return {
    ...some,
    expected: `a code of the list ${list}`,
    toCanonical: (wire) => some.toCanonical(wire) ?? (some.toWire(wire) === undefined ? wire : undefined),
    toWire: (canonical) => some.toWire(canonical) ?? (some.toCanonical(canonical) === undefined ? canonical : undefined),
  }
}

/** Only values of this pattern, unchanged: tells the places of a choice apart. */
export function only(pattern: RegExp, expected: string): Format {
  const same = (value: string) => (pattern.test(value) ? value : undefined)
  return { rule: 'pattern', expected, toCanonical: same, toWire: same }
}

/** `24.12.1990`, `12.1990` or `1990` for the canonical `1990-12-24`, `1990-12`, `1990`. */
export const dottedDate: Format = {
  rule: 'pattern',
  expected: 'a date as DD.MM.YYYY, MM.YYYY or YYYY',
  toCanonical: (wire) => (/^(?:(?:\d\d\.)?\d\d\.)?\d{4}$/.test(wire) ? wire.split('.').reverse().join('-') : undefined),
  toWire: (canonical) => (/^\d{4}(?:-\d\d){0,2}$/.test(canonical) ? canonical.split('-').reverse().join('.') : undefined),
}
