/** Gives wrong bytes to one target: it must answer or refuse in order, and soon. */
import { HubError } from '#core/errors.ts'
import { mutated, randomOf } from './mutate.ts'
import type { Target } from './targets.ts'

/** Longer than this is a hang. */
const HANG_MS = 1_000

export interface Found {
  readonly target: string
  /** With which the very input is made again. */
  readonly seed: number
  readonly what: string
}

export interface Fuzzed {
  readonly inputs: number
  readonly refused: number
  readonly slowestMs: number
  readonly found: readonly Found[]
}

/** A slow one is tried again: on a busy machine somebody else may have had the processor. */
export async function fuzz(target: Target, firstSeed: number, inputs: number): Promise<Fuzzed> {
  const found: Found[] = []
  let refused = 0
  let slowestMs = 0
  for (let seed = firstSeed; seed < firstSeed + inputs; seed++) {
    const bytes = mutated(target.seeds, randomOf(seed))
    let fault = await faultOf(target, bytes)
    let tookMs = fault.tookMs
    if (tookMs > HANG_MS) {
      fault = await faultOf(target, bytes)
      tookMs = Math.min(tookMs, fault.tookMs)
    }
    slowestMs = Math.max(slowestMs, tookMs)
    if (fault.is === 'refused') refused++
    if (fault.is === 'crash') found.push({ target: target.name, seed, what: fault.what })
    if (tookMs > HANG_MS) found.push({ target: target.name, seed, what: `took ${Math.round(tookMs)} ms` })
  }
  return { inputs, refused, slowestMs, found }
}

async function faultOf(
  { read }: Target,
  bytes: Uint8Array,
): Promise<{ readonly is: 'taken' | 'refused' | 'crash'; readonly what: string; readonly tookMs: number }> {
  const start = process.cpuUsage()
  const tookMs = (): number => {
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
  try {
    await read(bytes)
    return { is: 'taken', what: '', tookMs: tookMs() }
  } catch (fault) {
    const isRefused = fault instanceof HubError && fault.code !== 'INTERNAL'
    return {
      is: isRefused ? 'refused' : 'crash',
      what: fault instanceof Error ? `${fault.name} ${(fault.stack ?? '').split('\n')[1]?.trim() ?? ''}` : 'no error',
      tookMs: tookMs(),
    }
  }
}
