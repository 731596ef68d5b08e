/** A little to look at in the console: eight messages to `de`, the three oldest of which it has refused. */
import { replaceDirectory } from '#prisma/admin.ts'
import { acceptance, auditEvent, deliveryTo } from './acceptance.ts'
import type { ConsoleWorld } from './console.ts'
import { testDirectory } from './parties.ts'

/** @param text what they say. Answers with their ids, newest first. */
export async function eightMessages(world: ConsoleWorld, text: string): Promise<readonly string[]> {
  const { store, traffic, url } = world.database
  await replaceDirectory(url, testDirectory())
  await world.follow()
  const ids: string[] = []
  for (let n = 0; n < 8; n++) {
    const delivery = deliveryTo('de', { expiresAt: new Date(Date.now() + 86_400_000) })
    const one = acceptance({ from: 'az-sms', deliveries: [delivery], text, receivedAt: new Date(Date.now() - 60_000 + n) })
    ids.unshift(one.message.messageId)
    await store.accept(one)
    if (n < 3) {
      const audit = auditEvent('ConsignmentRejection', 'de', { deliveryId: delivery.deliveryId })
      await store.settle(delivery.deliveryId, { state: 'dead', code: 'RECIPIENT_REFUSED' }, { audit })
    }
  }
  while ((await traffic.count(new Date())) === 'more');
  return ids
}
