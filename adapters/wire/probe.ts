/** Tests the connection to a party: as a push would go, but for the message. */
import { lookup } from 'node:dns/promises'
import { request } from 'node:https'
import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { CLOCK_MS, type ProbeStep, type Probing } from '#core/console/probing.ts'
import type { PartyRecord } from '#core/directory.ts'
import type { ClientTls } from './https.ts'

const STEP_MS = 5_000

type Found = NonNullable<ProbeStep['found']>

class Failed extends Error {
  readonly code: string
  readonly found: Found

  constructor(code: string, found: Found = {}) {
    super(code)
    this.code = code
    this.found = found
  }
}

export function httpsProbing(tls: ClientTls): Probing {
  return {
    async probe(party) {
      if (party.endpoint.transport !== 'push' || party.endpoint.url === undefined) return undefined
      const steps: ProbeStep[] = []
      await walk(new URL(party.endpoint.url), party, tls, steps).catch((fault: unknown) => {
        if (!(fault instanceof Failed)) throw fault
      })
      return steps
    },
  }
}

async function walk(url: URL, { serverAnchors }: PartyRecord, tls: ClientTls, steps: ProbeStep[]): Promise<void> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port || 443)
  const step = async <T>(name: ProbeStep['step'], work: () => Promise<readonly [T, Found]>): Promise<T> => {
    const began = performance.now()
    const durationMs = (): number => Math.round(performance.now() - began)
    try {
      const [value, found] = await work()
      steps.push({ step: name, ok: true, durationMs: durationMs(), found })
      return value
    } catch (fault) {
      const { code = 'UNKNOWN' } = fault as { readonly code?: string }
      const found = fault instanceof Failed && Object.keys(fault.found).length > 0 ? { found: fault.found } : {}
      steps.push({ step: name, ok: false, durationMs: durationMs(), code, ...found })
      throw new Failed(code)
    }
  }

  await step('dns', async () => {
    const addresses = await lookup(host, { all: true })
    return [undefined, { addresses: addresses.map(({ address }) => address).join(' ') }]
  })
  const socket = await step('tcp', async () => [await opened(connectTcp({ host, port }), 'connect'), { port }])
  try {
    const secure = await step('tls', async () => {
      // Whether its certificate is right is the next step's affair: it tells more than that the handshake failed.
      const one = connectTls({ ...tls, socket, servername: host, ca: [...serverAnchors], rejectUnauthorized: false, minVersion: 'TLSv1.2' })
      await opened(one, 'secureConnect')
      return [one, { protocol: one.getProtocol() ?? '', cipher: one.getCipher().name }]
    })
    await step('certificate', async () => {
      const certificate = secure.getPeerX509Certificate()
      const found = certificate
        ? { validUntil: certificate.validToDate.toISOString(), subject: certificate.subject.replaceAll('\n', ',') }
        : {}
      if (!secure.authorized) throw new Failed(codeOf(secure), found)
      if (certificate && certificate.checkHost(host) === undefined) throw new Failed('ERR_TLS_CERT_ALTNAME_INVALID', found)
      return [undefined, found]
    })
    const date = await step('http', async () => {
      const { status, date: said } = await answered(url, secure)
      if (status === 401 || status === 403) throw new Failed('NOT_LET_IN', { status })
      return [said, { status }]
    })
    await step('clock', async () => {
      if (date === undefined) return [undefined, {}]
      const differenceMs = Date.parse(date) - Date.now()
      if (Math.abs(differenceMs) > CLOCK_MS) throw new Failed('CLOCK_DIFFERENCE', { differenceMs })
      return [undefined, { differenceMs }]
    })
  } finally {
    socket.destroy()
  }
}

/** The types have an Error here; it is the name of one. */
const codeOf = ({ authorizationError }: TLSSocket): string =>
  String((authorizationError as { code?: string } | undefined)?.code ?? authorizationError)

function opened<S extends Socket>(socket: S, event: 'connect' | 'secureConnect'): Promise<S> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      socket.destroy()
      reject(new Failed('ETIMEDOUT'))
    }, STEP_MS)
    socket.once(event, () => {
      clearTimeout(timer)
      resolve(socket)
    })
    socket.once('error', (fault) => {
      clearTimeout(timer)
      reject(fault)
    })
  })
}

/** Any answer says that somebody is there: what it is asked for it need not know. */
function answered(url: URL, secure: TLSSocket): Promise<{ readonly status: number; readonly date: string | undefined }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'HEAD', createConnection: () => secure, timeout: STEP_MS }, (response) => {
      response.resume()
      resolve({ status: response.statusCode ?? 0, date: response.headers.date })
    })
    asked.once('timeout', () => asked.destroy(new Failed('ETIMEDOUT')))
    asked.once('error', reject)
    asked.end()
  })
}
