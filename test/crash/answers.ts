/** A partner that asks all the time, and writes down every answer that it should never get. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Agent, request } from 'undici'
import { readText } from '#certs/pem.ts'
import { partyFiles } from '#certs/pki.ts'

export interface Answers {
  readonly answered: number
  /** 503 with `Retry-After`. */
  readonly unavailable: number
  /** From the first of those to the answer after the last, in milliseconds; the longest time without a good answer. */
  readonly longestMs: number
  /** Anything that is neither the expected answer nor that. */
  readonly wrong: readonly string[]
}

const PAUSE_MS = 25

/** Asks for a message that is not there, as `de`: 404 says that the store has answered. */
export function watchAnswers(pkiDir: string, port: number): { readonly end: () => Promise<Answers> } {
  const { tlsCert, tlsKey } = partyFiles(pkiDir, 'de')
  const agent = new Agent({
    connect: { cert: readText(tlsCert), key: readText(tlsKey), ca: readText(join(pkiDir, 'ca.cert.pem')), servername: 'localhost' },
  })
  let ended = false
  let answered = 0
  let unavailable = 0
  let goodAt = performance.now()
  let longestMs = 0
  const wrong: string[] = []

  const ask = async (): Promise<void> => {
    const { statusCode, headers, body } = await request(`https://127.0.0.1:${port}/v1/messages/${randomUUID()}`, { dispatcher: agent })
    const text = await body.text()
    if (statusCode === 404) {
      answered++
      longestMs = Math.max(longestMs, performance.now() - goodAt)
      goodAt = performance.now()
    } else if (statusCode === 503 && headers['retry-after'] !== undefined && /"code":"(STORE_UNAVAILABLE|HUB_PAUSED)"/.test(text))
      unavailable++
    else wrong.push(`${statusCode} ${text}`)
  }

  const asking = (async () => {
    while (!ended) {
      await ask().catch((fault: Error) => wrong.push(fault.message))
      await sleep(PAUSE_MS)
    }
  })()

  return {
    end: async () => {
      ended = true
      await asking
      await agent.close()
      return { answered, unavailable, longestMs, wrong }
    },
  }
}
