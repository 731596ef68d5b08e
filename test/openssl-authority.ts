/** A timestamp authority as `openssl ts` is one. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Issued, pemOf, privateKeyOf } from './test-pki.ts'

export function openTimestampAuthority(folder: string, ca: Issued, authority: Issued) {
  const path = (name: string): string => join(folder, name)
  writeFileSync(path('tsa-ca.pem'), pemOf(ca))
  writeFileSync(path('tsa.pem'), pemOf(authority))
  writeFileSync(path('tsa.key'), privateKeyOf(authority).export({ type: 'pkcs8', format: 'pem' }))
  const lines = [
    '[tsa]',
    'default_tsa = one',
    '[one]',
    `serial = ${path('tsa-serial')}`,
    'signer_digest = sha256',
    'default_policy = 1.2.3.4.1',
    'digests = sha256',
    'ess_cert_id_alg = sha256',
  ]
  writeFileSync(path('tsa.cnf'), `${lines.join('\n')}\n`)
  return {
    /** DER of the answer to a request. */
    answer(request: Uint8Array): Buffer {
      writeFileSync(path('question.tsq'), request)
      const files = ['-config', path('tsa.cnf'), '-signer', path('tsa.pem'), '-inkey', path('tsa.key'), '-chain', path('tsa-ca.pem')]
      execFileSync('openssl', ['ts', '-reply', ...files, '-queryfile', path('question.tsq'), '-out', path('answer.tsr')], { stdio: 'pipe' })
      return readFileSync(path('answer.tsr'))
    },
  }
}
