/** The commands that the guides for partners show do what they say, line by line. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeWithTool } from './tool.ts'

const ROOT = fileURLToPath(new URL('.', import.meta.resolve('#cli/korpu.js')))
const SAMPLES = fileURLToPath(new URL('samples/', import.meta.resolve('#schemas/published/message-1.xsd')))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'korpu-guide-'))
  for (const syntax of ['xml', 'json'])
    copyFileSync(join(SAMPLES, `readmission-application.full.${syntax}`), join(folder, `message.${syntax}`))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const guide = (name: string): string => readFileSync(fileURLToPath(import.meta.resolve(`#docs/${name}.md`)), 'utf8')

const blocksOf = (text: string, language: string): readonly string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, block = '']) => block)

/** All blocks as one script that ends at the first command that fails; those that talk to a hub are left out. */
function ran(text: string): { readonly code: number | null; readonly said: string } {
  const script = blocksOf(text, 'sh')
    .filter((block) => !block.includes('https://'))
    .join('\n')
  const korpu = `'${process.execPath}' '${ROOT}korpu.js'`
  const { status, stdout, stderr } = spawnSync('sh', ['-ec', script.replaceAll('npx korpu', korpu)], { cwd: folder, encoding: 'utf8' })
  return { code: status, said: `${stdout}${stderr}` }
}

describeWithTool(['xmlsec1', '--version'], 'the guide to signing', () => {
  it('signs and verifies with korpu, openssl and xmlsec1', () => {
    const { code, said } = ran(guide('signing'))
    expect(said.match(/^yes: the signature of this message holds$/gm)).toHaveLength(3)
    expect(said).toMatch(/^no: /m)
    expect(said).toContain('OK\nSignedInfo References (ok/all): 2/2')
    expect(code).toBe(0)
  }, 60_000)

  it('ends where a command does not do what it says', () => {
    expect(ran(guide('signing').replace('printf .;', '')).code).not.toBe(0)
  }, 60_000)
})

describeWithTool(['openssl', 'version'], 'the guide to receipts', () => {
  it('signs and verifies the receipt that it shows', () => {
    const [receipt = ''] = blocksOf(guide('receipts'), 'json')
    writeFileSync(join(folder, 'receipt.json'), receipt)
    const { code, said } = ran(guide('receipts'))
    expect(said).toContain('yes: the signature of this receipt holds')
    expect(code).toBe(0)
  }, 60_000)
})

describeWithTool(['openssl', 'version'], 'the guide for partners', () => {
  it.each(['partner-guide', 'partner-guide.az'])(
    'makes keys and requests as %s shows',
    (name) => {
      const { code, said } = ran(guide(name))
      expect([code, said.match(/verify OK/g)?.length]).toEqual([0, 2])
    },
    60_000,
  )
})
