/** The database folder itself: made once, by `initdb`. */
import { execFile } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { chown, link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PlainError } from '#core/plain-error.ts'
import { type Binaries, ENVIRONMENT, lastLine } from './binaries.ts'
import { makePrivate, type Place } from './place.ts'

const start = promisify(execFile)

export const SUPERUSER = 'korpu'

/** Makes the database where there is none yet, and answers with its password. */
export async function clusterIn(place: Place, binaries: Binaries): Promise<string> {
  const version = await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)
  const password = await passwordOf(place, version === undefined)
  if (version === undefined) await create(place, binaries)
  else refuseOther(version.trim(), binaries, place)
  return password
}

function refuseOther(version: string, binaries: Binaries, place: Place): void {
  const ours = binaries.version.split('.')[0]
  if (version === ours) return
  throw new PlainError(
    `The data folder ${place.folder} was made by PostgreSQL ${version}; this program brings PostgreSQL ${ours}.`,
    'Start the version of the program that made it, write a backup with `korpu backup`, and restore that into a new folder.',
  )
}

/** Written whole or not at all, and never over another: two processes that start at once end up with the same one. */
async function passwordOf({ password, account }: Place, fresh: boolean): Promise<string> {
  if (fresh) {
    const draft = `${password}.${randomUUID()}`
    await writeFile(draft, randomBytes(24).toString('base64url'), { mode: 0o600 })
    if (account.uid !== undefined && account.gid !== undefined) await chown(draft, account.uid, account.gid)
    await link(draft, password).catch((failure: NodeJS.ErrnoException) => {
      if (failure.code !== 'EEXIST') throw failure
    })
    await rm(draft)
  }
  try {
    return await readFile(password, 'utf8')
  } catch (cause) {
    throw new PlainError(
      `The password of the embedded database cannot be read from ${password}.`,
      'Bring the file back from a backup of the data folder; it was made together with the database.',
      cause,
    )
  }
}

/** `initdb` works in a draft that takes its place when it is whole. */
async function create(place: Place, binaries: Binaries): Promise<void> {
  const draft = `${place.cluster}.${randomUUID()}`
  await makePrivate(draft, place.account)
  const how = ['-E', 'UTF8', '--locale=C', '--auth=scram-sha-256', `--pwfile=${place.password}`, '-U', SUPERUSER, '--no-instructions']
  try {
    await start(join(binaries.native, 'bin', 'initdb'), ['-D', draft, ...how], { ...place.account, env: ENVIRONMENT, cwd: '/' })
  } catch (cause) {
    await rm(draft, { recursive: true, force: true })
    throw new PlainError(
      `The embedded database could not be made: ${lastLine(cause)}.`,
      `Check that there is room in ${place.folder} and that its file system keeps owners and modes.`,
      cause,
    )
  }
  await rename(draft, place.cluster).catch(async (failure: NodeJS.ErrnoException) => {
    await rm(draft, { recursive: true, force: true })
    if (failure.code !== 'ENOTEMPTY' && failure.code !== 'EEXIST') throw failure
  })
}
