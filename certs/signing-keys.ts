/**
 * The hub's signing keys: that of the settings, and those in a file beside it that may grow while the hub runs. A key signs from its time on; the ones
 * before it stay known, so that what they signed can be verified. A treaty may have a key of its own.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Static, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { PlainError } from '#core/plain-error.ts'
import type { Keys, OwnKey } from '#core/ports.ts'
import { certificateOf } from '#core/signature/certificate.ts'
import type { SigningKey } from '#core/signature/key.ts'
import { readSigningKey } from './keys.ts'
import { readCertificates } from './pem.ts'
import { isPkcs11, pkcs11Key } from './pkcs11.ts'
import { refuseDevelopmentCertificates } from './production.ts'

const TIME = '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z$'

export const Entry = Type.Object(
  {
    cert: Type.String({ minLength: 1, description: 'PEM file of its certificate, from the folder of this file' }),
    key: Type.Optional(Type.String({ minLength: 1, description: 'PEM file or `pkcs11:` URI; absent once it signs no more' })),
    passphraseFile: Type.Optional(Type.String({ minLength: 1 })),
    from: Type.String({ pattern: TIME, description: 'from when on it signs, UTC' }),
    agreements: Type.Optional(Type.Array(Type.String({ minLength: 1 }), { minItems: 1, description: 'only under these treaties' })),
  },
  { additionalProperties: false },
)
const SigningKeyFile = Type.Object({ keys: Type.Array(Entry) }, { additionalProperties: false })

export type KeyEntry = Static<typeof Entry>

export interface SigningKeys extends Keys {
  /** Reads the file again if it has changed; says whether it had. Throws a `PlainError` for one that is wrong, and goes on with what it had. */
  refresh(): Promise<boolean>
}

/** Those of the settings; without one, in the data folder. */
export const signingKeyFile = ({ signKeys, data }: { readonly signKeys: string | undefined; readonly data: string }): string =>
  signKeys ?? join(data, 'signing-keys.json')

/** The first of all, known by the settings. */
export interface FirstKey {
  readonly signKeyFile: string
  readonly signCertFile: string
  readonly passphraseFile?: string
}

interface Loaded extends OwnKey {
  readonly key: SigningKey | undefined
}

/** @param production refuses what was made for development */
export async function openSigningKeys(first: FirstKey, file: string, now: () => Date, production = false): Promise<SigningKeys> {
  const own = await loaded(
    { cert: first.signCertFile, key: first.signKeyFile, ...passphraseOf(first), from: new Date(0).toISOString() },
    '/',
    production,
  )
  const added = async (): Promise<readonly Loaded[]> =>
    Promise.all(entriesIn(file).map((entry) => loaded(entry, dirname(file), production)))
  let text = textOf(file)
  let keys = [own, ...(await added())]
  return {
    signing: (agreement) => signingKeyIn(keys, now(), agreement),
    own: () => keys,
    refresh: async () => {
      const next = textOf(file)
      if (next === text) return false
      keys = [own, ...(await added())]
      text = next
      return true
    },
  }
}

/** Of those whose time has come and whose certificate is valid: the newest of the treaty, else the newest of all treaties. */
function signingKeyIn(keys: readonly Loaded[], now: Date, agreement: string | undefined): SigningKey {
  const ready = keys.filter(({ key, from }) => key && from <= now)
  const valid = ready.filter(({ certificate }) => certificate.validFrom <= now && now <= certificate.validUntil)
  const open = (valid.length > 0 ? valid : ready).toSorted((one, other) => other.from.getTime() - one.from.getTime())
  const forTreaty = open.find(({ agreements }) => agreement !== undefined && agreements.includes(agreement))
  const found = forTreaty ?? open.find(({ agreements }) => agreements.length === 0) ?? keys[0]
  if (!found?.key) throw new PlainError('No signing key is left.', 'Check the file of the signing keys (korpu keys list).')
  return found.key
}

/** The entries of the file, none where there is no file. */
export function entriesIn(file: string): readonly KeyEntry[] {
  const text = textOf(file)
  if (text === '') return []
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new PlainError(`${file} is not JSON.`, 'It is written by korpu keys add.', cause)
  }
  const fault = Value.Errors(SigningKeyFile, json).First()
  if (fault) throw new PlainError(`${file} is wrong at ${fault.path || '/'}: ${fault.message}.`, 'It is written by korpu keys add.')
  return (json as Static<typeof SigningKeyFile>).keys
}

/** Opens the key, so that one that cannot sign is refused before it is needed. */
async function loaded({ cert, key, from, agreements = [], ...more }: KeyEntry, folder: string, production: boolean): Promise<Loaded> {
  const signCertFile = resolve(folder, cert)
  if (production) refuseDevelopmentCertificates([signCertFile])
  const near = (name: string): string => (isPkcs11(name) ? name : resolve(folder, name))
  const signing =
    key === undefined ? undefined : await openSigningKey(near(key), signCertFile, more.passphraseFile && near(more.passphraseFile))
  const certificate = certificateOf(readCertificates(signCertFile)[0].der)
  return { key: signing, certificate, from: new Date(from), agreements, signs: signing !== undefined }
}

/** @param key a file, or the name of a key on a token. */
export function openSigningKey(key: string, signCertFile: string, passphraseFile: string | undefined): Promise<SigningKey> | SigningKey {
  if (isPkcs11(key)) return pkcs11Key(key, signCertFile)
  return readSigningKey({ signKeyFile: key, signCertFile, ...passphraseOf({ passphraseFile }) })
}

const passphraseOf = ({ passphraseFile }: { readonly passphraseFile?: string | undefined }) =>
  passphraseFile === undefined ? {} : { passphraseFile }

const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')
