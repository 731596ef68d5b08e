import type { Pool } from 'pg'
import { lastBackup } from '#prisma/copy/recorded.ts'
import { figures } from '#prisma/figures.ts'
import { serverOf } from '#prisma/server.ts'

/** The server behind the hub, how large what it keeps is, and how old the last backup. */
export async function systemFigures(pool: Pool, now: Date) {
  const [server, sizes, backupAt] = await Promise.all([serverOf(pool), figures(pool, now), lastBackup(pool)])
  const { databaseBytes, attachmentBytes, auditLinks, auditBytes } = sizes
  return { database: { ...server, bytes: databaseBytes }, attachmentBytes, auditLinks, auditBytes, ...(backupAt && { backupAt }) }
}
