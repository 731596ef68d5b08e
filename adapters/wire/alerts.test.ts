import { createServer } from 'node:http'
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net'
import { afterAll, expect, it } from 'vitest'
import type { Notice } from '#core/console/alerts.ts'
import { hubKeys } from '#test/parties.ts'
import { isForbidden } from './guard.ts'
import { mailChannel } from './mail.ts'
import { webhookChannel } from './webhook.ts'

const servers: Server[] = []
afterAll(() => {
  for (const server of servers) server.close()
})
async function listening(server: Server): Promise<number> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const NOTICE: Notice = {
  at: '2026-11-22T08:00:00.000Z',
  environment: 'development',
  alerts: [{ rule: 'failures', party: 'de', value: 12 }],
  test: false,
}
const KEYS = hubKeys()
const CLOCK = { now: () => new Date('2026-11-22T08:00:00Z') }

it('a mail says in both languages what was found, and goes to everybody who is named', async () => {
  const said: string[] = []
  const server = createTcp((socket) => {
    let body = false
    const answer = (text: string): void => void socket.write(`${text}\r\n`)
    answer('220 here')
    socket.on('data', (data) => {
      const text = data.toString()
      said.push(text)
      if (body) {
        if (text.endsWith('\r\n.\r\n')) {
          body = false
          answer('250 taken')
        }
      } else if (text.startsWith('EHLO')) answer('250 here')
      else if (text.startsWith('DATA')) {
        body = true
        answer('354 go on')
      } else if (text.startsWith('QUIT')) socket.end('221 bye\r\n')
      else answer('250 good')
    })
  })
  const port = await listening(server)
  await mailChannel({ url: `smtp://127.0.0.1:${port}`, from: 'korpu@example.test', to: ['a@example.test', 'b@example.test'] }).send(NOTICE)
  const all = said.join('')
  expect(all).toContain('RCPT TO:<a@example.test>')
  expect(all).toContain('RCPT TO:<b@example.test>')
  expect(all).toContain('de: 12 deliveries have failed')
  expect(all).toMatch(/de: 12 =C3=A7atd|de: 12 çatd/)
})

it('a webhook gets one signed post, and is not followed elsewhere', async () => {
  const heard: { readonly signature: string; readonly body: string }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      heard.push({ signature: String(request.headers['jws-signature']), body })
      response.writeHead(request.url === '/moved' ? 302 : 204, { location: '/elsewhere' }).end()
    })
  })
  const url = `http://127.0.0.1:${await listening(server)}`
  await webhookChannel(`${url}/alerts`, KEYS, CLOCK, () => true).send(NOTICE)
  expect(JSON.parse(heard[0]?.body ?? '')).toEqual(NOTICE)
  expect(JSON.parse(Buffer.from(heard[0]?.signature.split('.')[0] ?? '', 'base64url').toString())).toMatchObject({ typ: 'korpu-alert' })
  await expect(webhookChannel(`${url}/moved`, KEYS, CLOCK, () => true).send(NOTICE)).rejects.toThrow('302')
  expect(heard).toHaveLength(2)
  await expect(webhookChannel(`${url}/alerts`, KEYS, CLOCK).send(NOTICE)).rejects.toThrow('leads to this machine')
  await expect(webhookChannel(url.replace('127.0.0.1', 'localhost'), KEYS, CLOCK).send(NOTICE)).rejects.toThrow('leads to this machine')
  expect(heard).toHaveLength(2)
})

it.each([
  '127.0.0.1',
  '127.8.8.8',
  '0.0.0.0',
  '169.254.169.254',
  '::1',
  '::',
  'fe80::1',
  '::ffff:127.0.0.1',
  'ff02::1',
  '224.0.0.1',
  'not an address',
])('a webhook never leads to %s', (address) => expect(isForbidden(address)).toBe(true))

it('a webhook may be in the operators’ own network', () => {
  expect(['10.1.2.3', '192.168.7.7', 'fd00::7', '198.51.100.4'].map(isForbidden)).toEqual([false, false, false, false])
})
