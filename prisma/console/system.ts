import { statfs } from 'node:fs/promises'
import type { Pool } from 'pg'
import { lastBackup } from '#prisma/copy/recorded.ts'
import { figures } from '#prisma/figures.ts'
import { run, statement } from '#prisma/pool.ts'
import { serverOf } from '#prisma/server.ts'

/**
 * The server behind the hub and how far its clock is from ours, how large what it keeps is, what waits, and how old the last backup.
 *
 * @param folder with the data of an embedded database; the disk of a server is elsewhere
 */
export async function systemFigures(pool: Pool, now: Date, folder: string | undefined) {
  const [server, clockAheadMs, standing, backupAt, disk] = await Promise.all([
    serverOf(pool),
    clockAheadOf(pool),
    figures(pool, now),
    lastBackup(pool),
    folder === undefined ? undefined : diskOf(folder),
  ])
  const { parties, databaseBytes, attachmentBytes, auditLinks, auditBytes, clockDueSince } = standing
  const sum = (of: 'waiting' | 'dead' | 'quarantined'): number => parties.reduce((all, party) => all + party[of], 0)
  const oldest = parties.flatMap((party) => party.oldest ?? []).toSorted((a, b) => a.getTime() - b.getTime())[0]
  return {
    database: { ...server, clockAheadMs, bytes: databaseBytes },
    queue: { waiting: sum('waiting'), dead: sum('dead'), quarantined: sum('quarantined'), ...(oldest && { oldest }) },
    ...(clockDueSince && { clockDueSince }),
    ...(disk && { disk }),
    attachmentBytes,
    auditLinks,
    auditBytes,
    ...(backupAt && { backupAt }),
  }
}

const CLOCK = statement('server_clock', `SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS "nowMs"`)

/** As near as the way to the server and back lets it be known; of several tries that with the shortest way. */
async function clockAheadOf(pool: Pool): Promise<number> {
  let best = { wayMs: Number.POSITIVE_INFINITY, aheadMs: 0 }
  for (let tries = 0; tries < 3; tries++) {
    const asked = Date.now()
    const [said] = await run<{ readonly nowMs: number }>(pool, CLOCK, {})
    const wayMs = Date.now() - asked
    if (said && wayMs < best.wayMs) best = { wayMs, aheadMs: Math.round(said.nowMs - asked - wayMs / 2) }
  }
  return best.aheadMs
}

/** In bytes, as far as this account may use them. */
export async function diskOf(folder: string): Promise<{ readonly freeBytes: number; readonly totalBytes: number }> {
  const { bavail, bsize, blocks } = await statfs(folder)
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
}
