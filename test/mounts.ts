/** A file system of its own to fill: only root may make one, and not in every container. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './ordinary-account.ts'

export const MOUNTS = ROOT && mountsWork()
export const UNLESS_MOUNTS = MOUNTS ? '' : ' (left out: no file system may be mounted here)'

function mountsWork(): boolean {
  const at = mkdtempSync(join(tmpdir(), 'korpu-mount-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', at]).status === 0
  if (mounted) spawnSync('umount', [at])
  rmSync(at, { recursive: true })
  return mounted
}
