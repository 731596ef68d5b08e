/** How one value is written on the wire. A format is a pair, so that one table serves both directions. */

export interface Format {
  /** Which rule a value breaks that the format cannot read; named as the schema names it. */
  readonly rule: 'code' | 'pattern' | 'characters'
  /** For people: what may stand on the wire. */
  readonly expected: string
  /** Undefined when the wire says something that the format does not know. */
  toCanonical(wire: string): string | undefined
  /** Undefined when the wire has no way to say it: the value is not carried. */
  toWire(canonical: string): string | undefined
  /** For people: what about a value has no place, in either direction, without repeating it. */
  whyNot?(value: string): string
}

/** How free text is written where its row names no format: on one line, and with line breaks. */
export interface Texts {
  readonly line: Format
  readonly note: Format
}

/** Free text goes by the names that the vocabulary gives it. */
export function textFormat(type: string, texts: Texts | undefined): Format | undefined {
  if (/^Text\d+$/.test(type)) return texts?.line
  return /^Note\d+$/.test(type) ? texts?.note : undefined
}

/** Any text, unchanged; also where the dialect restricts its free text. */
export const asIs: Format = { rule: 'pattern', expected: 'text', toCanonical: (wire) => wire, toWire: (canonical) => canonical }

/**
 * Canonical codes and their names on the wire, one to one. Throws when two codes share a name, because the way back would be a guess.
 * `list` names the code list for people. `alsoRead` are finer names that the other side may write: wire name to the canonical code that includes it.
 */
export function code(list: string, names: Readonly<Record<string, string>>, alsoRead: Readonly<Record<string, string>> = {}): Format {
  const wires = new Map(Object.entries(names))
  const codes = new Map([...Object.entries(alsoRead), ...[...wires].map(([canonical, wire]) => [wire, canonical] as const)])
  if (codes.size !== wires.size + Object.keys(alsoRead).length) throw new Error(`the code list ${list} uses one name for two codes`)
  return {
    rule: 'code',
    expected: wires.size <= 16 ? `one of ${[...codes.keys()].join(', ')}` : `a code of the list ${list}`,
    toCanonical: (wire) => codes.get(wire),
    toWire: (canonical) => wires.get(canonical),
  }
}

/** Other names for some codes; all the others stand as they are. A canonical code that is another's wire name is not carried. */
export function renamed(list: string, names: Readonly<Record<string, string>>): Format {
  return { ...either(code(list, names), asIs), rule: 'code', expected: `a code of the list ${list}` }
}

/** The first format where it knows what to say, else the second: each value is written in one way only, and no other is read. */
export function either(first: Format, second: Format): Format {
  return {
    ...second,
    expected: `${first.expected}, or ${second.expected}`,
    toCanonical: (wire) => first.toCanonical(wire) ?? unless(second.toCanonical(wire), first.toWire),
    toWire: (canonical) => first.toWire(canonical) ?? unless(second.toWire(canonical), first.toCanonical),
  }
}

const unless = (said: string | undefined, known: (said: string) => string | undefined): string | undefined =>
  said !== undefined && known(said) === undefined ? said : undefined

/** The same where this text does not stand in what is written. */
export function lacking(text: string, format: Format): Format {
  const kept = (wire: string | undefined) => (wire?.includes(text) ? undefined : wire)
  return { ...format, toWire: (canonical) => kept(format.toWire(canonical)) }
}

/** The value behind something that always stands before it. */
export function prefixed(prefix: string): Format {
  return {
    rule: 'pattern',
    expected: `a text that begins with ${prefix}`,
    toCanonical: (wire) => (wire.startsWith(prefix) ? wire.slice(prefix.length) : undefined),
    toWire: (canonical) => prefix + canonical,
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
