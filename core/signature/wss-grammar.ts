/** The grammar of the one envelope that the hub takes: addressing, one Security, one signature in it, one Body. */
import type { Element } from '#core/message.ts'
import { between, demandPart, one, optional, outsideProfile, type Part, partIn } from './grammar.ts'
import { ID, MUST_UNDERSTAND, SOAP, WSA, WSSE, WSU } from './wss-names.ts'
import { DIGEST } from './xades-grammar.ts'
import { DS } from './xades-names.ts'

const ds = partIn(DS)
const wsse = partIn(WSSE)
const wsu = partIn(WSU)
const wsa = partIn(WSA)

/** Action, MessageID, To, RelatesTo, ReplyTo, Timestamp, Body, a token of the party, and the certificate. */
const MAX_REFERENCES = 9

const REFERENCE = ds('Reference', ['URI', 'Id?'], [one(ds('Transforms', [], [one(ds('Transform', ['Algorithm'], 'nothing'))])), ...DIGEST])

const SIGNATURE = ds(
  'Signature',
  ['Id?'],
  [
    one(
      ds(
        'SignedInfo',
        ['Id?'],
        [
          one(ds('CanonicalizationMethod', ['Algorithm'], 'nothing')),
          one(ds('SignatureMethod', ['Algorithm'], 'nothing')),
          between(4, MAX_REFERENCES, REFERENCE),
        ],
      ),
    ),
    one(ds('SignatureValue', ['Id?'], 'text')),
    one(
      ds('KeyInfo', ['Id?'], [one(wsse('SecurityTokenReference', [`${ID}?`], [one(wsse('Reference', ['URI', 'ValueType?'], 'nothing'))]))]),
    ),
  ],
)

const TIMESTAMP = wsu('Timestamp', [ID], [one(wsu('Created', [], 'text')), optional(wsu('Expires', [], 'text'))])
const CERTIFICATE = wsse('BinarySecurityToken', [ID, 'ValueType', 'EncodingType'], 'text')

const ADDRESSED = [ID, `${MUST_UNDERSTAND}?`]
const ADDRESSING: readonly Part[] = [
  ...['Action', 'MessageID', 'To', 'RelatesTo'].map((name) => wsa(name, ADDRESSED, 'text')),
  wsa('ReplyTo', ADDRESSED, [one(wsa('Address', [], 'text'))]),
]

/** Where an element stands, as child elements are counted from the root. */
export interface Placed {
  readonly element: Element
  readonly path: readonly number[]
}

/** The parts of an envelope, each in the only place it can have. */
export interface EnvelopeParts {
  readonly addressing: ReadonlyMap<string, Placed>
  readonly timestamp: Placed
  readonly certificate: Placed
  readonly signature: Placed
  /** What the party's portal puts into Security beside them. */
  readonly token: Placed | undefined
  readonly body: Placed
}

interface Name {
  readonly name: string
  readonly namespace: string
}

/** Throws SIGNATURE_INVALID unless the envelope has these parts, each once, and no others. */
export function partsOf(envelope: Element, token: Name | undefined): EnvelopeParts {
  const [header, body] = envelope.children
  if (!isNamed(envelope, soap('Envelope')) || Object.keys(envelope.attributes).length > 0 || envelope.children.length !== 2)
    throw outsideProfile('Envelope must hold Header, then Body, and have no attributes')
  if (!header || !isNamed(header, soap('Header')) || Object.keys(header.attributes).length > 0)
    throw outsideProfile('Header is missing or has attributes')
  if (!body || !isNamed(body, soap('Body')) || Object.keys(body.attributes).join() !== ID || body.children.length !== 1)
    throw outsideProfile('Body must have a wsu:Id, no other attribute, and one child')
  const blocks = placed(header, [0])
  const security = blocks.filter(({ element }) => isNamed(element, { name: 'Security', namespace: WSSE }))
  const [only] = security
  if (!only || security.length > 1) throw outsideProfile('There must be one Security, for the ultimate receiver')
  if (Object.keys(only.element.attributes).some((name) => name !== MUST_UNDERSTAND))
    throw outsideProfile('Security must not be for another actor or role')
  return {
    ...securityOf(only, token),
    addressing: addressingOf(blocks.filter((block) => block !== only)),
    body: { element: body, path: [1] },
  }
}

function securityOf(security: Placed, token: Name | undefined) {
  const rest = placed(security.element, security.path)
  const take = (part: Part): Placed => {
    const at = rest.findIndex(({ element }) => isNamed(element, part))
    const [found] = at === -1 ? [] : rest.splice(at, 1)
    if (!found) throw outsideProfile(`Security/${part.name} is missing`)
    demandPart(found.element, part)
    return found
  }
  const known = { certificate: take(CERTIFICATE), timestamp: take(TIMESTAMP), signature: take(SIGNATURE) }
  const [own, ...more] = rest
  if (more.length > 0 || (own && !(token && isNamed(own.element, token))))
    throw outsideProfile('Security holds something outside the profile')
  return { ...known, token: own }
}

function addressingOf(blocks: readonly Placed[]): ReadonlyMap<string, Placed> {
  const found = new Map<string, Placed>()
  for (const block of blocks) {
    const part = ADDRESSING.find((known) => isNamed(block.element, known))
    if (!part || found.has(part.name)) throw outsideProfile('Header holds a block outside the profile, or one twice')
    demandPart(block.element, part)
    found.set(part.name, block)
  }
  return found
}

const soap = (name: string): Name => ({ name, namespace: SOAP })
const isNamed = (element: Element, { name, namespace }: Name): boolean => element.name === name && element.namespace === namespace
const placed = (parent: Element, path: readonly number[]): Placed[] =>
  parent.children.map((element, index) => ({ element, path: [...path, index] }))
