import type { Pool } from 'pg'
import type { DeliveryState } from '#core/message.ts'
import type { Act } from '#core/operations.ts'
import { audited, auditing } from './audit.ts'
import { isId } from './id.ts'
import { delivery } from './look.ts'
import { run, statement } from './pool.ts'
import { freeing } from './stand-aside.ts'

/** What made it dead stays to be read. An attempt that is out ends late. */
const GIVE_UP = statement(
  'give_up',
  `WITH done AS (
    UPDATE delivery SET state = 'cancelled', leased_by = NULL, unended = 0
    WHERE delivery_id = :deliveryId AND state = :state
    RETURNING delivery_id, party, conversation_id, number
  ), ${freeing()}, ${auditing('done')}`,
)

/** Rounds, because an attempt may change the state between the look and the act. */
const ROUNDS = 5

export async function giveUp(
  pool: Pool,
  deliveryId: string,
  from: readonly DeliveryState[],
  event: string,
  act: Act,
): Promise<DeliveryState | 'absent'> {
  if (!isId(deliveryId)) return 'absent'
  let state: DeliveryState | 'absent' = 'absent'
  for (let round = 0; round < ROUNDS; round++) {
    const found = await delivery(pool, deliveryId)
    if (!found) return 'absent'
    state = found.state
    if (!from.includes(state)) return state
    const { party, messageId } = found
    const done = await run(pool, GIVE_UP, { deliveryId, state, ...audited({ event, party, messageId, deliveryId, ...act }) })
    if (done.length === 1) return state
  }
  return state
}
