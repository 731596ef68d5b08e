import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fileStoreKeys, storeKeyFrom, storeKeysOf } from './store-keys.ts'

const dir = mkdtempSync(join(tmpdir(), 'korpu-store-keys-'))
afterAll(() => rmSync(dir, { recursive: true }))

const fresh = (): string => randomBytes(32).toString('base64')
function fileWith(content: string, mode = 0o600): string {
  const file = join(dir, randomBytes(8).toString('hex'))
  writeFileSync(file, content, { mode })
  return file
}

describe('store keys', () => {
  it('are made once in the data folder, for their owner only', () => {
    const data = join(dir, 'data')
    const { newest } = storeKeysOf({ storeKey: undefined, data })
    expect(statSync(join(data, 'store.key')).mode & 0o777).toBe(0o600)
    expect(storeKeysOf({ storeKey: undefined, data }).newest.id).toBe(newest.id)
    expect(readFileSync(join(data, 'store.key'), 'utf8')).not.toContain(newest.id)
    expect(newest.id).toMatch(/^[0-9a-f]{16}$/)
  })

  it('are all there, the newest first', () => {
    const [one, other] = [fresh(), fresh()]
    const keys = fileStoreKeys(fileWith(`${one}\n${other}\n`))
    expect(keys.newest.secret.export().toString('base64')).toBe(one)
    const old = fileStoreKeys(fileWith(other)).newest
    expect(keys.find(old.id)?.secret.equals(old.secret)).toBe(true)
    expect(keys.find('0000000000000000')).toBeUndefined()
  })

  it('are found when they were added to the file while the process runs', () => {
    const file = fileWith(`${fresh()}\n`)
    const keys = fileStoreKeys(file)
    const later = fresh()
    const { id } = fileStoreKeys(fileWith(later)).newest
    expect(keys.find(id)).toBeUndefined()
    appendFileSync(file, `${later}\n`)
    expect(keys.find(id)).toMatchObject({ id })
    expect(storeKeyFrom(keys.newest.secret).id).toBe(keys.newest.id)
  })

  it.each([
    ['can be read by others', () => fileWith(fresh(), 0o644), 'can be read by others'],
    ['is empty', () => fileWith('\n'), 'holds no store key'],
    ['holds a key that is too short', () => fileWith(randomBytes(16).toString('base64')), 'a line that is no store key'],
    ['holds something else', () => fileWith('a line of something else'), 'a line that is no store key'],
    ['is not there', () => join(dir, 'nowhere'), 'cannot be read'],
  ])('are refused in a sentence when their file %s', (_, file, sentence) => {
    expect(() => fileStoreKeys(file())).toThrow(sentence)
  })
})
