/** A dialect made of tables. Everything is resolved once, at start; a mistake in a table never waits for a message. */
import type { Dialect, PortalToken } from '#core/adapter.ts'
import { headerFrom } from '#core/codec/header.ts'
import { xmlBytesOf } from '#core/codec/xml-writer.ts'
import { hubError } from '#core/errors.ts'
import type { Header, JsonObject, JsonValue, Message, Tree } from '#core/message.ts'
import { type BodyByType, type MessageType, type Shape, shapeOf } from '#schemas/index.ts'
import type { Texts } from './formats.ts'
import { lostIn, wirePathOf } from './paths.ts'
import { type Binding, type Part, type Plan, planOf } from './plan.ts'
import { readRoot } from './read.ts'
import { type Block, block, type Rows } from './rows.ts'
import { elementOfNode, jsonOfNode, type Node, nodeOfElement, nodeOfJson, PATHS } from './wire.ts'
import { nodeFor } from './write.ts'

export type Actions = { readonly [Type in MessageType]?: Block<BodyByType[Type]> }

export type Tables = {
  /** Where the routing head stands. */
  readonly header: Rows<Header>
  /** Where the body of each message type stands. The keys are the types that the party takes part in. */
  readonly actions: Actions
  /** Absent: any text can be said. */
  readonly texts?: Texts
  readonly token?: PortalToken
} & ({ readonly syntax: 'xml'; readonly root: Root } | { readonly syntax: 'json' })

interface Root {
  readonly name: string
  /** Of every element, the signature excepted. */
  readonly namespace: string
}

export interface MappedDialect extends Dialect {
  readonly tables: Tables
  /** Whether a row carries this leaf of a body, e.g. `evidence[].documentNumber`. */
  carries(type: MessageType, leaf: string): boolean
  /** Where a leaf stands and in which format, e.g. `header.type` or `body.evidence[].documentNumber`; several where it has a choice. */
  bindingsOf(type: MessageType, leaf: string): readonly Binding[]
}

export function isMapped(dialect: Dialect): dialect is MappedDialect {
  return 'carries' in dialect
}

/** What the hub puts into the header itself where a dialect has no place for it: no field of the sender gets lost. */
const FILLED = ['/header/nonce', '/header/contentDigest']

export function mappedDialect(name: string, tables: Tables): MappedDialect {
  const types = Object.keys(tables.actions) as MessageType[]
  const syntax = wireSyntaxOf(tables)
  const head = checked(planOf([headerPart(tables)], tables.texts), 'header', shapeOf('Header'))
  const plans = new Map(types.map((type) => [type, planOfType(tables, type)]))
  const planFor = (type: MessageType) => plans.get(type) ?? head
  const pathOf = (pointer: string, { bindings }: Plan) => wirePathOf(bindings, pointer, syntax.path, PATHS[tables.syntax])

  return {
    name,
    syntax: tables.syntax,
    root: syntax.root,
    token: tables.token,
    types,
    tables,

    headerOf(tree, fill) {
      const { value, issues } = readRoot(head.root, syntax.nodeOf(tree), syntax.path, tables.syntax, 'open')
      const given = { ...(carries(head, 'header.nonce') ? {} : { nonce: fill.nonce() }), ...(value.header as JsonObject | undefined) }
      const header = headerFrom(given, issues, (pointer) => pathOf(pointer, head))
      if (!plans.has(header.type)) throw hubError('TYPE_UNKNOWN', { stage: 'envelope' })
      return header
    },

    messageOf(tree, header) {
      const { value, issues } = readRoot(planFor(header.type).root, syntax.nodeOf(tree), syntax.path, tables.syntax, 'whole')
      return { message: { header, body: value.body ?? {} } as unknown as Message, issues }
    },

    pathOf: (pointer, type) => pathOf(pointer, planFor(type)),

    bytesOf(message) {
      const plan = plans.get(message.header.type)
      const node = plan && nodeFor(plan.root, message)
      if (!node) throw hubError('NOT_CARRIED', { detail: 'The recipient does not take part in this message type.' })
      return syntax.bytesOf(node)
    },

    lossOf({ header, body }) {
      const plan = planFor(header.type)
      const lost = [...lostIn(plan, 'header', header as unknown as JsonValue), ...lostIn(plan, 'body', body as unknown as JsonValue)]
      return lost.filter(({ pointer }) => !FILLED.includes(pointer))
    },

    carries: (type, leaf) => carries(planFor(type), `body.${leaf}`),

    bindingsOf: (type, leaf) => planFor(type).leaves.get(leaf) ?? [],
  }
}

const headerPart = ({ header }: Tables): Part => ['header', block('.', header), shapeOf('Header')]

function planOfType(tables: Tables, type: MessageType): Plan {
  const row = tables.actions[type]
  if (!row) throw new Error(`${type} has no table`)
  return checked(planOf([headerPart(tables), ['body', row, shapeOf(type)]], tables.texts), 'body', shapeOf(type))
}

const carries = ({ leaves }: Plan, leaf: string): boolean => leaves.has(leaf)

function checked(plan: Plan, part: string, shape: Shape): Plan {
  const missing = missingIn(shape, part, plan.bindings).filter((path) => path !== 'header.nonce')
  if (missing.length > 0) throw new Error(`no row for ${missing.join(', ')}, which the schema demands`)
  return plan
}

/** Required fields without a row, in every record of which at least something is carried. */
function missingIn(shape: Shape, at: string, bindings: readonly Binding[]): readonly string[] {
  if (shape.kind === 'list') return missingIn(shape.shape, `${at}[]`, bindings)
  if (shape.kind !== 'record') return []
  return shape.fields.flatMap((field) => {
    const path = `${at}.${field.name}`
    const isCarried = bindings.some(
      ({ canonical }) => canonical === path || canonical.startsWith(`${path}.`) || canonical.startsWith(`${path}[]`),
    )
    if (isCarried) return missingIn(field.shape, path, bindings)
    return field.required ? [path] : []
  })
}

/** The little that XML and JSON do not share. */
interface WireSyntax {
  readonly root: Root | undefined
  /** Of the whole message, in the party's own bytes. */
  readonly path: string
  nodeOf(tree: Tree): Node
  bytesOf(node: Node): Uint8Array
}

function wireSyntaxOf(tables: Tables): WireSyntax {
  if (tables.syntax === 'json') {
    return {
      root: undefined,
      path: '',
      nodeOf: (tree) => (tree.syntax === 'json' ? nodeOfJson(tree.root) : wrongSyntax('JSON')),
      bytesOf: (node) => new TextEncoder().encode(JSON.stringify(jsonOfNode(node))),
    }
  }
  const { root } = tables
  return {
    root,
    path: `/${root.name}`,
    nodeOf: (tree) => (tree.syntax === 'xml' ? nodeOfElement(tree.root) : wrongSyntax('XML')),
    bytesOf: (node) => xmlBytesOf(elementOfNode(root.name, root.namespace, node)),
  }
}

function wrongSyntax(expected: string): never {
  throw hubError('MEDIA_TYPE', { detail: `This party is registered for ${expected}.` })
}
