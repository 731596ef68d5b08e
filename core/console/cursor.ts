/** Cursors: places in lists, as clients carry them about without looking inside. */
import type { Place } from './reading.ts'

const WAYS = { o: 'older', n: 'newer' } as const

export function cursorOf({ way, at, key }: Place): string {
  return Buffer.from(`${way.slice(0, 1)}${at.getTime()}/${key}`).toString('base64url')
}

/** `undefined` for what is no cursor: whoever shows one that cannot be read begins at the first page. */
export function placeOf(cursor: string | undefined): Place | undefined {
  const [, letter, time, key] = /^([on])(\d{1,15})\/(.{1,200})$/.exec(Buffer.from(cursor ?? '', 'base64url').toString()) ?? []
  if (letter === undefined || time === undefined || key === undefined) return undefined
  return { way: WAYS[letter as keyof typeof WAYS], at: new Date(Number(time)), key }
}
