import { describe } from 'vitest'
import { loadAdapters } from './load.ts'
import { mutationsOf } from './mutation.ts'

describe.each([...(await loadAdapters())])('the adapter of %s', (party, adapter) => {
  mutationsOf(adapter, new URL(`./${party}/fixtures/`, import.meta.url))
})
