/** Store keys from a file: 32 random bytes each, in base64, one a line. The first wraps what is new; the others still open what they wrapped. */
import { createSecretKey, hash, type KeyObject, randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PlainError } from '#core/plain-error.ts'
import type { StoreKey, StoreKeys } from '#core/ports.ts'
import { isPrivate, readText } from './pem.ts'

const BYTES = 32
const HINT = 'It holds store keys, one a line: 32 random bytes in base64 each (openssl rand -base64 32), the newest first.'

/** Those of the settings; without one, in the data folder, where the first start makes them. */
export function storeKeysOf({ storeKey, data }: { readonly storeKey: string | undefined; readonly data: string }): StoreKeys {
  return storeKey === undefined ? fileStoreKeys(storeKeyFile(data)) : fileStoreKeys(storeKey)
}

/** An unknown key is looked for in the file again: it may have been added while this process runs. */
export function fileStoreKeys(file: string): StoreKeys {
  const [newest, ...others] = readStoreKeys(file)
  const known = new Map([newest, ...others].map((key) => [key.id, key]))
  const find = (id: string): StoreKey | undefined => {
    if (!known.has(id)) for (const key of readStoreKeys(file)) known.set(key.id, key)
    return known.get(id)
  }
  return { newest, find }
}

function readStoreKeys(file: string): readonly [StoreKey, ...StoreKey[]] {
  const lines = readText(file).split(/\r?\n/)
  if (!isPrivate(file)) throw new PlainError(`The store keys in ${file} can be read by others than their owner.`, `Run: chmod 600 ${file}`)
  const [newest, ...others] = lines.filter((line) => line.trim() !== '').map((line) => storeKeyOf(line.trim(), file))
  if (!newest) throw new PlainError(`${file} holds no store key.`, HINT)
  return [newest, ...others]
}

function storeKeyOf(base64: string, file: string): StoreKey {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length !== BYTES || bytes.toString('base64') !== base64) {
    throw new PlainError(`${file} holds a line that is no store key.`, HINT)
  }
  return storeKeyFrom(createSecretKey(bytes))
}

/** Its id tells keys apart and nothing about them. */
export function storeKeyFrom(secret: KeyObject): StoreKey {
  const id = hash('sha256', Buffer.concat([Buffer.from('korpu store key\n'), secret.export()])).slice(0, 16)
  return { id, secret }
}

/** Made where it is not there yet. */
export function storeKeyFile(data: string): string {
  const file = join(data, 'store.key')
  mkdirSync(dirname(file), { recursive: true })
  try {
    writeFileSync(file, `${randomBytes(BYTES).toString('base64')}\n`, { flag: 'wx', mode: 0o600, flush: true })
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new PlainError(`${file} cannot be written.`, 'Check that this user may write into the data folder.', fault)
    }
  }
  return file
}
