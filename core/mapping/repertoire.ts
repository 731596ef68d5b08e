/** The characters that a party can process, as a format: text with any other has no way to be said, and what it is and where is told. */
import type { Format } from './formats.ts'

export interface Characters {
  /** Code points in hexadecimal, `0041-005A 00C7`. */
  readonly ranges: string
  /** What is allowed only as a whole: letters with marks that have no code point of their own. */
  readonly sequences: readonly string[]
}

/** `name` says for people which characters they are. Takes text in NFC, as the standard demands it. */
export function repertoire(name: string, { ranges, sequences }: Characters): Format {
  const known = knownPattern(ranges, sequences)
  const same = (text: string) => (endOfKnown(known, text) === text.length ? text : undefined)
  return {
    rule: 'characters',
    expected: `characters of ${name}`,
    toCanonical: same,
    toWire: same,
    whyNot: (text) => `${nameOfCharacter(text, endOfKnown(known, text))} is none of them.`,
  }
}

/** Longer sequences come first, so that a mark is never parted from its letter. */
function knownPattern(ranges: string, sequences: readonly string[]): RegExp {
  const single = `[${ranges
    .trim()
    .replaceAll(/[0-9A-F]{4,6}/g, '\\u{$&}')
    .replaceAll(/\s+/g, '')}]`
  const longestFirst = sequences.toSorted((a, b) => b.length - a.length)
  return new RegExp(`(?:${[...longestFirst, single].join('|')})*`, 'uy')
}

function endOfKnown(known: RegExp, text: string): number {
  known.lastIndex = 0
  known.test(text)
  return known.lastIndex
}

/** `character 3 (U+10D0)`, counted from 1 in code points. */
function nameOfCharacter(text: string, index: number): string {
  const position = Array.from(text.slice(0, index)).length + 1
  const codePoint = (text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `Character ${position} (U+${codePoint})`
}
