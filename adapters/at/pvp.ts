/**
 * The token of the portal federation (PVP) in the Security of every envelope. Only systems speak to each other here: of a person, his names, his global id and his
 * identifiers of sectors, the hub takes nothing.
 */
import type { PortalToken } from '#core/adapter.ts'

type Element = PortalToken['written']

const PVP = 'http://egov.gv.at/pvp1.xsd'
const VERSION = '2.1'

/** Every leaf that a token may have, and whether it must. */
const LEAVES: Readonly<Record<string, 'must' | 'may'>> = {
  'authenticate/participantId': 'must',
  'authenticate/systemPrincipal/userId': 'must',
  'authenticate/systemPrincipal/cn': 'may',
  'authenticate/systemPrincipal/gvOuId': 'must',
  'authenticate/systemPrincipal/ou': 'may',
  'authenticate/systemPrincipal/gvSecClass': 'must',
  'authorize/role': 'must',
}

const element = (name: string, content: string | readonly Element[], attributes: Element['attributes'] = {}): Element => ({
  name,
  namespace: PVP,
  attributes,
  children: typeof content === 'string' ? [] : content,
  text: typeof content === 'string' ? content : '',
})

/** A system that speaks for itself, with the part of readmission. */
export function pvpTokenOf(system: { readonly participantId: string; readonly userId: string; readonly name: string }): Element {
  const principal = element('systemPrincipal', [
    element('userId', system.userId),
    element('cn', system.name),
    element('gvOuId', system.participantId),
    element('ou', system.name),
    element('gvSecClass', '3'),
  ])
  return element(
    'pvpToken',
    [
      element('authenticate', [element('participantId', system.participantId), principal]),
      element('authorize', [element('role', '', { value: 'readmission' })]),
    ],
    { version: VERSION },
  )
}

/** The hub has no number in the directory of Austrian portals: `participantId` is a placeholder until the federation gives it one. */
const written = pvpTokenOf({ participantId: 'AT:VKZ:korpu', userId: 'hub', name: 'Körpü' })

export const pvpToken: PortalToken = { name: 'pvpToken', namespace: PVP, written, issuesOf }

function issuesOf(token: Element) {
  const leaves = leavesOf(token)
  const known = leaves.filter(({ path, isClean }) => isClean && path in LEAVES)
  const strange = leaves.length - known.length
  const missing = Object.keys(LEAVES).filter((leaf) => LEAVES[leaf] === 'must' && !known.some(({ path }) => path === leaf))
  return [
    ...(token.attributes.version === VERSION ? [] : [issue('pattern', '@version', VERSION, 'The token is of version 2.1.')]),
    ...(strange === 0 ? [] : [issue('unknown', '', 'a system principal and a role', 'Nothing of a person leaves Austria in a token.')]),
    ...missing.map((leaf) => issue('required', leaf, leaf, 'The token must say it.')),
  ]
}

const issue = (rule: string, path: string, expected: string, hint: string) => ({
  rule,
  path: `Security/pvpToken${path && `/${path}`}`,
  expected,
  hint,
})

interface Leaf {
  readonly path: string
  /** In the namespace, and without attributes but the value of a role. */
  readonly isClean: boolean
}

function leavesOf(parent: Element, path = ''): readonly Leaf[] {
  return parent.children.flatMap((child) => {
    const at = path === '' ? child.name : `${path}/${child.name}`
    const attributes = Object.keys(child.attributes).filter((name) => !(at === 'authorize/role' && name === 'value'))
    const isClean = child.namespace === PVP && attributes.length === 0
    return child.children.length === 0 || !isClean ? [{ path: at, isClean }] : leavesOf(child, at)
  })
}
