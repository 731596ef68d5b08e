import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LINK_MS, linkTo } from '#core/console/link.ts'
import { hashOfToken, newToken } from '#core/console/session.ts'
import { PASSWORD } from '#test/console.ts'
import { describeWithTool } from '#test/peers/tool.ts'
import { barriers, CHROMIUM, openBrowser, settled, visit } from './browser.ts'
import { type Planted, planted } from './planted.ts'

const LONG_MS = 300_000
const LOOK = { language: 'en', theme: 'light', width: 1440 } as const

describeWithTool([CHROMIUM, '--version'], 'coming in and deciding, in Chromium', () => {
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
    'takes a one-time link, a password and a passkey, shows recovery codes once, and lets the passkey in',
    async () => {
      const { world, origin } = planting
      const [token, doing] = [newToken(), { by: 'test', at: world.now() }]
      await world.console.accounts.add({ name: 'nigar', role: 'auditor' }, doing)
      await world.console.accounts.link('nigar', hashOfToken(token), new Date(world.now().getTime() + LINK_MS), doing)
      const context = await browser.newContext()
      await context.addInitScript(`localStorage.setItem('korpu-language', 'en')`)
      const page = await context.newPage()
      page.setDefaultTimeout(120_000)
      const cdp = await context.newCDPSession(page)
      await cdp.send('WebAuthn.enable')
      const options = {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
      } as const
      await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { ...options, automaticPresenceSimulation: true } })
      await page.goto(linkTo(origin, token))
      await page.locator('input[autocomplete=new-password]').fill(PASSWORD)
      expect(page.url()).not.toContain(token)
      expect(await barriers(page)).toEqual([])
      await page.keyboard.press('Enter')
      await page.locator('ol li').first().waitFor()
      expect(await page.locator('ol li').count()).toBe(10)
      await page.getByRole('button', { name: 'I have kept them' }).click()
      await page.locator('input[autocomplete=username]').fill('nigar')
      await page.locator('input[autocomplete=current-password]').fill(PASSWORD)
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Use a passkey' }).click()
      await page.waitForURL((url) => url.pathname === '/')
      await context.close()
    },
    LONG_MS,
  )

  it(
    'lets a second administrator approve what the first has asked for',
    async () => {
      const [first, second] = [await visit(browser, planting, 'administrator', LOOK), await visit(browser, planting, 'administrator', LOOK)]
      await first.page.goto(`${planting.origin}/administration/users`)
      await first.page.getByRole('button', { name: 'Invite a user' }).click()
      await first.page.getByLabel('Name').fill('orxan')
      await first.page.locator('textarea').first().fill('Neuer Kollege im Dienst')
      await first.page.getByRole('dialog').getByRole('button', { name: 'Invite a user' }).click()
      await first.page.getByText('It waits for another administrator.').waitFor()
      await second.page.goto(`${planting.origin}/approvals`)
      await second.page.getByRole('button', { name: 'Look' }).click()
      await second.page.getByRole('button', { name: 'Approve' }).click()
      await second.page.getByText('It is decided.').waitFor()
      await settled(second.page)
      expect(await barriers(second.page)).toEqual([])
      expect(await planting.world.console.accounts.find('orxan')).toMatchObject({ state: 'invited', role: 'operator' })
      expect([...first.complaints, ...second.complaints].filter((said) => !/status of 404/.test(said))).toEqual([])
      await first.close()
      await second.close()
    },
    LONG_MS,
  )
})
