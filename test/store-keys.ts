/** One store key for all that a test does with one database, in whichever process. */
import { createSecretKey } from 'node:crypto'
import { storeKeyFrom } from '#certs/store-keys.ts'
import type { StoreKey, StoreKeys } from '#core/ports.ts'

export const storeKey = (fill: number): StoreKey => storeKeyFrom(createSecretKey(Buffer.alloc(32, fill)))

export function storeKeys(newest: StoreKey, ...others: readonly StoreKey[]): StoreKeys {
  return { newest, find: (id) => [newest, ...others].find((one) => one.id === id) }
}

export const STORE_KEYS = storeKeys(storeKey(7))
