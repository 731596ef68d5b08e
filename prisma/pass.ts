import type { Pool } from 'pg'
import type { Store, TimeStep } from '#core/ports.ts'
import type { DataKeys } from './at-rest/data-keys.ts'
import { audited, auditing } from './audit.ts'
import { clocked, clocking } from './clocks.ts'
import { INSERTING, inserted } from './insert.ts'
import { run, statement } from './pool.ts'

const NUMBERED = `numbered AS (
    UPDATE conversation SET state = :state, clock_revision = clock_revision + :clockMoves, length = length + :said
    WHERE id = :conversationId::uuid AND length = :length AND clock_revision = :clockRevision
    RETURNING length
  )`

const QUIETLY = statement('pass_quietly', `WITH ${NUMBERED}, ${clocking('numbered')} SELECT length FROM numbered`)
const PASS = statement('pass', `WITH ${NUMBERED}, ${clocking('numbered')}, ${auditing('numbered')}`)
const PASS_WITH_NOTICE = statement('pass_with_notice', `WITH ${NUMBERED}, ${clocking('numbered')}, ${INSERTING}, ${auditing('numbered')}`)

export async function pass(pool: Pool, keys: DataKeys, { conversation, clocks, audit, notice }: TimeStep): ReturnType<Store['pass']> {
  const passed = await run(pool, notice ? PASS_WITH_NOTICE : audit ? PASS : QUIETLY, {
    state: conversation.state,
    conversationId: conversation.id,
    length: conversation.length,
    clockRevision: conversation.clockRevision,
    ...clocked(clocks),
    said: notice ? 1 : 0,
    ...(audit ? audited(audit) : {}),
    ...(notice ? await inserted(keys, { message: notice.message, receipt: undefined, deliveries: notice.deliveries }) : {}),
  })
  return passed.length === 1 ? 'passed' : 'moved'
}
