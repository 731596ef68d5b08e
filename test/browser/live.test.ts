import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { acceptance, deliveryTo } from '#test/acceptance.ts'
import { describeWithTool } from '#test/peers/tool.ts'
import { CHROMIUM, openBrowser, settled, visit } from './browser.ts'
import { type Planted, planted } from './planted.ts'

const LONG_MS = 300_000
const LOOK = { language: 'en', theme: 'light', width: 1440 } as const

describeWithTool([CHROMIUM, '--version'], 'what comes by itself, in Chromium', () => {
  let planting: Planted
  let browser: Browser
  beforeAll(async () => {
    planting = await planted(2)
    browser = await openBrowser()
  }, LONG_MS)
  afterAll(async () => {
    await browser?.close()
    await planting?.close()
  })

  it(
    'tells that messages have come, and shows them when somebody asks',
    async () => {
      const { page, close } = await visit(browser, planting, 'operator', LOOK)
      await page.goto(`${planting.origin}/messages`)
      await settled(page)
      const before = await page.locator('tbody tr').count()
      await planting.world.database.store.accept(
        acceptance({ from: 'fr', deliveries: [deliveryTo('az-mia')], receivedAt: planting.world.now() }),
      )
      await page.getByText('1 new message').waitFor()
      expect(await page.locator('tbody tr').count()).toBe(before)
      await page.getByText('1 new message').click()
      await page.locator('tbody tr').nth(before).waitFor()
      await close()
    },
    LONG_MS,
  )

  it(
    'tells of an alert that begins, wherever one is, and not of those before',
    async () => {
      const { alerts } = planting.world.console
      await alerts.found([{ rule: 'backlog', party: 'az-sms', value: 300 }], planting.world.now())
      const { page, close } = await visit(browser, planting, 'operator', LOOK)
      await page.goto(`${planting.origin}/deadlines`)
      await settled(page)
      const found = [
        { rule: 'backlog', party: 'az-sms', value: 300 },
        { rule: 'failures', party: 'de', value: 12 },
      ] as const
      await alerts.found(found, planting.world.now())
      planting.world.console.live.tell({ event: 'alert', data: { count: 1 } })
      await page.locator('.toast', { hasText: 'Deliveries of a party that failed: Germany' }).waitFor()
      expect(await page.locator('.toast').count()).toBe(1)
      await close()
    },
    LONG_MS,
  )

  it(
    'turns amber while the connection is lost',
    async () => {
      const { page, context, close } = await visit(browser, planting, 'auditor', LOOK)
      await page.locator('.live:not(.live-lost)').waitFor()
      await context.setOffline(true)
      await context.route('**/api/events', (route) => route.abort())
      await page.reload().catch(() => undefined)
      await context.setOffline(false)
      await page.goto(planting.origin)
      await page.locator('.live-lost').waitFor()
      await context.unroute('**/api/events')
      await close()
    },
    LONG_MS,
  )

  it(
    'warns before the session ends, keeps what was typed, and leads back to the same page afterwards',
    async () => {
      const { page, close } = await visit(browser, planting, 'operator', LOOK)
      await page.goto(`${planting.origin}/messages?state=failed`)
      await settled(page)
      await page.locator('.search input').fill('half a number')
      // As if nobody had touched the page for a minute: then what it asks by itself keeps no session alive.
      await page.evaluate('{ const real = Date.now; Date.now = () => real() + 61000 }')
      planting.world.pass(13.5 * 60)
      await page.getByText('Your session ends in').waitFor()
      expect(await page.locator('.search input').inputValue()).toBe('half a number')
      planting.world.pass(120)
      await page.waitForURL(/\/sign-in\?to=%2Fmessages/)
      await close()
    },
    LONG_MS,
  )
})
