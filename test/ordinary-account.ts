/** Another account, for what must also work without rights. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const ROOT = process.getuid?.() === 0
/** `nobody` on most systems; an account needs no name to run something. */
export const NOBODY = 65_534

/** For root another account, else our own. */
export const ORDINARY: { readonly uid?: number; readonly gid?: number } = ROOT ? { uid: NOBODY, gid: NOBODY } : {}

/** Where the clone lies below a folder that only root may enter, no other account can run it. `KORPU_TEST_REQUIRE=all` asks for a folder where one can. */
export const CLONE_IS_REACHABLE =
  process.env.KORPU_TEST_REQUIRE === 'all' ||
  spawnSync(process.execPath, [fileURLToPath(import.meta.resolve('#cli/korpu.js')), '--help'], { cwd: '/', ...ORDINARY }).status === 0

/** For the name of a test that is left out. */
export const UNLESS_REACHABLE = CLONE_IS_REACHABLE ? '' : ' (left out: only root may enter the folder of this clone)'
