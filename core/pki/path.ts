/**
 * What RFC 5280, section 6.1, asks of a chain beyond names, dates and signatures: that every issuer may issue, how many may stand between, which
 * names they may give, that keys and algorithms are strong, and that nothing critical is left unread.
 */
import type { Certificate } from '#core/signature/certificate.ts'
import { elementsIn, objectIdentifier } from './der.ts'
import { DIRECTORY_NAME, type Extensions, extensionsOf, type GeneralName, KEY_USAGE, OIDS } from './extensions.ts'

/** Critical extensions that are heeded here or, as policies and purposes, where the certificate is used. */
const READ: ReadonlySet<string> = new Set(Object.values(OIDS))

/** SHA-256 or better, by object identifier: ECDSA, RSA (PKCS 1, PSS), Ed25519. */
const STRONG: ReadonlySet<string> = new Set([
  '1.2.840.10045.4.3.2',
  '1.2.840.10045.4.3.3',
  '1.2.840.10045.4.3.4',
  '1.2.840.113549.1.1.10',
  '1.2.840.113549.1.1.11',
  '1.2.840.113549.1.1.12',
  '1.2.840.113549.1.1.13',
  '1.3.101.112',
])
/** Of CAs; what signs messages needs more (core/signature/algorithms.ts). */
const RSA_MIN_BITS = 2048

/** Why the way from a leaf up to its anchor, both included, proves nothing; `undefined` when it does. Signatures are verified elsewhere (trust.ts). */
export function pathFault(path: readonly Certificate[]): string | undefined {
  try {
    const links = path.map((certificate) => ({ certificate, says: extensionsOf(certificate) }))
    for (const [at, { certificate, says }] of links.entries()) {
      const fault =
        linkFault(certificate, says) ?? (at === 0 ? leafFault(says) : issuerFault(says, at - 1)) ?? namesFault(says, links.slice(0, at))
      if (fault !== undefined) return fault
    }
    return undefined
  } catch {
    return 'a certificate of its chain cannot be read'
  }
}

function linkFault({ publicKey }: Certificate, { critical, signedWith }: Extensions): string | undefined {
  if (!critical.every((id) => READ.has(id))) return 'a certificate of its chain has a critical extension that is not known'
  if (!STRONG.has(signedWith)) return 'a certificate of its chain was signed with a weak algorithm'
  const { modulusLength } = publicKey.asymmetricKeyDetails ?? {}
  return modulusLength !== undefined && modulusLength < RSA_MIN_BITS ? 'a certificate of its chain has a weak key' : undefined
}

const leafFault = ({ keyUsage }: Extensions): string | undefined =>
  keyUsage && !keyUsage.has(KEY_USAGE.digitalSignature) && !keyUsage.has(KEY_USAGE.nonRepudiation)
    ? 'its key is not made for signing'
    : undefined

/** @param between how many CAs stand between it and the leaf */
function issuerFault({ isCa, keyUsage, pathLength }: Extensions, between: number): string | undefined {
  if (!isCa || (keyUsage && !keyUsage.has(KEY_USAGE.keyCertSign))) return 'an issuer in its chain may not issue certificates'
  return pathLength !== undefined && between > pathLength ? 'more issuers stand in its chain than one of them allows' : undefined
}

/** Everything below a CA keeps to the names that it is limited to (section 4.2.1.10). */
function namesFault({ permitted, excluded }: Extensions, below: readonly { readonly says: Extensions }[]): string | undefined {
  if (permitted.length + excluded.length === 0) return undefined
  const names = below.flatMap(({ says }) => [says.subject, ...says.alternativeNames])
  const isKept = names.every((name) => {
    const inside = permitted.filter(({ type }) => type === name.type)
    return (
      (inside.length === 0 || inside.some((tree) => isWithin(name, tree) === true)) &&
      !excluded.some((tree) => tree.type === name.type && isWithin(name, tree) !== false)
    )
  })
  return isKept ? undefined : 'a name in its chain is not one that its issuer may give'
}

const DNS = 2
const ADDRESS = 7

/** `undefined` for kinds of names that are not compared: they are neither permitted nor free of what is excluded. */
function isWithin({ type, value }: GeneralName, { value: tree }: GeneralName): boolean | undefined {
  if (type === DIRECTORY_NAME) {
    const [own, wanted] = [partsOf(value), partsOf(tree)]
    return wanted.every((part, at) => own[at] === part)
  }
  if (type === DNS) {
    const [own, wanted] = [value, tree].map((name) => name.toString('latin1').toLowerCase()) as [string, string]
    return wanted === '' || own === wanted || own.endsWith(wanted.startsWith('.') ? wanted : `.${wanted}`)
  }
  if (type === ADDRESS)
    return tree.length === 2 * value.length && value.every((byte, at) => ((byte ^ (tree[at] ?? 0)) & (tree[at + value.length] ?? 0)) === 0)
  return undefined
}

/** One text for each RDN, compared without regard to case, form of string and white space (section 7.1). */
function partsOf(name: Buffer): readonly string[] {
  return elementsIn(name).map(({ value }) =>
    elementsIn(value)
      .map((pair) => {
        const [type, text] = elementsIn(pair.value)
        const words = (text?.value.toString('utf8') ?? '').normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ')
        return `${objectIdentifier(type?.value ?? Buffer.alloc(0))}=${words}`
      })
      .sort()
      .join('+'),
  )
}
