import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { build } from './built.ts'

const OUT = join(import.meta.dirname, 'out')

describe('what npm ci builds of the console', () => {
  beforeAll(async () => {
    if (!existsSync(join(OUT, 'index.html'))) await build()
  })

  it('has neither inline scripts nor inline styles, and asks no other host', () => {
    const html = readFileSync(join(OUT, 'index.html'), 'utf8')
    expect(html).not.toMatch(/<style|style="|\son\w+="|https?:/)
    expect(html.match(/<script(?![^>]*\bsrc=)/g)).toBeNull()
    expect(html).toContain('content="__NONCE__"')
  })

  it('has every text compressed beforehand', () => {
    const texts = readdirSync(OUT, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(js|css|svg)$/.test(name))
    expect(texts.filter((name) => !existsSync(join(OUT, `${name}.br`)) || !existsSync(join(OUT, `${name}.gz`)))).toEqual([])
  })
})
