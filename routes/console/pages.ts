/** The pages of the console, built into one folder, read once: no request names a file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { type Context, Hono } from 'hono'
import type { ConsoleEnv } from './console.ts'

export interface Page {
  readonly type: string
  readonly bytes: Buffer<ArrayBuffer>
  /** By content coding, where the build has made it. */
  readonly packed: ReadonlyMap<string, Buffer<ArrayBuffer>>
}

/** By path, `/index.html`; empty when the console was not built. */
export type Pages = ReadonlyMap<string, Page>

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** Best first. */
const PACKED = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

const INDEX = '/index.html'
const NOT_BUILT =
  '<!doctype html><html lang="en"><title>Körpü</title><p>The console has not been built. Run <code>npm ci</code> on the server, then start the hub again.</p></html>'

export function readPages(folder: string): Pages {
  if (!existsSync(join(folder, INDEX))) return new Map()
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extname(entry.name) in TYPES)
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(paths.map((path) => [`/${relative(folder, path).split(sep).join('/')}`, pageAt(path)]))
}

function pageAt(path: string): Page {
  const packed = PACKED.map(([coding, end]) => [coding, `${path}${end}`] as const).filter(([, file]) => existsSync(file))
  return {
    type: TYPES[extname(path)] ?? '',
    bytes: readFileSync(path),
    packed: new Map(packed.map(([coding, file]) => [coding, readFileSync(file)])),
  }
}

export function pageRoutes(pages: Pages): Hono<ConsoleEnv> {
  return new Hono<ConsoleEnv>().get('*', (c, next) => {
    const page = pages.get(c.req.path)
    if (page && c.req.path !== INDEX) return send(c, page)
    // A file that is not there is not answered with a page, least of all for a year.
    if (extname(c.req.path) !== '' && c.req.path !== INDEX) return next()
    return index(c, pages.get(INDEX))
  })
}

function send(c: Context<ConsoleEnv>, { type, bytes, packed }: Page): Response {
  const accepted = c.req.header('accept-encoding') ?? ''
  const coding = PACKED.map(([name]) => name).find(
    (name) => packed.has(name) && new RegExp(`\\b${name}\\b(?!;\\s*q=0(\\.0*)?\\b)`).test(accepted),
  )
  c.header('content-type', type)
  c.header('vary', 'accept-encoding')
  c.header('cache-control', c.req.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
  if (coding) c.header('content-encoding', coding)
  return c.body((coding && packed.get(coding)) ?? bytes)
}

/** Each answer has a nonce of its own, which the page gives to the styles that it makes. */
function index(c: Context<ConsoleEnv>, page: Page | undefined): Response {
  c.header('cache-control', 'no-store')
  if (!page) return c.html(NOT_BUILT, 503)
  return c.html(page.bytes.toString('utf8').replaceAll('__NONCE__', c.get('secureHeadersNonce') ?? ''))
}
