/**
 * Keys that never leave a token (PKCS#11), named by a URI as in RFC 7512:
 * `pkcs11:token=LABEL;object=LABEL?module-path=/PATH/MODULE.so&pin-source=/PATH/PIN`. Calls into the module block, so they are made in a thread of their own.
 */
import { randomBytes } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { PlainError } from '#core/plain-error.ts'
import { algorithmOf, verifyRaw } from '#core/signature/algorithms.ts'
import type { SigningKey } from '#core/signature/key.ts'
import { readCertificates, readPrivate } from './pem.ts'
import type { Asked, TokenKey, Told } from './pkcs11-thread.ts'

export const isPkcs11 = (key: string): boolean => key.startsWith('pkcs11:')

/** Opens the token and tries the key. Throws a `PlainError` for everything that can be wrong; nothing of the PIN is in it. */
export async function pkcs11Key(uri: string, certificateFile: string): Promise<SigningKey> {
  const [certificate] = readCertificates(certificateFile)
  const algorithm = algorithmOf(certificate.publicKey)
  if (!algorithm)
    throw new PlainError(
      `${certificateFile} is for a kind of key that is not taken.`,
      'Use ECDSA P-256 or P-384, RSA of 3072 bit or more, or Ed25519.',
    )
  const token = await openThread(tokenKeyIn(uri))
  const sign = (bytes: Uint8Array): Promise<Uint8Array> => token({ algorithm: algorithm.id, bytes })
  const probe = randomBytes(32)
  if (!verifyRaw(algorithm, probe, certificate.publicKey, await sign(probe)))
    throw new PlainError(`The key on the token does not belong to the certificate ${certificateFile}.`, 'Give the certificate of that key.')
  return { algorithm, certificate: certificate.der, sign }
}

const FORM = 'pkcs11:token=LABEL;object=LABEL?module-path=/PATH/MODULE.so&pin-source=/PATH/PIN'

function tokenKeyIn(uri: string): TokenKey {
  const [path = '', query = ''] = uri.slice('pkcs11:'.length).split('?')
  const attributes = new Map([...path.split(';'), ...query.split('&')].map((pair) => decoded(pair.split('='))))
  const [token, object, module, pinFile] = ['token', 'object', 'module-path', 'pin-source'].map((name) => attributes.get(name))
  if (!token || !object || !module || !pinFile) throw new PlainError('The name of a key on a token is not whole.', `Write ${FORM}`)
  return { token, object, module, pin: readPrivate(pinFile.replace(/^file:/, '')).trim() }
}

function decoded([name = '', value = '']: readonly string[]): readonly [string, string] {
  try {
    return [name, decodeURIComponent(value)]
  } catch (cause) {
    throw new PlainError('The name of a key on a token cannot be read.', `Write ${FORM}`, cause)
  }
}

/** Answers when the key was found. The thread keeps no process alive. */
async function openThread(key: TokenKey): Promise<(asked: Asked) => Promise<Uint8Array>> {
  const thread = new Worker(new URL('./pkcs11-thread.ts', import.meta.url), { workerData: key })
  thread.unref()
  const waiting: PromiseWithResolvers<Uint8Array>[] = []
  const opened = Promise.withResolvers<Uint8Array>()
  waiting.push(opened)
  const faultFor = (why: string): PlainError =>
    new PlainError(why, 'Check module-path, token, object and pin-source; operator guide, Keys on a token.')
  const fail = (why: string): void => {
    for (const { reject } of waiting.splice(0)) reject(faultFor(why))
  }
  let over: string | undefined
  // In the order in which they were asked.
  thread.on('message', (told: Told) => {
    const asked = waiting.shift()
    if ('fault' in told) asked?.reject(faultFor(told.fault))
    else asked?.resolve(told.signature)
  })
  thread.once('error', () => fail('The thread of the token has ended.'))
  thread.once('exit', () => {
    over = 'The thread of the token has ended.'
    fail(over)
  })
  try {
    await opened.promise
  } catch (fault) {
    await thread.terminate()
    throw fault
  }
  return (asked) => {
    const answer = Promise.withResolvers<Uint8Array>()
    waiting.push(answer)
    if (over === undefined) thread.postMessage(asked)
    else fail(over)
    return answer.promise
  }
}
