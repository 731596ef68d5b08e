/** The command. Only the file of the command that was asked for is loaded; help loads all of them. */
import { Command, CommanderError } from 'commander'
import { EXIT, failWith } from './output.ts'

interface CommandFile {
  addTo(program: Command): void
}

const COMMANDS: Readonly<Record<string, () => Promise<CommandFile>>> = {
  serve: () => import('./serve.ts'),
  demo: () => import('./demo.ts'),
  sign: () => import('./sign.ts'),
  verify: () => import('./verify.ts'),
  validate: () => import('./validate.ts'),
  convert: () => import('./convert.ts'),
  send: () => import('./send.ts'),
  party: () => import('./party.ts'),
  hold: () => import('./hold.ts'),
  resume: () => import('./hold.ts'),
  backlog: () => import('./backlog.ts'),
  replay: () => import('./replay.ts'),
  erase: () => import('./erase.ts'),
  replays: () => import('./replay.ts'),
  skip: () => import('./give-up.ts'),
  cancel: () => import('./give-up.ts'),
  audit: () => import('./audit.ts'),
  evidence: () => import('./evidence.ts'),
  limits: () => import('./limits.ts'),
  keys: () => import('./keys.ts'),
  pki: () => import('./pki.ts'),
  statistics: () => import('./statistics.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  move: () => import('./move.ts'),
  admin: () => import('./admin.ts'),
  lab: () => import('./lab.ts'),
  doctor: () => import('./doctor.ts'),
}

const program = new Command('korpu')
  .description('Hub for readmission messages between European states and Azerbaijani agencies')
  .exitOverride()
  .showHelpAfterError('(korpu COMMAND --help says more)')

try {
  const asked = COMMANDS[process.argv[2] ?? '']
  const files = await Promise.all((asked ? [asked] : Object.values(COMMANDS)).map((load) => load()))
  for (const file of new Set(files)) file.addTo(program)
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) failWith(error)
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? EXIT.done : EXIT.couldNotRun
}
