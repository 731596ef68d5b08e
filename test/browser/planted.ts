/** A console with messages in every state, and a name in each of them that no page may ever show. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '#admin-ui/built.ts'
import { replaceDirectory } from '#prisma/admin.ts'
import { readPages } from '#routes/console/pages.ts'
import { listenConsole } from '#routes/console/server.ts'
import { acceptance, auditEvent, deliveryTo } from '#test/acceptance.ts'
import { type ConsoleWorld, consoleWorld } from '#test/console.ts'
import { testDirectory } from '#test/parties.ts'

export const NAME = 'Gülçöhrə Qəribəliyeva'
const OUT = join(import.meta.dirname, '..', '..', 'admin-ui', 'out')
const MINUTE_MS = 60_000

export interface Planted {
  readonly world: ConsoleWorld
  readonly origin: string
  /** One that failed. */
  readonly failedId: string
  close(): Promise<void>
}

/** @param failed how many messages to Germany have failed */
export async function planted(failed: number): Promise<Planted> {
  if (!existsSync(join(OUT, 'index.html'))) await build()
  const world = await consoleWorld({ pages: readPages(OUT) })
  const { store, traffic, url } = world.database
  await replaceDirectory(url, testDirectory())
  await world.follow()
  let failedId = ''
  for (let n = 0; n < failed + 8; n++) {
    const party = n < failed ? 'de' : 'az-sms'
    const delivery = deliveryTo(party, { expiresAt: new Date(Date.now() + 86_400_000) })
    const receivedAt = new Date(Date.now() - 30 * MINUTE_MS + n * 100)
    const one = acceptance({ from: party === 'de' ? 'az-sms' : 'de', deliveries: [delivery], text: NAME, receivedAt })
    await store.accept(one)
    if (n >= failed) continue
    failedId = one.message.messageId
    const audit = auditEvent('ConsignmentRejection', party, { deliveryId: delivery.deliveryId })
    await store.settle(delivery.deliveryId, { state: 'dead', code: 'RECIPIENT_REFUSED' }, { audit })
  }
  await traffic.count(new Date())
  const listening = await listenConsole(world.app, 0, '127.0.0.1')
  return {
    world,
    origin: `http://localhost:${listening.port}`,
    failedId,
    close: async () => {
      await listening.close()
      await world.close()
    },
  }
}
