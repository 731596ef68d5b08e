/** The thread that speaks with a PKCS#11 module: finds one private key, then signs what it is asked to, one after the other. */
import { hash } from 'node:crypto'
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type Pkcs11 from 'pkcs11js'
import type { Algorithm } from '#core/signature/algorithms.ts'

export interface TokenKey {
  readonly module: string
  /** Label of the token. */
  readonly token: string
  /** Label of the private key on it. */
  readonly object: string
  readonly pin: string
}

export interface Asked {
  readonly algorithm: Algorithm['id']
  readonly bytes: Uint8Array
}

export type Told = { readonly signature: Uint8Array } | { readonly fault: string }

type Handle = Pkcs11.Handle

/** PKCS#11 v3.0; the library does not name it. */
const CKM_EDDSA = 0x1057

/** Longest raw signature: RSA of 4096 bit. */
const LONGEST = 512

function library(): typeof Pkcs11 {
  try {
    return createRequire(import.meta.url)('pkcs11js')
  } catch {
    throw new Error('The native part of pkcs11js is not built: npm run build:pkcs11 (needs a compiler).')
  }
}

/** What is signed, and how, for each algorithm: PKCS#11 v3.0, sections 2.1.7, 2.3.5 and 2.3.14. */
function mechanisms(
  lib: typeof Pkcs11,
): Readonly<Record<Algorithm['id'], { readonly hash?: string; readonly mechanism: Pkcs11.Mechanism }>> {
  const pss = (hashAlg: number, mgf: number, saltLen: number): Pkcs11.Mechanism => ({
    mechanism: lib.CKM_RSA_PKCS_PSS,
    parameter: { type: lib.CK_PARAMS_RSA_PSS, hashAlg, mgf, saltLen } as Pkcs11.RsaPSS,
  })
  return {
    ES256: { hash: 'sha256', mechanism: { mechanism: lib.CKM_ECDSA } },
    ES384: { hash: 'sha384', mechanism: { mechanism: lib.CKM_ECDSA } },
    PS256: { hash: 'sha256', mechanism: pss(lib.CKM_SHA256, lib.CKG_MGF1_SHA256, 32) },
    PS384: { hash: 'sha384', mechanism: pss(lib.CKM_SHA384, lib.CKG_MGF1_SHA384, 48) },
    EdDSA: { mechanism: { mechanism: CKM_EDDSA } },
  }
}

function openToken({ module, token, object, pin }: TokenKey): (asked: Asked) => Uint8Array {
  const lib = library()
  const pkcs11 = new lib.PKCS11()
  step('The PKCS#11 module cannot be loaded.', () => pkcs11.load(module))
  step('The PKCS#11 module cannot be started.', () =>
    unless(lib.CKR_CRYPTOKI_ALREADY_INITIALIZED, () => pkcs11.C_Initialize({ flags: lib.CKF_OS_LOCKING_OK })),
  )
  const open = (): { readonly session: Handle; readonly key: Handle } => {
    const slot = pkcs11.C_GetSlotList(true).find((one) => pkcs11.C_GetTokenInfo(one).label.trim() === token)
    if (!slot) throw new Error('The module knows no token of that name.')
    const session = pkcs11.C_OpenSession(slot, lib.CKF_SERIAL_SESSION)
    step('The token does not take the PIN.', () => unless(lib.CKR_USER_ALREADY_LOGGED_IN, () => pkcs11.C_Login(session, lib.CKU_USER, pin)))
    pkcs11.C_FindObjectsInit(session, [
      { type: lib.CKA_CLASS, value: lib.CKO_PRIVATE_KEY },
      { type: lib.CKA_LABEL, value: object },
    ])
    const [key, ...others] = pkcs11.C_FindObjects(session, 2)
    pkcs11.C_FindObjectsFinal(session)
    if (!key || others.length > 0) throw new Error('The token has no private key of that name, or several.')
    return { session, key }
  }
  const known = mechanisms(lib)
  let opened = open()
  const sign = ({ algorithm, bytes }: Asked): Uint8Array => {
    const { hash: name, mechanism } = known[algorithm]
    pkcs11.C_SignInit(opened.session, mechanism, opened.key)
    return Uint8Array.from(
      pkcs11.C_Sign(opened.session, name === undefined ? Buffer.from(bytes) : hash(name, bytes, 'buffer'), Buffer.alloc(LONGEST)),
    )
  }
  return (asked) => {
    try {
      return sign(asked)
    } catch {
      // A token that was away, or has ended the session: once more with a new one.
      step('The token cannot be opened again.', () => {
        opened = open()
      })
      return step('The token does not sign.', () => sign(asked))
    }
  }
}

/** A module is started once, and a user logs in once, for all threads of a process. */
function unless(code: number, act: () => void): void {
  try {
    act()
  } catch (fault) {
    if ((fault as Pkcs11.Pkcs11Error).code !== code) throw fault
  }
}

function step<T>(fault: string, act: () => T): T {
  try {
    return act()
  } catch (cause) {
    throw new Error(fault, { cause })
  }
}

const told = (act: () => Uint8Array): Told => {
  try {
    return { signature: act() }
  } catch (fault) {
    return { fault: fault instanceof Error ? fault.message : 'The token does not answer.' }
  }
}

let sign: (asked: Asked) => Uint8Array = () => new Uint8Array()
const opened = told(() => {
  sign = openToken(workerData as TokenKey)
  return new Uint8Array()
})
parentPort?.on('message', (asked: Asked) => parentPort?.postMessage(told(() => sign(asked))))
parentPort?.postMessage(opened)
