import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { exchangeServer } from '#test/exchange.ts'
import { memoryHub } from '#test/hub.ts'

it('lets requests wait that come before the hub knows its parties, and calls nobody unknown', async () => {
  const { promise: open, resolve } = Promise.withResolvers<void>()
  const memory = await memoryHub()
  const parties = memory.hub.directory()
  const strangers = { ...parties, peerOf: () => undefined }
  const hub = { ...memory.hub, directory: () => known }
  let known: typeof parties = strangers
  const server = await exchangeServer({ ...memory, hub }, undefined, [], undefined, open)
  try {
    const asked = server.as('de').get('/v1/ping')
    expect(await Promise.race([asked, sleep(300)])).toBe(undefined)
    known = parties
    resolve()
    expect(await asked).toMatchObject({ status: 200 })
  } finally {
    await server.close()
  }
})
