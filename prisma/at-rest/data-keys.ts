/** Keys of messages and attachments: one each, made at random, stored only as the store key has wrapped it. Where it is destroyed, what it encrypted is gone. */
import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import type { StoreKeys } from '#core/ports.ts'
import { decrypted, encrypted } from './cipher.ts'
import { rememberKey } from './known-keys.ts'
import { oldVersionsGone } from './old-versions.ts'

/** As it stands in its row; without both, what it is of was stored before there was encryption. */
export interface WrappedKey {
  /** Of the store key. */
  readonly keyId: string
  readonly wrappedKey: Uint8Array
}

export interface DataKey extends WrappedKey {
  readonly secret: Uint8Array
}

export interface DataKeys {
  /** For something new; `undefined` as long as processes of a version are connected that could not read what it encrypts. */
  make(about: string): Promise<DataKey | undefined>
  /** Throws where the store key is not here, or the row is not the one that the key was made for. */
  open(about: string, wrapped: WrappedKey): DataKey
  /** The same key for another row, or under the newest store key. */
  wrap(about: string, secret: Uint8Array): DataKey
  /** Tells the database that something in it may be under the newest store key. `make` does so by itself. */
  remember(): Promise<void>
  /** Those that were needed last, by whatever id: saves the way to the database. `null` of what is not encrypted. */
  readonly recent: Recent
}

const BYTES = 32

export function dataKeys(pool: Pool, keys: StoreKeys): DataKeys {
  const areOldOnesGone = oldVersionsGone(pool)
  let remembered = false
  const remember = async (): Promise<void> => {
    await rememberKey(pool, keys.newest.id)
    remembered = true
  }
  const mayEncrypt = async (): Promise<boolean> => {
    if (!remembered && (await areOldOnesGone())) await remember()
    return remembered
  }
  const wrap = (about: string, secret: Uint8Array): DataKey => {
    const { id: keyId, secret: storeKey } = keys.newest
    return { secret, keyId, wrappedKey: encrypted(storeKey, keyOf(about), secret) }
  }
  return {
    make: async (about) => ((await mayEncrypt()) ? wrap(about, randomBytes(BYTES)) : undefined),
    open: (about, { keyId, wrappedKey }) => {
      const key = keys.find(keyId)
      if (!key) throw new Error(`the store key ${keyId} is not among those of this hub`)
      return { secret: decrypted(key.secret, keyOf(about), wrappedKey), keyId, wrappedKey }
    },
    wrap,
    remember,
    recent: recentKeys(),
  }
}

const keyOf = (about: string): string => `key of ${about}`

/** Columns that hold a wrapped key, as the database gives them. */
export interface KeyColumns {
  readonly key_id: string | null
  readonly wrapped_key: Uint8Array | null
}

export function wrappedIn({ key_id: keyId, wrapped_key: wrappedKey }: KeyColumns): WrappedKey | undefined {
  return keyId === null || wrappedKey === null ? undefined : { keyId, wrappedKey }
}

export interface Recent {
  get(id: string): DataKey | null | undefined
  set(id: string, key: DataKey | null): void
  delete(id: string): void
}

const MOST = 4096

function recentKeys(): Recent {
  const kept = new Map<string, DataKey | null>()
  return {
    get: (id) => kept.get(id),
    set(id, key) {
      kept.delete(id)
      kept.set(id, key)
      const [oldest] = kept.keys()
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
    },
    delete: (id) => void kept.delete(id),
  }
}
