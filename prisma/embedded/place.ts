/** Where the embedded database keeps its things, and as whom it runs. */
import { hash } from 'node:crypto'
import { chmod, chown, lstat, mkdir, realpath, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PlainError } from '#core/plain-error.ts'

/** PostgreSQL refuses to run as root: then everything of it runs as `nobody`. Empty for an ordinary user, who runs it as itself. */
export interface Account {
  readonly uid?: number
  readonly gid?: number
}

/** All inside the data folder, but for the socket when its path would be too long for the system. */
export interface Place {
  readonly folder: string
  readonly cluster: string
  readonly password: string
  readonly log: string
  readonly socket: string
  readonly account: Account
}

const NOBODY = 65534

/** `sun_path` holds 104 bytes on macOS, 108 on Linux; PostgreSQL adds `/.s.PGSQL.5432`. */
const LONGEST_SOCKET_FOLDER = 89

/** Makes the data folder where it is missing, and sees that the account can work in it. */
export async function placeOf(dataDir: string): Promise<Place> {
  const root = process.getuid?.() === 0
  const account: Account = root ? { uid: NOBODY, gid: NOBODY } : {}
  await mkdir(dataDir, { recursive: true })
  const folder = await realpath(dataDir)
  if (root) await openTo(folder)
  const place: Place = {
    folder,
    cluster: join(folder, 'postgres'),
    password: join(folder, 'postgres.password'),
    log: join(folder, 'postgres.log'),
    socket: socketFolder(folder),
    account,
  }
  await refuseForeign(place.cluster, account)
  await makePrivate(place.socket, account)
  return place
}

function socketFolder(folder: string): string {
  const inside = join(folder, 'socket')
  if (Buffer.byteLength(inside) <= LONGEST_SOCKET_FOLDER) return inside
  return join(tmpdir(), `korpu-${hash('sha256', folder).slice(0, 16)}`)
}

/** A folder that only the account may enter. */
export async function makePrivate(folder: string, account: Account): Promise<void> {
  await mkdir(folder, { mode: 0o700, recursive: true })
  if (account.uid !== undefined && account.gid !== undefined) await chown(folder, account.uid, account.gid)
  await refuseForeign(folder, account)
}

async function refuseForeign(folder: string, account: Account): Promise<void> {
  const found = await lstat(folder).catch(() => undefined)
  if (found === undefined || (found.isDirectory() && found.uid === (account.uid ?? process.getuid?.() ?? found.uid))) return
  throw new PlainError(
    `The folder ${folder} of the embedded database belongs to another account (uid ${found.uid}).`,
    'Start the hub as the account that made it (root uses uid 65534), or give it another folder with KORPU_DATA.',
  )
}

/** The data folder itself is ours: the account may pass through it. What lies above is not ours to change. */
async function openTo(folder: string): Promise<void> {
  await chmod(folder, (await stat(folder)).mode | 0o011)
  for (let at = folder; at !== dirname(at); at = dirname(at)) {
    const { mode, uid } = await stat(dirname(at))
    if ((uid === NOBODY ? mode & 0o100 : mode & 0o001) !== 0) continue
    throw new PlainError(
      `Started as root, the embedded database runs as uid ${NOBODY}, which may not enter ${dirname(at)}.`,
      'Set KORPU_DATA to a folder that everyone may enter, such as /var/lib/korpu, or start the hub as an ordinary user.',
    )
  }
}
