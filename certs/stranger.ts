/** Keys of nobody: issued by a CA that nobody trusts and that is forgotten at once. What the partner lab shows where it must not be let in. */
import { createPrivateKey } from 'node:crypto'
import { certificateOf } from '#core/signature/certificate.ts'
import type { SigningKey } from '#core/signature/key.ts'
import { type Issued, issueCa, issueLeaf } from './issue.ts'
import { signingKeyOf } from './keys.ts'

export interface Stranger {
  readonly tls: Issued
  readonly signing: SigningKey
}

export async function makeStranger(): Promise<Stranger> {
  const { key, cert } = await issueCa()
  const ca = { certificate: certificateOf(derOf(cert)), key: createPrivateKey(key) }
  const signing = await issueLeaf(ca, 'stranger', 'sign', 'P-256')
  return {
    tls: await issueLeaf(ca, 'stranger', 'tls', 'P-256'),
    signing: signingKeyOf(createPrivateKey(signing.key), derOf(signing.cert)),
  }
}

const derOf = (pem: string): Buffer => Buffer.from(pem.replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64')
