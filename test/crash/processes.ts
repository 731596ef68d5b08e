/** Processes as a crash sees them: killed without a word. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Kills PostgreSQL and all its children, as the out-of-memory killer or a power cut would. */
export async function killDatabase(dataDir: string): Promise<void> {
  const postmaster = databasePid(dataDir)
  if (postmaster === undefined) return
  const all = [postmaster, ...childrenOf(postmaster)]
  for (const pid of all) signal(pid, 'SIGKILL')
  await Promise.all(all.map((pid) => gone(pid)))
}

/** From the file that PostgreSQL keeps in its folder while it runs. */
export function databasePid(dataDir: string): number | undefined {
  const file = join(dataDir, 'database', 'postgres', 'postmaster.pid')
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined
}

export function childrenOf(pid: number): readonly number[] {
  const file = `/proc/${pid}/task/${pid}/children`
  if (existsSync(file)) return readFileSync(file, 'utf8').split(' ').filter(Boolean).map(Number)
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  return all.map((line) => line.trim().split(/ +/).map(Number)).flatMap(([child = 0, parent]) => (parent === pid ? [child] : []))
}

export function isRunning(pid: number): boolean {
  return signal(pid, 0)
}

/** Resolves when the process is no more; throws after `withinMs`. */
export async function gone(pid: number, withinMs = 30_000): Promise<void> {
  const until = Date.now() + withinMs
  while (isRunning(pid)) {
    if (Date.now() > until) throw new Error(`process ${pid} is still there`)
    await sleep(20)
  }
}

function signal(pid: number, name: 'SIGKILL' | 0): boolean {
  try {
    // A zombie still has its number; what it did is over.
    if (existsSync(`/proc/${pid}/stat`) && / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) return false
    return process.kill(pid, name)
  } catch {
    return false
  }
}
