/** A development PKI in a folder: one CA, and for every party a TLS certificate (client and server) and a signing certificate. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PartyId } from '#core/message.ts'
import { PlainError } from '#core/plain-error.ts'
import type { Certificate } from '#core/signature/certificate.ts'
import { chainOf, isValidAt } from '#core/trust.ts'
import { isDevelopment } from './development.ts'
import type { Ca, Issued, KeyKind } from './issue.ts'
import { isPair } from './keys.ts'
import { readCertificates, readPrivateKey } from './pem.ts'

/** Paths of a party's private keys and certificates. */
export interface PartyFiles {
  readonly tlsKey: string
  readonly tlsCert: string
  readonly signKey: string
  readonly signCert: string
}

export interface DevelopmentPki {
  readonly caFile: string
  readonly parties: ReadonlyMap<PartyId, PartyFiles>
  /** The certificates made now; the others were there already. */
  readonly issued: readonly string[]
}

export function partyFiles(dir: string, party: PartyId): PartyFiles {
  const tls = pairIn(dir, `${party}.tls`)
  const sign = pairIn(dir, `${party}.sign`)
  return { tlsKey: tls.key, tlsCert: tls.cert, signKey: sign.key, signCert: sign.cert }
}

/** Issuing takes a library that a hub with certificates does without. */
const issuing = () => import('./issue.ts')

/**
 * Makes what is missing in the folder and keeps what is there; the hub is always among the parties. `signKeys` chooses the kind of a party's
 * signing key, else it is P-256. A folder with anything else under these names is refused with a `PlainError`: two PKIs are never mixed.
 */
export async function makeDevelopmentPki(
  dir: string,
  parties: readonly PartyId[],
  signKeys: Readonly<Record<PartyId, KeyKind>> = {},
): Promise<DevelopmentPki> {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const members = [...new Set(['hub', ...parties])]
  const leaves = members.flatMap((party) => [
    { party, use: 'tls' as const, kind: 'P-256' as const, files: pairIn(dir, `${party}.tls`) },
    { party, use: 'sign' as const, kind: signKeys[party] ?? 'P-256', files: pairIn(dir, `${party}.sign`) },
  ])
  const missing = leaves.filter(({ files }) => !isThere(files))

  const caFiles = pairIn(dir, 'ca')
  if (!isThere(caFiles)) {
    const orphan = leaves.find(({ files }) => isThere(files))
    if (orphan) throw mixed(orphan.files.cert, 'stands there without the CA that issued it')
    const { issueCa } = await issuing()
    write(caFiles, await issueCa())
  }
  const ca = readCa(caFiles)
  for (const { files } of leaves) if (isThere(files)) checkKept(files, ca)
  for (const { party, use, kind, files } of missing) {
    const { issueLeaf } = await issuing()
    write(files, await issueLeaf(ca, party, use, kind))
  }

  return {
    caFile: caFiles.cert,
    parties: new Map(members.map((party) => [party, partyFiles(dir, party)])),
    issued: missing.map(({ files }) => files.cert),
  }
}

interface Pair {
  readonly key: string
  readonly cert: string
}

function pairIn(dir: string, name: string): Pair {
  return { key: join(dir, `${name}.key.pem`), cert: join(dir, `${name}.cert.pem`) }
}

function isThere({ key, cert }: Pair): boolean {
  if (existsSync(key) !== existsSync(cert)) throw mixed(cert, 'or its key is missing')
  return existsSync(cert)
}

function write(files: Pair, { key, cert }: Issued): void {
  writeFileSync(files.key, key, { mode: 0o600, flag: 'wx' })
  writeFileSync(files.cert, cert, { flag: 'wx' })
}

function readCa(files: Pair): Ca {
  const [certificate] = readCertificates(files.cert)
  const key = readPrivateKey(files.key)
  if (!isDevelopment(certificate)) throw mixed(files.cert, 'is not the certificate of a development CA')
  checkPair(files, certificate, key)
  return { certificate, key }
}

function checkKept(files: Pair, ca: Ca): void {
  const [certificate] = readCertificates(files.cert)
  if (!chainOf(certificate, [], ca.certificate)) throw mixed(files.cert, 'was issued by another CA')
  checkPair(files, certificate, readPrivateKey(files.key))
}

function checkPair(files: Pair, certificate: Certificate, key: Ca['key']): void {
  if (!isPair(key, certificate)) throw mixed(files.key, 'does not belong to the certificate beside it')
  if (!isValidAt(certificate, new Date())) throw mixed(files.cert, 'is not valid today')
}

function mixed(file: string, fault: string): PlainError {
  return new PlainError(`${file} ${fault}.`, 'Choose an empty folder, or move the files of this one away.')
}
