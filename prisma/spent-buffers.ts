/**
 * Gives back the memory of buffers that nobody holds any more. To V8 a buffer is an object of a few bytes, so it waits with the next collection
 * of young objects until tens of megabytes lie around outside its heap; who streams large binaries says when it is time. Takes about a millisecond.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as (options: { readonly type: 'minor' }) => void

const EVERY_BYTES = 2 * 2 ** 20
let spent = 0

export function spentBuffer(bytes: number): void {
  spent += bytes
  if (spent < EVERY_BYTES) return
  spent = 0
  collect({ type: 'minor' })
}
