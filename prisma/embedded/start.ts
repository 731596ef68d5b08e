/** The embedded default: a PostgreSQL of our own, in the hub's data folder. */
import type { Log } from '#core/ports.ts'
import type { Repeating } from '#core/repeat.ts'
import { binariesFor } from './binaries.ts'
import { clusterIn, SUPERUSER } from './cluster.ts'
import { keepRunning } from './keep-running.ts'
import { placeOf } from './place.ts'
import { bringUp, stopServer } from './server.ts'

export interface Embedded {
  /** For `pg` and Prisma; over a socket in the file system, with a password that is kept in the data folder. */
  readonly url: string
  /** False when it was found running: another process uses it, or a hub was killed and left it. */
  readonly startedHere: boolean
  /** Stops PostgreSQL, whoever started it, and waits until it is gone. For whoever owns the data folder. */
  readonly stop: () => Promise<void>
  /** From now on it is started again whenever it is gone. */
  readonly keepRunning: (log: Log) => Repeating
}

/** Throws a PlainError with what to do when the database cannot run here. */
export async function startEmbedded(dataDir: string, readyMs = 60_000): Promise<Embedded> {
  const place = await placeOf(dataDir)
  const binaries = await binariesFor(place)
  const password = await clusterIn(place, binaries)
  const url = `postgresql://${SUPERUSER}:${password}@/postgres?host=${encodeURIComponent(place.socket)}`
  const startedHere = await bringUp(place, binaries, url, readyMs)
  return {
    url,
    startedHere,
    stop: () => stopServer(place),
    keepRunning: (log) => keepRunning(place, () => bringUp(place, binaries, url, readyMs), log),
  }
}
