/**
 * A hub process that does nothing but look at clocks, to be killed: `DATABASE_URL`, and the time at which it begins as `KORPU_TEST_NOW`. Every call of the store
 * takes a little longer, before and after, so that a kill finds it anywhere.
 */
import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { lookAtClocks } from '#core/flow/clocks.ts'
import type { Hub } from '#core/hub.ts'
import type { Store } from '#core/ports.ts'
import { randomIds } from '#ids'
import { openDatabase } from '#prisma/database.ts'
import { memoryHub } from '#test/hub.ts'
import { STORE_KEYS } from '#test/store-keys.ts'
import { SILENCE } from './silence.ts'

const MOST_MS = 4
/** More than the hub gives a reply on its way. */
const STEP_S = 61

const { DATABASE_URL: url = '', KORPU_TEST_NOW: begins = '' } = process.env
const database = await openDatabase({ url }, STORE_KEYS, 2)
const memory = await memoryHub({ store: () => hesitating(database.store) })
await memory.confirm(SILENCE)
memory.clock.move((Date.parse(begins) - memory.clock.now().getTime()) / 1000)
const hub: Hub = { ...memory.hub, ids: randomIds }
process.send?.('ready')
for (;;) {
  await lookAtClocks(hub)
  memory.clock.move(STEP_S)
}

function hesitating(store: Store): Store {
  return new Proxy(store, {
    get: (target, name, receiver) => {
      const value: unknown = Reflect.get(target, name, receiver)
      if (typeof value !== 'function') return value
      return async (...given: readonly unknown[]) => {
        await sleep(randomInt(MOST_MS))
        const result: unknown = await Reflect.apply(value, target, given)
        await sleep(randomInt(MOST_MS))
        return result
      }
    },
  })
}
