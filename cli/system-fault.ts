/** What the operating system says about a port or a file, in a sentence. */
import { PlainError } from '#core/plain-error.ts'

interface SystemFault {
  readonly code?: string
  readonly port?: number
  readonly path?: string
}

const PORT_HINT =
  'Choose other ports: korpu serve has KORPU_EXCHANGE_PORT, KORPU_OPS_PORT and KORPU_CONSOLE_PORT, korpu demo has --port, --ops-port and --console-port.'
const FILE_HINT = 'Give this user the right, or choose another place: korpu serve has KORPU_DATA, korpu demo has --data.'

const OF_PORTS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another program',
  EACCES: 'may not be opened by this user',
}
const OF_FILES: Readonly<Record<string, string>> = {
  EACCES: 'may not be read or written by this user',
  EPERM: 'may not be changed by this user',
  EROFS: 'lies on a file system that cannot be written to',
  ENOSPC: 'cannot be written: the file system is full',
  ENOTDIR: 'cannot be made: something above it is not a folder',
  EEXIST: 'is there already, and is not what it should be',
  ENOENT: 'is not there, and cannot be made',
}

/** A `PlainError` where there is something that an operator can do; anything else as it is. */
export function plainFault(fault: unknown): unknown {
  if (!(fault instanceof Error)) return fault
  const { code = '', port, path } = fault as SystemFault
  if (port !== undefined && OF_PORTS[code]) return new PlainError(`Port ${port} ${OF_PORTS[code]}.`, PORT_HINT, fault)
  if (path !== undefined && OF_FILES[code]) return new PlainError(`${path} ${OF_FILES[code]}.`, FILE_HINT, fault)
  return fault
}
