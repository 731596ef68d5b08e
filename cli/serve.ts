/** `korpu serve`: the hub. */
import type { Command } from 'commander'
import { readConfig } from '#config'
import { createLog } from '#log'
import { startHub } from '#main'
import { EXIT, failWith } from './output.ts'
import { askedToEnd } from './signals.ts'

export function addTo(program: Command): void {
  program
    .command('serve')
    .description('run the hub; every setting is an environment variable, nothing set = embedded database')
    .action(serve)
}

async function serve(): Promise<void> {
  const asked = askedToEnd()
  try {
    const config = readConfig()
    const hub = await startHub(config, createLog(config.logLevel))
    const { exchangePort, opsPort } = hub
    // A parent that holds a channel (the demo) is told the same in its own way.
    if (process.send) process.send({ exchangePort, opsPort })
    else
      process.stderr.write(
        `korpu is serving: exchange on ${config.exchangeBind}:${exchangePort}, health on ${config.opsBind}:${opsPort}.\n`,
      )
    await asked
    await hub.stop()
    process.exit(EXIT.done)
  } catch (fault) {
    failWith(fault)
    process.exit(EXIT.couldNotRun)
  }
}
