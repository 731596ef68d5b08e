import { memoryStore } from './memory-store.ts'
import { storeContract } from './store.contract.ts'

storeContract('in memory', async () => {
  const store = memoryStore()
  return {
    store,
    operations: store.operations,
    replaceDirectory: async (data) => store.replaceDirectory(data),
    confirm: async (confirmation) => store.confirm([confirmation]),
    withdraw: async (confirmation) => store.withdraw(confirmation),
    links: async (party) => store.links().filter((link) => link.party === party),
    close: () => store.close(),
  }
})
