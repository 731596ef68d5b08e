/**
 * What the generator tells the XML reader and writer about a type: the names, order and nesting of its elements.
 * Facets (patterns, lengths, codes) are the schema's business, see `validate.ts`.
 *
 * In XML a record is a sequence of elements in UpperCamelCase; a list is one wrapper element named after the field with one `item` element each.
 */
export type Shape = LeafShape | RecordShape | ListShape

export interface LeafShape {
  readonly kind: 'text' | 'integer' | 'boolean'
  /** Name of the type in both published schemas, e.g. `Text100`, `DateTime`, `SexCode`. */
  readonly type: string
}

export interface RecordShape {
  readonly kind: 'record'
  /** As both schemas call it, e.g. `Person`. */
  readonly name: string
  readonly fields: readonly FieldShape[]
}

interface FieldShape {
  /** Canonical (JSON) name, lowerCamelCase. */
  readonly name: string
  /** XML element name, UpperCamelCase. */
  readonly element: string
  readonly required: boolean
  readonly shape: Shape
}

export interface ListShape {
  readonly kind: 'list'
  /** Element name of one item inside the wrapper. */
  readonly item: string
  readonly shape: Shape
}
