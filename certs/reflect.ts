/**
 * `@peculiar/x509` wires itself with a container that wants three functions of the metadata proposal (which never became JavaScript).
 * These are all it calls; one file is less to trust than one more dependency. Import it before the library.
 */
type Metadata = Map<unknown, unknown>

const kept = new WeakMap<object, Metadata>()

function getOwnMetadata(key: unknown, target: object): unknown {
  return kept.get(target)?.get(key)
}

function getMetadata(key: unknown, target: object): unknown {
  for (let at: object | null = target; at !== null; at = Object.getPrototypeOf(at)) {
    if (kept.get(at)?.has(key)) return getOwnMetadata(key, at)
  }
  return undefined
}

function defineMetadata(key: unknown, value: unknown, target: object): void {
  kept.set(target, (kept.get(target) ?? new Map()).set(key, value))
}

if (!('getMetadata' in Reflect)) Object.assign(Reflect, { getOwnMetadata, getMetadata, defineMetadata })
