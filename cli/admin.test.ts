import { afterEach, expect, it } from 'vitest'
import { cleanUp, newFolder, ranKorpu } from '#test/e2e/running.ts'

afterEach(cleanUp)

it('korpu admin create makes an administrator, with a link that another call replaces; a name that is none is refused', {
  timeout: 120_000,
}, async () => {
  const env = { KORPU_DATA: newFolder(), KORPU_CONSOLE_ORIGIN: 'https://console.example' }
  const first = await ranKorpu(['admin', 'create', 'aysel', '--json'], { env })
  expect([first.code, first.err]).toEqual([0, ''])
  const { link } = JSON.parse(first.out) as { readonly link: string }
  expect(link).toMatch(/^https:\/\/console\.example\/enrol#[\w-]{43}$/)
  const second = await ranKorpu(['admin', 'create', 'aysel'], { env })
  expect(second.out).toContain('aysel may come in with this link, once, until ')
  expect(second.out).not.toContain(link)
  const wrong = await ranKorpu(['admin', 'create', 'Aysel Əliyeva'], { env })
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('no name of an account')])
  expect(wrong.err).not.toContain('Əliyeva')
})
