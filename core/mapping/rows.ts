/**
 * The words of the two-way mapping language. A table has one row for each canonical field; it is read in both directions, so the two cannot
 * drift apart. Rows are named for the shape of the wire, never for a country. Elements and members are written in the order of the rows.
 *
 * Left: a canonical path (`subject.familyName`), checked by the compiler against the generated types; or, beginning with `/`, the wire path of
 * a constant. Right: where it stands. A wire path is steps from the enclosing row, joined by `/`; the last may be an attribute (`@version`),
 * and `.` is the enclosing place itself.
 */
import { asIs, type Format, lacking } from './formats.ts'

export type Scalar = string | number | boolean

/** All rows for one canonical record; a field without a row is not carried. */
export type Rows<Canonical> = { readonly [Path in PathsOf<Canonical>]?: RowFor<At<Canonical, Path>> } & {
  readonly [wirePath: `/${string}`]: Constant
}

type RowFor<Value> = Value extends Scalar
  ? Leaf
  : Value extends readonly Scalar[]
    ? Values | Joined
    : Value extends readonly (infer Item)[]
      ? List<Item> | Led<Item>
      : Block<Value>

type PathsOf<Value> = Value extends Scalar | readonly unknown[]
  ? never
  : { [Name in keyof Value & string]-?: Name | `${Name}.${PathsOf<NonNullable<Value[Name]>>}` }[keyof Value & string]

type At<Value, Path extends string> = Path extends keyof Value
  ? NonNullable<Value[Path]>
  : Path extends `${infer Name}.${infer Rest}`
    ? Name extends keyof Value
      ? At<NonNullable<Value[Name]>, Rest>
      : never
    : never

/** A value: as it is, in another format, or in one of the longer forms below. */
export type Leaf = string | readonly [path: string, format: Format] | Marked | Choice

/** A value whose place carries constants, for instance attributes that name its code list. */
export interface Marked {
  readonly kind: 'marked'
  readonly path: string
  readonly format: Format | undefined
  readonly marks: Readonly<Record<string, string>>
}

export function marked(path: string, marks: Readonly<Record<string, string>>, format?: Format): Marked {
  return { kind: 'marked', path, format, marks }
}

/** A value with several places: it stands in the first whose format can say it. */
export interface Choice {
  readonly kind: 'choice'
  readonly places: readonly Exclude<Leaf, Choice>[]
}

export function choice(...places: Choice['places']): Choice {
  return { kind: 'choice', places }
}

/** A record with a place of its own; its rows go on from there. One table may serve several such places. */
export interface Block<Canonical> {
  readonly kind: 'block'
  readonly path: string
  readonly rows: Rows<Canonical>
}

export function block<Canonical>(path: string, rows: Rows<Canonical>): Block<Canonical> {
  return { kind: 'block', path, rows }
}

/** A list of records: the last step of the path is repeated, and the rows of an item go on from there. */
export interface List<Item> {
  readonly kind: 'list'
  readonly path: string
  readonly rows: Rows<Item>
}

export function list<Item>(path: string, rows: Rows<Item>): List<Item> {
  return { kind: 'list', path, rows }
}

/** A list whose first item stands as one value in a place of its own when it is of one kind; all others follow in their list. */
export interface Led<Item> {
  readonly kind: 'led'
  readonly path: string
  readonly format: Format
  /** What makes the kind; the value is the one field besides. */
  readonly given: Readonly<Record<string, string>>
  readonly field: keyof Item & string
  readonly rest: List<Item>
}

export function led<Item>(
  field: keyof Item & string,
  [path, format]: readonly [path: string, format: Format],
  given: Readonly<Partial<Record<keyof Item & string, string>>>,
  rest: List<Item>,
): Led<Item> {
  return { kind: 'led', path, format, given: given as Led<Item>['given'], field, rest }
}

/** A list of plain values: the last step of the path is repeated, and the leaf goes on from there. */
export interface Values {
  readonly kind: 'values'
  readonly path: string
  readonly leaf: Leaf
}

export function values(path: string, leaf: Leaf): Values {
  return { kind: 'values', path, leaf }
}

/** A list of plain values in one place, one behind the other. */
export interface Joined {
  readonly kind: 'joined'
  readonly path: string
  readonly separator: string
  readonly format: Format
}

/** What has the separator in it is not carried. */
export function joined(path: string, separator: string, format: Format = asIs): Joined {
  return { kind: 'joined', path, separator, format: lacking(separator, format) }
}

/** Says nothing about the case. It is written wherever the element around it is. */
export interface Constant {
  readonly kind: 'constant'
  readonly value: string
  /** Whether the other side must write the same. */
  readonly demanded: boolean
}

/** What both sides must write exactly so, a version for instance. */
export function fixed(value: string): Constant {
  return { kind: 'constant', value, demanded: true }
}

/** What the hub writes and nobody reads: the other side may write something else there, or nothing. A product name for instance. */
export function stated(value: string): Constant {
  return { kind: 'constant', value, demanded: false }
}
