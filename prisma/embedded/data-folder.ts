import { chmodSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Makes the hub's data folder where it is missing, so that everyone may pass through it whatever the umask: for root, the database below runs as another account. */
export function makeDataFolder(folder: string): void {
  const whole = resolve(folder)
  const first = mkdirSync(whole, { recursive: true })
  if (first === undefined) return
  for (let made = whole; made.length >= first.length; made = dirname(made)) chmodSync(made, 0o755)
}
