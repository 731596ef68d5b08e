/** The published standard, for everyone who can connect: XSD, JSON Schema, samples. Read once at start. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { hubError } from '#core/errors.ts'
import { onlyMethods } from './method.ts'
import type { ExchangeEnv } from './request.ts'

const MEDIA_TYPES: Record<string, string> = { xsd: 'application/xml', xml: 'application/xml', json: 'application/json' }

export function schemaRoutes(): Hono<ExchangeEnv> {
  const files = published()
  const app = new Hono<ExchangeEnv>()
  app.get('/schemas', (c) => c.json({ files: [...files.keys()] }))
  app.get('/schemas/*', (c) => {
    const name = c.req.path.slice('/v1/schemas/'.length)
    const text = files.get(name)
    if (text === undefined) throw hubError('NOT_FOUND')
    return c.body(text, 200, { 'content-type': MEDIA_TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain' })
  })
  onlyMethods(app, '/schemas', 'GET')
  onlyMethods(app, '/schemas/*', 'GET')
  return app
}

function published(): ReadonlyMap<string, string> {
  const folder = new URL(import.meta.resolve('#schemas/published/message-1.xsd'))
  const root = fileURLToPath(new URL('.', folder))
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length).replace(/^\//, ''))
    .sort()
  return new Map(names.map((name) => [name, readFileSync(`${root}/${name}`, 'utf8')]))
}
