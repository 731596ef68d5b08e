import { memoryStore } from './memory-store.ts'
import { statisticsContract } from './statistics.contract.ts'

const store = memoryStore()
statisticsContract(() => ({ store, statistics: store.statistics, erase: async (id) => store.erase(id) }))
