/** Passwords: Argon2id. */
import { hash, verify } from '@node-rs/argon2'

/** OWASP Password Storage Cheat Sheet; Argon2id is what the library uses when it is not told otherwise. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** At once; others wait. Each takes 19 MiB and a core. */
const AT_ONCE = 2
const LEAST = 12
const MOST = 200

let free = AT_ONCE
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free -= 1
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
}

export const hashOfPassword = (password: string): Promise<string> => inTurn(() => hash(normal(password), COST))

/** Without a hash (no such account) it takes as long, and is `false`. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  nobodys ??= hashOfPassword(crypto.randomUUID())
  const against = kept ?? (await nobodys)
  const right = await inTurn(() => verify(against, normal(password)))
  return right && kept !== undefined
}

let nobodys: Promise<string> | undefined

/** Long is what counts (NIST SP 800-63B, section 5.1.1.2); the name itself, or one character over and over, is no password. */
export function isStrong(password: string, name: string): boolean {
  const letters = Array.from(normal(password))
  const plain = normal(password).toLowerCase()
  return letters.length >= LEAST && letters.length <= MOST && new Set(letters).size >= 5 && !plain.includes(name)
}

/** The same word typed on another keyboard is the same password. */
const normal = (password: string): string => password.normalize('NFKC')
