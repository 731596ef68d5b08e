/** `korpu serve`: the hub. */
import type { Command } from 'commander'
import { type Config, readConfig } from '#config'
import type { Clock } from '#core/ports.ts'
import { createLog } from '#log'
import { type RunningHub, startHub } from '#main'
import { EXIT, failWith } from './output.ts'
import { askedToEnd } from './signals.ts'

export function addTo(program: Command): void {
  program
    .command('serve')
    .description('run the hub; every setting is an environment variable, nothing set = embedded database')
    .action(() => serve())
}

/** Until it is asked to end. `onServing` gets the hub that runs; both arguments are for those who run a hub in a time of their own. */
export async function serve(clock?: Clock, onServing?: (hub: RunningHub) => void): Promise<void> {
  const asked = askedToEnd()
  try {
    const config = readConfig()
    const hub = await startHub(config, createLog(config.logLevel), clock)
    onServing?.(hub)
    tell(hub, config)
    await asked
    await hub.stop()
    process.exit(EXIT.done)
  } catch (fault) {
    failWith(fault)
    process.exit(EXIT.couldNotRun)
  }
}

/** A parent that holds a channel (the demo) is told the ports through it; where it died meanwhile, nobody is. */
function tell({ exchangePort, opsPort, consolePort }: RunningHub, { exchangeBind, opsBind, consoleBind }: Config): void {
  if (process.send) process.send({ exchangePort, opsPort, consolePort }, undefined, undefined, () => undefined)
  else {
    const doors = `exchange on ${exchangeBind}:${exchangePort}, health on ${opsBind}:${opsPort}, console on ${consoleBind}:${consolePort}`
    process.stderr.write(`korpu is serving: ${doors}.\n`)
  }
}
