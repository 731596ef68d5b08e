import { describe } from 'vitest'
import { loadAdapters } from './load.ts'
import { propertiesOf } from './properties.ts'

describe.each([...(await loadAdapters())])('the adapter of %s', (_, adapter) => propertiesOf(adapter))
