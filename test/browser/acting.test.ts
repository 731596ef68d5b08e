/** What operators and administrators do in the console, by mouse and keyboard, as they do it. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithTool } from '#test/peers/tool.ts'
import { barriers, CHROMIUM, type Look, openBrowser, settled, type Visit, visit } from './browser.ts'
import { type Planted, planted } from './planted.ts'

const LONG_MS = 300_000
const LOOK: Look = { language: 'en', theme: 'light', width: 1440 }
const REASON = 'Agreed with the partner on the telephone'

describeWithTool([CHROMIUM, '--version'], 'acting in the console, in Chromium', () => {
  let planting: Planted
  let browser: Browser
  beforeAll(async () => {
    planting = await planted(300)
    browser = await openBrowser()
  }, LONG_MS)
  afterAll(async () => {
    await browser?.close()
    await planting?.close()
  })

  it(
    'takes less than six clicks from the overview to the filed replay of 300 failed messages; the approval is counted apart',
    async () => {
      const operator = await visit(browser, planting, 'operator', LOOK)
      const filing = await clicksOf(operator)
      await operator.page.getByRole('link', { name: '300 messages to Germany failed' }).click()
      await operator.page.getByRole('button', { name: 'Replay all that match' }).click()
      await operator.page.getByText('300 deliveries would be sent again').waitFor()
      expect(await barriers(operator.page)).toEqual([])
      await operator.page.keyboard.type(REASON)
      await operator.page.getByRole('button', { name: 'Ask for approval' }).click()
      await operator.page.getByText('Asked. An administrator finds it').waitFor()
      expect(await filing()).toBeLessThan(6)
      expect(await planting.world.console.operations.jobs(9)).toEqual([])

      const administrator = await visit(browser, planting, 'administrator', LOOK)
      const approving = await clicksOf(administrator)
      await administrator.page.getByRole('link', { name: '1 request to decide' }).click()
      await administrator.page.getByRole('button', { name: 'Look' }).click()
      await administrator.page.getByRole('button', { name: 'Approve' }).click()
      await administrator.page.getByText('It is decided.').waitFor()
      expect(await approving()).toBeLessThan(6)
      expect(await planting.world.console.operations.jobs(9)).toMatchObject([{ total: 300, reason: REASON }])
      await closed(operator, administrator)
    },
    LONG_MS,
  )

  it(
    'holds a party, says so wherever somebody may wonder, and resumes it',
    async () => {
      const seen = await visit(browser, planting, 'administrator', LOOK)
      const { page } = seen
      await page.goto(`${planting.origin}/parties/de`)
      await page.getByRole('button', { name: 'Hold' }).click()
      expect(await barriers(page)).toEqual([])
      await withReason(page, 'Hold')
      await page.getByText('Germany is on hold.').waitFor()
      await planting.world.follow()
      await page.reload()
      await settled(page)
      await page.getByText(REASON).waitFor()
      expect(await barriers(page)).toEqual([])
      await page.goto(`${planting.origin}/messages?party=de`)
      await page.getByText('Nothing is sent to it until somebody resumes it.').waitFor()
      await page.goto(`${planting.origin}/parties/de`)
      await page.getByRole('button', { name: 'Resume' }).click()
      await withReason(page, 'Resume')
      await page.getByText('Germany is resumed.').waitFor()
      await planting.world.follow()
      await closed(seen)
    },
    LONG_MS,
  )

  it(
    'keeps filters as a view under a name, and comes back to it',
    async () => {
      const seen = await visit(browser, planting, 'operator', LOOK)
      const { page } = seen
      await page.goto(`${planting.origin}/messages?state=failed&party=de`)
      await page.getByRole('button', { name: 'Views' }).click()
      await page.getByLabel('Keep these filters as').fill('Germany, failed')
      await page.getByRole('button', { name: 'Save' }).click()
      expect(await barriers(page)).toEqual([])
      await page.goto(`${planting.origin}/messages`)
      await page.getByRole('button', { name: 'Views' }).click()
      await page.getByRole('button', { name: 'Germany, failed', exact: true }).click()
      await page.waitForURL(/state=failed/)
      await closed(seen)
    },
    LONG_MS,
  )

  it(
    'tests the connection to a party step by step, and says where to look',
    async () => {
      const seen = await visit(browser, planting, 'operator', LOOK)
      const { page } = seen
      await page.goto(`${planting.origin}/parties/de`)
      await page.getByRole('button', { name: 'Test the connection' }).click()
      await page.getByText('The party is not reached.').waitFor()
      expect(await page.locator('.step').count()).toBe(6)
      expect(await page.locator('.step .tone-bad').count()).toBe(1)
      expect(await barriers(page)).toEqual([])
      await closed(seen)
    },
    LONG_MS,
  )

  it(
    'skips one delivery at once, and asks another person before one is cancelled',
    async () => {
      const seen = await visit(browser, planting, 'operator', LOOK)
      const { page } = seen
      await page.goto(`${planting.origin}/messages/${planting.failedId}`)
      await page.getByRole('button', { name: 'Cancel', exact: true }).click()
      expect(await barriers(page)).toEqual([])
      await withReason(page, 'Ask for approval')
      await page.getByText('Asked. An administrator finds it').waitFor()
      await page.getByRole('button', { name: 'Skip' }).click()
      await withReason(page, 'Skip')
      await page.getByText('It is skipped.').waitFor()
      await page.locator('.delivery .state', { hasText: 'Cancelled' }).first().waitFor()
      await closed(seen)
    },
    LONG_MS,
  )
})

/** The dialog that is open asks why. */
async function withReason(page: Page, verb: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.locator('textarea').first().fill(REASON)
  await dialog.getByRole('button', { name: verb, exact: true }).click()
}

/** How many times the mouse was pressed since. */
async function clicksOf({ page }: Visit): Promise<() => Promise<number>> {
  await page.evaluate(`window.clicks = 0; addEventListener('pointerdown', () => { window.clicks += 1 }, true)`)
  return () => page.evaluate<number>('window.clicks')
}

async function closed(...visits: readonly Visit[]): Promise<void> {
  for (const { complaints, close } of visits) {
    expect(complaints).toEqual([])
    await close()
  }
}
