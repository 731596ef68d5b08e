/** A grammar for signatures: every element, its attributes and its exact children. Anything else is refused. */
import { type HubError, hubError } from '#core/errors.ts'
import type { Element } from '#core/message.ts'

/** One element of a grammar. Attributes with a trailing `?` may be absent; `holds` is `text`, `nothing` or the children in order. */
export interface Part {
  readonly namespace: string
  readonly name: string
  readonly attributes: readonly string[]
  readonly holds: 'text' | 'nothing' | readonly Slot[]
}

interface Slot {
  readonly part: Part
  readonly min: number
  readonly max: number
}

export const partIn =
  (namespace: string) =>
  (name: string, attributes: readonly string[], holds: Part['holds']): Part => ({ namespace, name, attributes, holds })

export const one = (part: Part): Slot => ({ part, min: 1, max: 1 })
export const optional = (part: Part): Slot => ({ part, min: 0, max: 1 })
export const between = (min: number, max: number, part: Part): Slot => ({ part, min, max })

/** Throws SIGNATURE_INVALID, naming the place in the grammar, unless the element is exactly this part. */
export function demandPart(element: Element, part: Part): void {
  if (!isPart(element, part)) throw outsideProfile(`${part.name} is missing or not in its place`)
  demand(element, part, part.name)
}

/** A sentence about the rule that was broken; never a value. */
export function outsideProfile(detail: string): HubError {
  return hubError('SIGNATURE_INVALID', { stage: 'verify', detail })
}

/** The text of a leaf without the white space that partners' tools put around it. */
export function leafText(element: Element): string {
  return element.text.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '')
}

function demand(element: Element, part: Part, path: string): void {
  demandAttributes(element, part, path)
  if (part.holds === 'text' || part.holds === 'nothing') demandLeaf(element, part.holds, path)
  else demandChildren(element, part.holds, path)
}

function demandAttributes(element: Element, part: Part, path: string): void {
  const given = Object.keys(element.attributes)
  const isKnown = (name: string): boolean => part.attributes.includes(name) || part.attributes.includes(`${name}?`)
  if (!given.every(isKnown)) throw outsideProfile(`${path} has an attribute outside the profile`)
  const missing = part.attributes.find((name) => !name.endsWith('?') && !given.includes(name))
  if (missing) throw outsideProfile(`${path} lacks its attribute ${missing}`)
}

function demandLeaf(element: Element, holds: 'text' | 'nothing', path: string): void {
  if (element.children.length > 0) throw outsideProfile(`${path} must not have children`)
  if ((leafText(element) === '') !== (holds === 'nothing')) throw outsideProfile(`${path} must hold ${holds}`)
}

function demandChildren(element: Element, slots: readonly Slot[], path: string): void {
  let next = 0
  for (const { part, min, max } of slots) {
    const here = `${path}/${part.name}`
    let count = 0
    for (let child = element.children[next]; child && isPart(child, part) && count < max; child = element.children[next]) {
      demand(child, part, here)
      next++
      count++
    }
    if (count < min) throw outsideProfile(`${here} is missing or not in its place`)
  }
  if (next < element.children.length) throw outsideProfile(`${path} holds something outside the profile`)
}

function isPart(element: Element, part: Part): boolean {
  return element.name === part.name && element.namespace === part.namespace
}
