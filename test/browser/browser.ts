/** Chromium with a person signed in, watched for everything that it complains of. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Role } from '#core/console/roles.ts'
import { codeFor, PASSWORD } from '#test/console.ts'
import type { Planted } from './planted.ts'

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const PATIENCE_MS = 120_000
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
]

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: FLAGS, timeout: PATIENCE_MS })

export interface Look {
  readonly language: 'az' | 'en'
  readonly theme: 'light' | 'dark'
  readonly width: number
}

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** What the console of the browser said that is no good: faults, refusals of the content security policy. */
  readonly complaints: string[]
  close(): Promise<void>
}

/** Signed in by hand, as people are. */
export async function visit(browser: Browser, { world, origin }: Planted, role: Role, look: Look): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.width < 600 ? 844 : 900 },
    colorScheme: look.theme,
  })
  await context.addInitScript(
    `localStorage.setItem('korpu-language', '${look.language}'); localStorage.setItem('korpu-theme', '${look.theme}')`,
  )
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (line) => {
    // Before the sign-in nobody is signed in, and the browser tells that it was told so.
    if (line.type() === 'error' && !line.text().includes('401')) complaints.push(line.text())
  })
  await page.goto(origin)
  const person = await world.person(role)
  await page.locator('input[autocomplete=username]').fill(person.name)
  await page.locator('input[autocomplete=current-password]').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.locator('input[autocomplete=one-time-code]').fill(codeFor(world, person))
  await page.waitForURL((url) => url.pathname === '/')
  await settled(page)
  return { page, context, complaints, close: () => context.close() }
}

/** The page shows what it has to show. */
export async function settled(page: Page): Promise<void> {
  // The page of the sign-in has a heading too, and stands until the one behind it has come.
  await page.locator('#main h1, main.empty h1').first().waitFor()
  const busy = page.locator('main [aria-busy=true]')
  while ((await busy.count()) > 0) await busy.first().waitFor({ state: 'detached' })
}

/** What axe finds against WCAG 2.2 AA and best practice; each with where. */
export async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  return page.evaluate<string[]>(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
  }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ' ' + failureSummary.split('\\n')[1])))`)
}
