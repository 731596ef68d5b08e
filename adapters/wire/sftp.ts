/** One session with a file server over SFTP: its key is pinned, and a file appears whole or not at all. It does not come back by itself. */
import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import ssh2, { type Algorithms, type SFTPWrapper } from 'ssh2'
import { PlainError } from '#core/plain-error.ts'

// CommonJS, whose names Node does not see.
const { Client, utils } = ssh2

export interface FileServer {
  /** `sftp://account@server:port/folder`; the path is the server's own, from its root. */
  readonly url: string
  /** Keys that it may show, as `ssh-keygen -l` writes them: `SHA256:` and base64. */
  readonly hostKeys: readonly string[]
}

/** Paths are below the folder of the server's address. */
export interface Session {
  /** The one that it showed. */
  readonly hostKey: string
  isOpen(): boolean
  makeFolder(path: string): Promise<void>
  names(folder: string): Promise<readonly string[]>
  /** At most `limit` bytes and one, which tells that there are more. */
  read(path: string, limit: number): Promise<Uint8Array>
  /** Under another name first; what had this name is replaced. */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** What had the new name is replaced. */
  move(from: string, to: string): Promise<void>
  close(): void
}

const CONNECT_TIMEOUT_MS = 10_000
const KEEP_ALIVE_MS = 15_000
const PORT = 22

/** Nothing with SHA-1, CBC or a group of less than 2048 bit. */
const ALGORITHMS: Algorithms = {
  kex: ['curve25519-sha256', 'curve25519-sha256@libssh.org', 'ecdh-sha2-nistp256', 'ecdh-sha2-nistp384', 'diffie-hellman-group14-sha256'],
  serverHostKey: ['ssh-ed25519', 'ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'rsa-sha2-512', 'rsa-sha2-256'],
  cipher: ['aes256-gcm@openssh.com', 'aes128-gcm@openssh.com', 'aes256-ctr', 'aes128-ctr'],
  hmac: ['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-512-etm@openssh.com', 'hmac-sha2-256', 'hmac-sha2-512'],
}

/** Throws a `PlainError` for what ssh2 cannot sign with. */
export function checkedSshKey(text: string): string {
  const parsed = utils.parseKey(text)
  if (!(parsed instanceof Error) && parsed.isPrivateKey()) return text
  throw new PlainError('The SFTP key cannot be used.', 'Make one with: ssh-keygen -t ed25519 -N "" -f FILE')
}

/** Rejects when the server shows another key, does not let the hub in, or is silent. What takes longer than `timeoutMs` later ends the session. */
export async function openSession({ url, hostKeys }: FileServer, privateKey: string, timeoutMs: number): Promise<Session> {
  const { hostname, port, username, pathname } = new URL(url)
  const client = new Client()
  let open = true
  let hostKey: string | undefined
  const opened = new Promise<SFTPWrapper>((resolve, reject) => {
    const ended = (fault?: Error): void => {
      open = false
      reject(hostKey !== undefined && !hostKeys.includes(hostKey) ? strangeKey() : (fault ?? new Error('the server ended the session')))
    }
    client
      // With Nagle's algorithm every single step waits some 40 ms.
      .on('ready', () => client.setNoDelay(true).sftp((fault, wrapper) => (fault ? ended(fault) : resolve(wrapper))))
      .on('error', ended)
      .on('close', () => ended())
      .connect({
        host: hostname.replace(/^\[|\]$/g, ''),
        port: Number(port || PORT),
        username: decodeURIComponent(username),
        privateKey,
        hostVerifier: (key: Buffer) => {
          hostKey = fingerprintOf(key)
          return hostKeys.includes(hostKey)
        },
        algorithms: ALGORITHMS,
        readyTimeout: CONNECT_TIMEOUT_MS,
        keepaliveInterval: KEEP_ALIVE_MS,
      })
  })
  const sftp = await inTime(timeoutMs, opened, () => undefined).catch((fault: unknown) => {
    client.destroy()
    throw fault
  })

  const root = decodeURIComponent(pathname) || '/'
  const at = (path: string): string => posix.join(root, path)
  const close = (): void => {
    open = false
    client.destroy()
  }
  const within = <T>(work: Promise<T>): Promise<T> => inTime(timeoutMs, work, close)
  const asked = <T = void>(ask: (done: (fault?: Error | null, value?: T) => void) => void): Promise<T> =>
    within(new Promise((resolve, reject) => ask((fault, value) => (fault ? reject(fault) : resolve(value as T)))))
  /** As OpenSSH renames: over what is there, in one step. Elsewhere in two. */
  const replace = async (from: string, to: string): Promise<void> => {
    try {
      await asked((done) => sftp.ext_openssh_rename(from, to, done))
    } catch (fault) {
      if (!isUnsupported(fault)) throw fault
      await asked((done) => sftp.unlink(to, done)).catch(() => undefined)
      await asked((done) => sftp.rename(from, to, done))
    }
  }

  return {
    hostKey: hostKey ?? '',
    isOpen: () => open,
    // A server says the same of one that is there and of one that it does not make; the first use tells them apart.
    makeFolder: (path) => asked((done) => sftp.mkdir(at(path), done)).catch(() => undefined),
    names: async (folder) => {
      const entries = await asked<readonly { readonly filename: string }[]>((done) => sftp.readdir(at(folder), done))
      return entries.map(({ filename }) => filename)
    },
    read: (path, limit) => within(collected(sftp.createReadStream(at(path), { end: limit }))),
    write: async (path, bytes) => {
      const unfinished = posix.join(posix.dirname(path), `.${posix.basename(path)}.part`)
      const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      await asked((done) => sftp.writeFile(at(unfinished), content, done))
      await replace(at(unfinished), at(path))
    },
    move: (from, to) => replace(at(from), at(to)),
    close,
  }
}

/** Rejects, after `give up`, when the work takes longer. */
export function inTime<T>(ms: number, work: Promise<T>, giveUp: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      giveUp()
      reject(new Error('the server did not answer in time'))
    }, ms)
    work.then(resolve, reject).finally(() => clearTimeout(late))
  })
}

const fingerprintOf = (key: Buffer): string => `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`

const strangeKey = (): PlainError =>
  new PlainError('The file server shows a key that is not registered.', 'Ask the party; if it has a new one, register its fingerprint.')

/** SSH_FX_OP_UNSUPPORTED, or what ssh2 throws before it asks. */
const isUnsupported = (fault: unknown): boolean =>
  (fault as { readonly code?: unknown }).code === 8 || (fault as Error).message.includes('does not support')

async function collected(chunks: AsyncIterable<Buffer>): Promise<Uint8Array> {
  const all: Buffer[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}
