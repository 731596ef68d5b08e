/** Which deliveries a replay means, and which of those can be replayed. */
import type { Pool } from 'pg'
import type { ErrorCode } from '#core/errors.ts'
import type { PartyId } from '#core/message.ts'
import type { ReplayableState, ReplayFilter, ReplayPlan } from '#core/operations.ts'
import { isId } from './id.ts'
import { run, statement } from './pool.ts'

/** Of a delivery `d`; as in its index. */
export const ENDED = `d.state IN ('dead', 'held', 'expired', 'cancelled')`

/** Of a delivery `d` and its message `m`. Takes the parameters of `filtering`. */
export const MATCHES = `${ENDED} AND d.state = ANY (:states::text[])
    AND (:deliveryIds::uuid[] IS NULL OR d.delivery_id = ANY (:deliveryIds::uuid[]))
    AND (:party::text IS NULL OR d.party = :party::text)
    AND (:code::text IS NULL OR d.code = :code::text)
    AND (:type::text IS NULL OR m.type = :type::text)
    AND (:conversationId::uuid IS NULL OR d.conversation_id = :conversationId::uuid)
    AND (:since::timestamptz IS NULL OR d.waiting_since >= :since::timestamptz)
    AND (:until::timestamptz IS NULL OR d.waiting_since < :until::timestamptz)`

/** Nobody waits behind an expired or a cancelled one: what came after it in its case may be out, or there already. */
export const OVERTAKEN = `(d.state IN ('expired', 'cancelled') AND EXISTS (
    SELECT FROM delivery AS later
    WHERE later.party = d.party AND later.conversation_id = d.conversation_id AND later.number > d.number
  ))`

export const OUTDATED = '(m.expires_at IS NOT NULL AND m.expires_at <= :now::timestamptz)'

export function filtering({ deliveryIds, ...filter }: ReplayFilter): object {
  return {
    ...NO_FILTER,
    ...filter,
    deliveryIds: deliveryIds?.filter(isId),
    ...(isOdd(filter) ? { states: [], conversationId: undefined } : {}),
  }
}

/** No case has an id that is none. */
const isOdd = ({ conversationId }: ReplayFilter): boolean => conversationId !== undefined && !isId(conversationId)

const NO_FILTER = {
  party: undefined,
  code: undefined,
  type: undefined,
  conversationId: undefined,
  since: undefined,
  until: undefined,
}

const PLAN = statement(
  'replay_plan',
  `SELECT d.party, d.state, d.code, ${OVERTAKEN} AS overtaken, ${OUTDATED} AS outdated, d.erased, count(*)::int AS count, min(d.waiting_since) AS oldest
  FROM delivery AS d JOIN message AS m USING (message_id, sender)
  WHERE ${MATCHES}
  GROUP BY 1, 2, 3, 4, 5, 6
  ORDER BY 1, 2, 3`,
)

interface PlanRow {
  readonly party: PartyId
  readonly state: ReplayableState
  readonly code: ErrorCode | null
  readonly overtaken: boolean
  readonly outdated: boolean
  readonly erased: boolean
  readonly count: number
  readonly oldest: Date
}

export async function plan(pool: Pool, filter: ReplayFilter, now: Date): Promise<ReplayPlan> {
  const rows = await run<PlanRow>(pool, PLAN, { ...filtering(filter), now })
  const groups = rows.filter(({ overtaken, outdated, erased }) => !overtaken && !outdated && !erased)
  const sum = (some: readonly PlanRow[]): number => some.reduce((total, { count }) => total + count, 0)
  return {
    count: sum(groups),
    groups: groups.map(({ party, state, code, count, oldest }) => ({ party, state, code: code ?? undefined, count, oldest })),
    overtaken: sum(rows.filter(({ overtaken, outdated, erased }) => overtaken && !outdated && !erased)),
    outdated: sum(rows.filter(({ outdated, erased }) => outdated && !erased)),
    erased: sum(rows.filter(({ erased }) => erased)),
  }
}
