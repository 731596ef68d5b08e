/** Where a hub spends its time: samples of a profile, by the stage of a message that they fall in. */
import type { Profiler } from 'node:inspector/promises'

/** The first row that knows a frame of the stack takes the sample; frames are written `function file`. */
const STAGES: readonly (readonly [stage: string, frames: RegExp])[] = [
  ['collection', /^\(garbage collector\)/],
  ['receipt', /\/core\/flow\/party-receipt\.ts/],
  ['parse', /^(parseXml|xmlTreeOf|parseJson) /],
  ['sign', /^(signDocument|receiptFor|signDetached|signCompact|jwsHeaderFor) |\/certs\/keys\.ts|\/signature\/xades-sign\.ts/],
  ['verify', /\/core\/flow\/proof\.ts|\/core\/signature\/|\/node_modules\/jose\//],
  ['schema', /^(envelopeOf|bodyOf) .*\/core\/flow\/content\.ts|\/node_modules\/ajv/],
  ['map', /^mappedFor |\/core\/(codec|mapping)\//],
  ['store', /\/prisma\/|\/node_modules\/pg/],
  ['log and figures', /\/node_modules\/(pino|sonic-boom|thread-stream)|\/watch\/(registry|metrics)\.ts|\/log\.ts/],
  ['deliver', /\/adapters\/wire\/|\/node_modules\/undici\/|\/core\/flow\/(deliver|dispatch|settle|retry|breaker)\.ts/],
  ['rules', /\/core\/(rules|clocks|flow)\/|\/core\/resolve\.ts/],
  ['HTTP', /\/routes\/|\/node_modules\/(@hono|hono)\/|node:_http|node:internal\/http/],
  // Without a frame of ours on the stack: decryption, reading and writing, timers, promises.
  ['TLS and sockets', /^\(program\)|node:/],
]
const REST = 'rest'
const IDLE = '(idle)'

/** The share of each stage in all that was done, the largest first. */
export function stagesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): ReadonlyMap<string, number> {
  const stages = stageOfNodes(nodes)
  const spent = new Map<string, number>()
  samples.forEach((id, index) => {
    const stage = stages.get(id) ?? REST
    if (stage !== IDLE) spent.set(stage, (spent.get(stage) ?? 0) + (timeDeltas[index] ?? 0))
  })
  const whole = spent.values().reduce((sum, one) => sum + one, 0)
  return new Map([...spent].map(([stage, one]): [string, number] => [stage, one / whole]).toSorted(([, a], [, b]) => b - a))
}

function stageOfNodes(nodes: readonly Profiler.ProfileNode[]): ReadonlyMap<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const stages = new Map<number, string>()
  const visit = (node: Profiler.ProfileNode | undefined, outer: number): void => {
    if (!node) return
    const { functionName, url } = node.callFrame
    const known = STAGES.findIndex(([, frames]) => frames.test(`${functionName} ${url}`))
    const row = known === -1 ? outer : Math.min(known, outer)
    stages.set(node.id, functionName === IDLE ? IDLE : (STAGES[row]?.[0] ?? REST))
    for (const child of node.children ?? []) visit(byId.get(child), row)
  }
  visit(nodes[0], STAGES.length)
  return stages
}
