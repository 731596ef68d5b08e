/** `korpu serve`: the hub. */
import type { Command } from 'commander'
import { readConfig } from '#config'
import { PlainError } from '#core/plain-error.ts'
import { createLog } from '#log'
import { startHub } from '#main'
import { EXIT, failWith } from './output.ts'

export function addTo(program: Command): void {
  program
    .command('serve')
    .description('run the hub; every setting is an environment variable, nothing set = embedded database')
    .action(serve)
}

async function serve(): Promise<void> {
  try {
    const config = readConfig()
    const hub = await startHub(config, createLog(config.logLevel))
    process.stderr.write(
      `korpu is serving: exchange on ${config.exchangeBind}:${hub.exchangePort}, health on ${config.opsBind}:${hub.opsPort}.\n`,
    )
    await asked()
    await hub.stop()
    process.exit(EXIT.done)
  } catch (fault) {
    failWith(listeningFault(fault))
    process.exit(EXIT.couldNotRun)
  }
}

function asked(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve())
    process.once('SIGINT', () => resolve())
  })
}

/** What node says about a port, in a sentence. */
function listeningFault(fault: unknown): unknown {
  const { code, port } = fault as { code?: string; port?: number }
  if (code === 'EADDRINUSE') {
    return new PlainError(
      `Port ${port} is taken by another program.`,
      'Stop that program, or choose other ports with KORPU_EXCHANGE_PORT and KORPU_OPS_PORT.',
      fault,
    )
  }
  if (code === 'EACCES' && port !== undefined) {
    return new PlainError(`Port ${port} may not be opened by this user.`, 'Choose a port above 1023 with KORPU_EXCHANGE_PORT.', fault)
  }
  return fault
}
