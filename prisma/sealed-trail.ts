import type { Pool } from 'pg'
import { treeHeadFault } from '#core/evidence/sealed-trail.ts'
import type { Judging } from '#core/evidence/trusting.ts'
import type { StoredTreeHead, TreeHeads } from '#core/ports.ts'
import { run, statement } from './pool.ts'
import { spansUnder } from './tree-heads.ts'

const AFTER = statement(
  'tree_heads_after',
  'SELECT number, at, bytes, signature FROM tree_head WHERE number > :after ORDER BY number LIMIT 100',
)

export interface SealsVerdict {
  readonly heads: number
  /** Those that do not hold, and why. */
  readonly broken: readonly { readonly number: number; readonly why: string }[]
}

/** Judges every tree head over the links as they stand in the trail now; whether those hold among themselves, `verifyAudit` says. */
export async function verifySeals(pool: Pool, { ends }: Pick<TreeHeads, 'ends'>, trusting: Judging): Promise<SealsVerdict> {
  const broken: { number: number; why: string }[] = []
  let heads = 0
  let previous: StoredTreeHead | undefined
  for (;;) {
    const page: readonly StoredTreeHead[] = await run<StoredTreeHead>(pool, AFTER, { after: previous?.number ?? 0 })
    if (page.length === 0) return { heads, broken }
    for (const head of page) {
      const why = await treeHeadFault(head, previous, await ends(await spansUnder(pool, head.number)), trusting)
      if (why !== undefined) broken.push({ number: head.number, why })
      heads++
      previous = head
    }
  }
}
