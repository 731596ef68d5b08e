import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { loadAdapters, loadDialects } from './load.ts'

const folder = await mkdtemp(join(tmpdir(), 'korpu-adapters-'))
afterAll(() => rm(folder, { recursive: true }))

/** A folder of adapters, each with what its `adapter.ts` says. */
async function folderWith(name: string, adapters: Readonly<Record<string, string>>): Promise<URL> {
  for (const [party, source] of Object.entries(adapters)) {
    await mkdir(join(folder, name, party), { recursive: true })
    await writeFile(join(folder, name, party, 'adapter.ts'), source)
  }
  return pathToFileURL(join(folder, name, '/'))
}

test('every folder but wire and words is an adapter, in the order of their names', async () => {
  const url = await folderWith('good', {
    xb: "export default { party: 'xb', title: 'B' }",
    wire: "throw new Error('a transport is no adapter')",
    words: "throw new Error('a vocabulary is no adapter')",
    xa: "export default { party: 'xa', title: 'A' }",
  })
  expect([...(await loadAdapters(url)).keys()]).toEqual(['xa', 'xb'])
})

test('a folder that is not named after its party stops the start', async () => {
  const url = await folderWith('misnamed', { xa: "export default { party: 'xb' }" })
  await expect(loadAdapters(url)).rejects.toThrow('adapters/xa/adapter.ts is not the adapter of xa')
})

test('a folder without an adapter stops the start', async () => {
  const url = await folderWith('empty', { xa: 'export {}' })
  await expect(loadAdapters(url)).rejects.toThrow('adapters/xa/adapter.ts is not the adapter of xa')
})

test('a dialect goes by its name: canonical, or that of a party', async () => {
  const dialects = await loadDialects()
  expect(dialects.get('xml')?.syntax).toBe('xml')
  expect(dialects.get('json')?.syntax).toBe('json')
  expect(dialects.get('de')?.root?.name).toBe('Nachricht')
  expect(dialects.get('xx')).toBe(undefined)
})
