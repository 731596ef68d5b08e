/** `korpu backlog`: what was not handed over yet, party by party. */
import type { Command } from 'commander'
import type { Backlog } from '#core/operations.ts'
import { withDatabase } from './database.ts'
import { type Answer, answering } from './output.ts'

export function addTo(program: Command): void {
  answering(program.command('backlog').description('what waits for each party, since when, and what is stuck and why'), show)
}

async function show(): Promise<Answer> {
  const now = new Date()
  const lanes = await withDatabase(({ operations }) => operations.backlog(now))
  return {
    yes: true,
    lines: lanes.length === 0 ? ['There are no parties.'] : lanes.flatMap((lane) => linesOf(lane, now)),
    json: { ok: true, at: now.toISOString(), parties: lanes.map(jsonOf) },
  }
}

function linesOf({ party, status, transport, silent, waiting, out, oldest, blocked, stuck }: Backlog, now: Date): readonly string[] {
  const age = oldest === undefined ? '' : `, the oldest for ${ageOf(now, oldest)}`
  const behind = blocked === 0 ? '' : `, ${blocked} of them behind one that is stuck`
  return [
    `${party} (${status}, ${transport}): ${waiting} waiting${age}, ${out} out${behind}`,
    ...(silent
      ? [
          `  does not answer for ${ageOf(now, silent.since)}; probes so far ${silent.probes}, next ${silent.probeAt?.toISOString() ?? 'now'}`,
        ]
      : []),
    ...stuck.map(({ state, code, count }) => `  ${state} ${code ?? '(no code)'}: ${count}`),
  ]
}

function ageOf(now: Date, then: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - then.getTime()) / 60_000))
  if (minutes < 120) return `${minutes} min`
  return minutes < 2880 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1440)} days`
}

const jsonOf = ({ silent, oldest, stuck, ...lane }: Backlog) => ({
  ...lane,
  oldest: oldest?.toISOString() ?? null,
  silent: silent ? { since: silent.since.toISOString(), probeAt: silent.probeAt?.toISOString() ?? null, probes: silent.probes } : null,
  stuck: stuck.map(({ state, code, count }) => ({ state, code: code ?? null, count })),
})
