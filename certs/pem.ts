/** Keys and certificates from files, with a sentence for every way in which a file can be wrong. */
import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { PlainError } from '#core/plain-error.ts'
import { type Certificate, certificateOf } from '#core/signature/certificate.ts'

const CERTIFICATE = /-----BEGIN CERTIFICATE-----([\sA-Za-z0-9+/=]+?)-----END CERTIFICATE-----/g

/** Every certificate of a PEM file, in the file's order; at least one. */
export function readCertificates(file: string): readonly [Certificate, ...Certificate[]] {
  const blocks = [...readText(file).matchAll(CERTIFICATE)]
  try {
    const [first, ...others] = blocks.map(([, base64 = '']) => certificateOf(Buffer.from(base64, 'base64')))
    if (first) return [first, ...others]
  } catch (cause) {
    throw new PlainError(`${file} holds a certificate that cannot be read.`, 'Give an X.509 certificate in PEM form.', cause)
  }
  throw new PlainError(`${file} holds no certificate.`, 'Give a PEM file that begins with "-----BEGIN CERTIFICATE-----".')
}

/** A private key, encrypted or not. Refuses a file that anyone but its owner can read. */
export function readPrivateKey(file: string, passphraseFile?: string): KeyObject {
  const pem = readPrivate(file)
  const passphrase = passphraseFile === undefined ? undefined : readText(passphraseFile).replace(/\r?\n$/, '')
  if (passphrase === undefined && pem.includes('ENCRYPTED')) {
    throw new PlainError(`The private key ${file} is encrypted.`, 'Name the file that holds its passphrase.')
  }
  try {
    return createPrivateKey(passphrase === undefined ? pem : { key: pem, passphrase })
  } catch (cause) {
    throw new PlainError(
      `${file} is not a private key that can be opened.`,
      'Give a private key in PEM form, and its passphrase file.',
      cause,
    )
  }
}

/** The text of a private key. Refuses a file that anyone but its owner can read. */
export function readPrivate(file: string): string {
  const text = readText(file)
  if (!isPrivate(file)) {
    throw new PlainError(`The private key ${file} can be read by others than its owner.`, `Run: chmod 600 ${file}`)
  }
  return text
}

export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new PlainError(`${file} cannot be read.`, 'Check that the file exists and that this user may read it.', cause)
  }
}

/** Windows keeps no such bits: access lists rule there. */
export function isPrivate(file: string): boolean {
  return process.platform === 'win32' || (statSync(file).mode & 0o077) === 0
}
