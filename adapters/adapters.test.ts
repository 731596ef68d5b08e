/** The contract of every adapter. A new folder is picked up by itself. */
import { describe, expect, test } from 'vitest'
import { contractOf } from './contract.ts'
import { loadAdapters } from './load.ts'

const adapters = await loadAdapters()

test('adapters are found by their folders', () => {
  expect([...adapters.keys()]).toEqual(expect.arrayContaining(['az-mfa', 'az-mia', 'az-sbs', 'az-sms', 'de', 'pl']))
  expect([...adapters.keys()]).toEqual([...adapters.keys()].sort())
})

describe.each([...adapters])('the adapter of %s', (party, adapter) => {
  contractOf(adapter, new URL(`./${party}/fixtures/`, import.meta.url))
})
