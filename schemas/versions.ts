/**
 * The versions of the message standard that the hub knows: the one table of them. Within a major version each carries all that the one before does, so
 * messages are read and written with the newest, and judged by the one that their header names.
 */
import { ELEMENTS, EXPECTED, SHAPES } from './generated/shapes.ts'
import * as shapes10 from './generated/shapes-1.0.ts'
import type { MessageType, VersionCode } from './generated/types.ts'
import { VALIDATORS } from './generated/validators.js'
import { VALIDATORS as VALIDATORS_1_0 } from './generated/validators-1.0.js'
import type { RecordShape } from './shape.ts'

export type DocumentName = 'Header' | 'Receipt' | 'Problem' | MessageType

export interface Version {
  /** As in the header. */
  readonly number: string
  /** The one child of `Body`, by message type. */
  readonly elements: { readonly [type in MessageType]: string }
  readonly shapes: { readonly [name in DocumentName]: RecordShape }
  /** What is expected of a leaf, by the name of its type. */
  readonly expected: { readonly [type: string]: string }
  readonly validators: { readonly [name in DocumentName]: (typeof VALIDATORS)[name] }
}

/** Oldest first. */
export type Versions = readonly [Version, ...Version[]]

/** What every party can read, and takes unless its entry says otherwise. */
export const FIRST_VERSION = '1.0' satisfies VersionCode

export const VERSIONS: Versions = [
  {
    number: FIRST_VERSION,
    elements: shapes10.ELEMENTS,
    shapes: shapes10.SHAPES,
    expected: shapes10.EXPECTED,
    validators: VALIDATORS_1_0,
  },
  { number: '1.1' satisfies VersionCode, elements: ELEMENTS, shapes: SHAPES, expected: EXPECTED, validators: VALIDATORS },
]

export const newestOf = (versions: Versions): Version => versions.at(-1) ?? versions[0]
