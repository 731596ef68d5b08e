import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PASSWORD } from '#test/console.ts'
import { describeWithTool } from '#test/peers/tool.ts'
import { barriers, CHROMIUM, openBrowser, settled, visit } from './browser.ts'
import { type Planted, planted } from './planted.ts'

const LONG_MS = 300_000

describeWithTool([CHROMIUM, '--version'], 'one’s own account, in Chromium', () => {
  let planting: Planted
  let browser: Browser
  beforeAll(async () => {
    planting = await planted(1)
    browser = await openBrowser()
  }, LONG_MS)
  afterAll(async () => {
    await browser?.close()
    await planting?.close()
  })

  it(
    'gets a passkey with a name, new recovery codes and another password',
    async () => {
      const seen = await visit(browser, planting, 'operator', { language: 'en', theme: 'light', width: 1440 })
      const { page, context, complaints, close } = seen
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
      await page.locator('.who').click()
      await page.getByRole('menuitem', { name: 'My account' }).click()
      await settled(page)
      await page.getByRole('button', { name: 'Add a passkey' }).click()
      await page.getByRole('dialog').getByRole('textbox').fill('Office key')
      await page.getByRole('dialog').getByRole('button', { name: 'Add a passkey' }).click()
      await page.getByRole('cell', { name: 'Office key' }).waitFor()
      expect(await barriers(page)).toEqual([])
      await page.getByRole('button', { name: 'Make new ones' }).click()
      await page.locator('ol li').first().waitFor()
      expect(await page.locator('ol li').count()).toBe(10)
      await page.getByRole('button', { name: 'I have kept them' }).click()
      await page.getByLabel('Password of now').fill(PASSWORD)
      await page.getByLabel('New password').fill('tamam başqa bir söz')
      await page.getByRole('button', { name: 'Change the password' }).click()
      await page.getByText('The password is changed').waitFor()
      expect(complaints).toEqual([])
      await close()
    },
    LONG_MS,
  )
})
