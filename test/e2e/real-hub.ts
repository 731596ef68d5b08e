/** The real command with `xa` and `xb`, both of which take from their mailboxes, and clients that speak for them. */
import { Agent, request } from 'undici'
import { DIALECT, keysOf, makePki, messageOf, PROFILE, partyOf, writeParties } from '#bench/world.ts'
import { partyFiles } from '#certs/pki.ts'
import type { SignedDocument, Syntax } from '#core/message.ts'
import { signDocument } from '#core/signature/document.ts'
import { makeDataFolder } from '#prisma/embedded/data-folder.ts'
import { type Running, startKorpu } from './running.ts'

export interface RealHub {
  readonly process: Running
  /** Signed by `xa`. */
  letter(sizeBytes: number): Promise<{ readonly messageId: string; readonly document: SignedDocument }>
  submit(document: SignedDocument): Promise<Said>
  get(path: string): Promise<Said>
  close(): Promise<void>
}

export interface Said {
  readonly status: number
  readonly retryAfter: string | undefined
}

export async function startRealHub(
  dataDir: string,
  pki: string,
  syntax: Syntax,
  env: Readonly<Record<string, string>> = {},
): Promise<RealHub> {
  makeDataFolder(pki)
  await makePki(pki)
  const files = partyFiles(pki, 'hub')
  const running = startKorpu(['serve'], {
    env: {
      KORPU_DATA: dataDir,
      KORPU_PARTIES: writeParties(pki, syntax, [partyOf('xa', syntax), partyOf('xb', syntax)], [['xa', 'xb']]),
      KORPU_EXCHANGE_PORT: '0',
      KORPU_OPS_PORT: '0',
      KORPU_CONSOLE_PORT: '0',
      KORPU_TLS_CERT: files.tlsCert,
      KORPU_TLS_KEY: files.tlsKey,
      KORPU_SIGN_CERT: files.signCert,
      KORPU_SIGN_KEY: files.signKey,
      ...env,
    },
  })
  const [, port] = await running.said(/exchange on 127\.0\.0\.1:(\d+),/)
  const { tls, signing } = keysOf(pki, 'xa')
  const dispatcher = new Agent({ connect: { ...tls, servername: 'localhost' } })

  const call = async (method: 'GET' | 'POST', path: string, document?: SignedDocument): Promise<Said> => {
    const about = document && {
      'content-type': document.mediaType,
      ...(document.signature === undefined ? {} : { 'jws-signature': document.signature }),
    }
    const { statusCode, headers, body } = await request(`https://127.0.0.1:${port}${path}`, {
      method,
      dispatcher,
      ...(document && about ? { body: document.bytes, headers: about } : {}),
    })
    await body.dump()
    const retryAfter = headers['retry-after']
    return { status: statusCode, retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined }
  }
  return {
    process: running,
    letter: async (sizeBytes) => {
      const message = messageOf(syntax, sizeBytes)
      const document = await signDocument('Message', DIALECT[syntax].bytesOf(message), PROFILE[syntax], signing, new Date())
      return { messageId: message.header.messageId, document }
    },
    submit: (document) => call('POST', '/v1/messages', document),
    get: (path) => call('GET', path),
    close: () => dispatcher.destroy(),
  }
}
