/**
 * The hub of the crash proof: `korpu serve`, but that it kills itself when it comes to a given await for the n-th time. The product knows nothing
 * of it: the statements are counted where they enter the database's client, the wire where Node and undici tell of it, letters
 * where they enter and leave the broker's client.
 * Run with the name of the await and the number, or with nothing.
 */
import { subscribe } from 'node:diagnostics_channel'
import { Pool } from 'pg'
import { serve } from '#cli/serve.ts'
import { familyOf, WIRE } from './awaits.ts'
import { watchLetters } from './letters-watched.ts'

const [deadly, number = '1'] = process.argv.slice(2)
let left = Number(number)

function at(await_: string): void {
  if (await_ === deadly && --left === 0) process.kill(process.pid, 'SIGKILL')
}

type Query = (this: Pool, config: { readonly name?: string }) => Promise<unknown>

if (deadly !== undefined) {
  const query = Pool.prototype.query as unknown as Query
  const counted: Query = async function (config) {
    const family = familyOf(config.name)
    if (family === undefined) return query.call(this, config)
    at(`before ${family}`)
    const asked = query.call(this, config)
    setImmediate(at, `during ${family}`)
    const answer = await asked
    at(`after ${family}`)
    return answer
  }
  Object.assign(Pool.prototype, { query: counted })
  for (const [name, channel] of Object.entries(WIRE)) subscribe(channel, () => at(name))
  await watchLetters(at)
}

await serve()
