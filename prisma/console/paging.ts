/** A page of a list: one row more than was asked for tells whether it goes on. */
import type { Asked, Page, Place } from '#core/console/reading.ts'

export interface Direction {
  readonly order: 'DESC' | 'ASC'
  /** Which side of the cursor. */
  readonly beyond: '<' | '>'
}

export const directionOf = ({ place }: Asked): Direction =>
  place?.way === 'newer' ? { order: 'ASC', beyond: '>' } : { order: 'DESC', beyond: '<' }

/** @param rows in the order of `directionOf`, one more than `limit` where there are more. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  { limit, place }: Asked,
  placeOf: (row: Row) => Omit<Place, 'way'>,
  itemOf: (row: Row) => Item,
): Page<Item> {
  const more = rows.length > limit
  const newer = place?.way === 'newer'
  const kept = newer ? rows.slice(0, limit).toReversed() : rows.slice(0, limit)
  const [first, last] = [kept.at(0), kept.at(-1)]
  return {
    items: kept.map(itemOf),
    ...(last !== undefined && (newer || more) ? { older: { way: 'older', ...placeOf(last) } } : {}),
    ...(first !== undefined && (newer ? more : place !== undefined) ? { newer: { way: 'newer', ...placeOf(first) } } : {}),
  }
}
