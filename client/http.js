/** Mutual TLS to the hub, connections kept; what decides nothing (no answer, 429, 5xx) is asked again with the same bytes. */
import { once } from 'node:events'
import { Agent, request } from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import { KorpuProblem, UnprovenAnswer } from './faults.js'

const PAUSE_MS = 1_000
/** Longer than the hub holds a mailbox call. */
/** Codes of Node for a server that is not the one it should be: that does not pass. */
const UNTRUSTED = /CERT|SIGNATURE|ISSUER|^ERR_(TLS|SSL)/
const SILENCE_MS = 60_000

/** `verify` is that of the hub's signature: a problem that has one must have it from the hub. */
export function caller({ url, ca, tls, patienceMs = 60_000 }, verify) {
  const agent = new Agent({ ca, cert: tls.cert, key: tls.key, keepAlive: true, minVersion: 'TLSv1.2' })

  const exchange = async (method, path, body, headers, signal) => {
    const asked = request(new URL(path, url), { method, agent, headers, signal, timeout: SILENCE_MS })
    asked.on('timeout', () => asked.destroy(new Error('the hub is silent')))
    asked.end(body)
    const [answer] = await once(asked, 'response')
    return { status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(await answer.toArray()) }
  }

  /** Answers with status, headers and bytes of a success; throws KorpuProblem. */
  const call = async (method, path, { body, headers = {}, signal } = {}) => {
    const until = Date.now() + patienceMs
    const sent = body === undefined ? headers : { ...headers, 'content-length': body.length }
    for (;;) {
      let fault
      try {
        const answer = await exchange(method, path, body, sent, signal)
        if (answer.status < 300) return answer
        fault = problemIn(answer, verify)
      } catch (error) {
        if (signal?.aborted || error instanceof UnprovenAnswer) throw error
        fault = error
      }
      const pauseMs = (fault.retryAfterS ?? PAUSE_MS / 1000) * 1000
      if (fault.retryable === false || UNTRUSTED.test(fault.code ?? '') || Date.now() + pauseMs > until) throw fault
      await sleep(pauseMs, undefined, { signal })
    }
  }

  return { call, close: () => agent.destroy() }
}

/** Only a party that the hub knows gets a signature: without one it may be anybody's word. */
function problemIn({ status, headers, bytes }, verify) {
  const signature = headers['jws-signature']
  if (signature !== undefined) verify('korpu-problem', bytes, signature)
  const about = { signed: signature !== undefined, retryAfterS: secondsOf(headers['retry-after']) }
  try {
    return new KorpuProblem({ status, code: `HTTP_${status}`, title: 'no problem document', ...JSON.parse(bytes) }, about)
  } catch {
    return new KorpuProblem({ status, code: `HTTP_${status}`, title: 'no problem document' }, about)
  }
}

const secondsOf = (text) => (/^\d+$/.test(text ?? '') ? Number(text) : undefined)
