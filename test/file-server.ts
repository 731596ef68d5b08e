/** OpenSSH's sshd for a suite: own port, host key and folder. Whoever has the client key of a party is let in, as the account that runs the tests. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { childrenOf } from './crash/processes.ts'
import { answers, freePort } from './port.ts'

/** For `describeWithTool`; Debian puts it where sshd is, too. */
export const SFTP_PROBE = ['/usr/lib/openssh/sftp-server', '-Q', 'requests'] as const
const SSHD = '/usr/sbin/sshd'
const PATIENCE_MS = 20_000

export interface FileServer {
  /** Where the account may write, on this machine. */
  readonly folder: string
  /** `sftp://…` of a folder in it. */
  urlOf(name: string): string
  readonly hostKey: string
  /** OpenSSH form, of the key that it lets in. */
  readonly clientKey: string
  readonly clientKeyFile: string
  stop(): Promise<void>
  /** SIGSTOP: it is there, and says nothing any more. */
  freeze(): void
  thaw(): void
}

export async function startFileServer(): Promise<FileServer> {
  const dir = join(tmpdir(), `korpu-sftp-${randomUUID()}`)
  const folder = join(dir, 'home')
  mkdirSync(folder, { recursive: true })
  chmodSync(dir, 0o755)
  for (const name of ['host', 'client']) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', join(dir, name)])
  writeFileSync(join(dir, 'authorized'), readFileSync(join(dir, 'client.pub')))
  const port = await freePort()
  writeFileSync(join(dir, 'sshd_config'), configuration(dir, port))
  // Where it gives up its rights, if it has any.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 })
  const [, hostKey = ''] = execFileSync('ssh-keygen', ['-lf', join(dir, 'host.pub')], { encoding: 'utf8' }).split(' ')
  let server: ChildProcess | undefined
  const start = async (): Promise<void> => {
    server = spawn(SSHD, ['-D', '-e', '-f', join(dir, 'sshd_config')], { stdio: 'ignore' })
    for (const until = Date.now() + PATIENCE_MS; !(await answers(port)); await sleep(50)) {
      if (Date.now() > until) throw new Error('sshd does not start')
    }
  }
  /** With the processes of its sessions. */
  const signal = (name: NodeJS.Signals): void => {
    if (server?.pid !== undefined) for (const pid of familyOf(server.pid)) process.kill(pid, name)
  }
  await start()
  return {
    folder,
    urlOf: (name) => `sftp://${encodeURIComponent(userInfo().username)}@127.0.0.1:${port}${folder}/${name}`,
    hostKey,
    clientKey: readFileSync(join(dir, 'client'), 'utf8'),
    clientKeyFile: join(dir, 'client'),
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    stop: async () => {
      if (server?.exitCode === null && server.signalCode === null) signal('SIGKILL')
      while (await answers(port)) await sleep(20)
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

const configuration = (dir: string, port: number): string => `ListenAddress 127.0.0.1:${port}
HostKey ${dir}/host
AuthorizedKeysFile ${dir}/authorized
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin yes
StrictModes no
UsePAM no
PidFile none
Subsystem sftp internal-sftp
`

const familyOf = (pid: number): readonly number[] => [pid, ...childrenOf(pid).flatMap(familyOf)]
