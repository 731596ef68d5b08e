/** `npm run docs`: writes the documentation into `docs/site/out/`, to be read or put on any web server. The hub serves the same without it. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PUBLISHED } from './published.ts'
import { SITE } from './site.ts'

const out = join(import.meta.dirname, 'out')
rmSync(out, { recursive: true, force: true })
mkdirSync(join(out, 'docs'), { recursive: true })
for (const [file, write] of SITE) writeFileSync(join(out, 'docs', file), write())
cpSync(PUBLISHED, join(out, 'schemas'), { recursive: true })
process.stdout.write(`${join(out, 'docs', 'index.html')}\n`)
