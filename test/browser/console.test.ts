import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithTool } from '#test/peers/tool.ts'
import { barriers, CHROMIUM, type Look, openBrowser, settled, type Visit, visit } from './browser.ts'
import { NAME, type Planted, planted } from './planted.ts'

const FULL = process.env.KORPU_TEST_BROWSER === 'full'
const LONG_MS = FULL ? 1_800_000 : 300_000

const ALL: readonly Look[] = (['az', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => [1440, 390].map((width) => ({ language, theme, width }))),
)
const LOOKS: readonly Look[] = FULL
  ? ALL
  : [
      { language: 'az', theme: 'dark', width: 1440 },
      { language: 'en', theme: 'light', width: 390 },
    ]

describeWithTool([CHROMIUM, '--version'], 'the console in Chromium', () => {
  let world: Planted
  let browser: Browser
  let pages: readonly string[]

  beforeAll(async () => {
    world = await planted(300)
    browser = await openBrowser()
    pages = [
      '/',
      '/messages',
      '/messages?state=failed',
      `/messages/${world.failedId}`,
      '/parties',
      '/parties/de',
      '/parties/certificates',
      '/parties/de/lab',
      '/approvals',
      '/approvals/jobs',
      '/sessions',
      '/deadlines',
      '/statistics',
      '/audit',
      '/administration/system',
      '/administration/alerts',
      '/administration/rules',
      '/administration/retention',
      '/account',
      '/nowhere',
    ]
  }, LONG_MS)
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  it.each(LOOKS)(
    'has no barrier, no complaint of the browser and no name on any page: $language, $theme, $width px',
    async (look) => {
      const seen = await visit(browser, world, 'operator', look)
      for (const path of pages) {
        await seen.page.goto(world.origin + path)
        await settled(seen.page)
        expect(await barriers(seen.page), path).toEqual([])
        expect(await traces(seen), path).not.toContain(NAME.split(' ')[0])
        expect(await seen.page.evaluate('document.documentElement.scrollWidth'), `${path} scrolls sideways`).toBeLessThanOrEqual(look.width)
      }
      expect(seen.complaints.filter((said) => !/status of 404/.test(said))).toEqual([])
      await seen.close()
    },
    LONG_MS,
  )

  it(
    'loads less than 250 KB of JavaScript for the first page',
    async () => {
      const seen = await visit(browser, world, 'auditor', { language: 'az', theme: 'light', width: 1440 })
      const bytes = await seen.page.evaluate<number>(
        `performance.getEntriesByType('resource').filter(({ name }) => /[.]js$/.test(name)).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`,
      )
      expect(bytes).toBeGreaterThan(50_000)
      expect(bytes).toBeLessThan(250_000)
      await seen.close()
    },
    LONG_MS,
  )

  it(
    'is walked by keyboard: / to the search, arrows from row to row, Enter into a message',
    async () => {
      const { page, close } = await visit(browser, world, 'operator', { language: 'en', theme: 'light', width: 1440 })
      await page.keyboard.press('/')
      await page.locator('.search input:focus').waitFor()
      await page.keyboard.type(world.failedId)
      await page.locator('.found a').waitFor()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      await page.waitForURL(new RegExp(world.failedId))
      await page.goto(`${world.origin}/messages`)
      await settled(page)
      await page.locator('tbody a').first().focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/messages\/[0-9a-f-]{36}/)
      await settled(page)
      expect(await page.locator('h1').textContent()).toBe('Readmission application')
      await close()
    },
    LONG_MS,
  )

  it(
    'asks who signs in, comes back to where one wanted to go, and lets nobody back after the sign-out',
    async () => {
      const { page, close } = await visit(browser, world, 'operator', { language: 'en', theme: 'dark', width: 1440 })
      await page.locator('.who').click()
      await page.getByRole('menuitem', { name: 'Sign out' }).click()
      await page.waitForURL(/\/sign-in$/)
      await page.goto(`${world.origin}/messages?state=failed`)
      await page.waitForURL(/\/sign-in\?to=/)
      expect(await page.locator('h1').textContent()).toBe('Sign in')
      expect(await barriers(page)).toEqual([])
      await close()
    },
    LONG_MS,
  )
})

/** Everything in which a name could have been left: the page, its address and title, and what the browser keeps. */
async function traces({ page, context }: Visit): Promise<string> {
  const said = await page.evaluate<string>(
    'document.documentElement.outerHTML + document.title + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)',
  )
  return said + decodeURIComponent(page.url()) + JSON.stringify(await context.cookies())
}
