import { PlainError } from '#core/plain-error.ts'
import { isPair } from './keys.ts'
import { readCertificates, readPrivateKey, readText } from './pem.ts'

/** Certificate chain and key of a TLS endpoint, checked to belong together; both as PEM. */
export function readTlsFiles(certFile: string, keyFile: string): { readonly cert: string; readonly key: string } {
  const [certificate] = readCertificates(certFile)
  if (!isPair(readPrivateKey(keyFile), certificate)) {
    throw new PlainError(
      `The TLS key ${keyFile} does not belong to the certificate ${certFile}.`,
      'Give the key and the certificate that were issued together.',
    )
  }
  return { cert: readText(certFile), key: readText(keyFile) }
}
