/** Between canonical pointers and the party's own bytes. */
import type { Loss } from '#core/adapter.ts'
import type { JsonValue } from '#core/message.ts'
import type { Binding, Plan } from './plan.ts'
import type { Scalar } from './rows.ts'
import type { PathStyle } from './wire.ts'

/**
 * Where a JSON Pointer into the message (`/body/evidence/1/code`) stands on the wire, `root` being the path of the whole. For a record, or a field that is
 * not carried, it is the nearest place that holds everything around it.
 */
export function wirePathOf(bindings: readonly Binding[], pointer: string, root: string, style: PathStyle): string {
  const { name, indexes } = canonicalOf(pointer)
  const steps = commonStart(nearest(bindings, name).map(({ wire }) => wire.split('/')))
  return steps.reduce((path, step) => {
    const member = style.member(path, step.replace('[]', ''))
    const index = step.endsWith('[]') ? indexes.shift() : undefined
    return index === undefined ? member : style.item(member, index)
  }, root)
}

/** `/body/evidence/1/code` is `body.evidence[].code`, item 1. */
function canonicalOf(pointer: string): { readonly name: string; readonly indexes: number[] } {
  const steps = pointer.split('/').slice(1)
  const indexes = steps.filter(isIndex).map(Number)
  return { name: steps.join('.').replaceAll(/\.\d+(?=\.|$)/g, '[]'), indexes }
}

const isIndex = (step: string): boolean => /^\d+$/.test(step)

/** What stands at or below a canonical path; where nothing does, at or below the one around it. */
function nearest(bindings: readonly Binding[], name: string): readonly Binding[] {
  const found = bindings.filter(
    ({ canonical }) => canonical === name || canonical.startsWith(`${name}.`) || canonical.startsWith(`${name}[]`),
  )
  if (found.length > 0 || name === '') return found
  return nearest(bindings, name.replace(/(?:\[\]|\.?[^.[]+)$/, ''))
}

function commonStart([first = [], ...others]: readonly (readonly string[])[]): readonly string[] {
  const end = first.findIndex((step, i) => others.some((other) => other[i] !== step))
  return end === -1 ? first : first.slice(0, end)
}

/** The leaves of a part (`header`, `body`) that no row carries, or whose value no place can say. */
export function lostIn({ leaves }: Plan, part: string, value: JsonValue): readonly Loss[] {
  return leavesIn(value, `/${part}`, part).flatMap(({ pointer, name, value: leaf }) => {
    const places = leaves.get(name) ?? []
    const isCarried = places.some(({ format }) => !format || format.toWire(String(leaf)) !== undefined)
    return isCarried ? [] : [lossAt(pointer, String(leaf), places)]
  })
}

function lossAt(pointer: string, value: string, places: readonly Binding[]): Loss {
  const format = places.find((place) => place.format?.whyNot)?.format
  return format?.whyNot ? { pointer, expected: format.expected, hint: format.whyNot(value) } : { pointer }
}

interface LeafValue {
  readonly pointer: string
  /** As in a binding. */
  readonly name: string
  readonly value: Scalar
}

function leavesIn(value: JsonValue | undefined, pointer: string, name: string): readonly LeafValue[] {
  if (value === undefined || value === null) return []
  if (typeof value !== 'object') return [{ pointer, name, value }]
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesIn(item, `${pointer}/${index}`, `${name}[]`))
  return Object.entries(value).flatMap(([member, inner]) => leavesIn(inner, `${pointer}/${member}`, `${name}.${member}`))
}
