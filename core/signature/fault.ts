/** A problem document as a SOAP fault (SOAP 1.2 part 1, section 5.4). */
import { xmlBytesOf } from '#core/codec/xml-writer.ts'
import type { Element } from '#core/message.ts'
import { outsideProfile } from './grammar.ts'
import { at } from './values.ts'
import { elementIn } from './written.ts'
import { SOAP } from './wss-names.ts'

export type FaultOf = 'Sender' | 'Receiver'

export const FAULT = { name: 'Fault', namespace: SOAP } as const

const LANG = '{http://www.w3.org/XML/1998/namespace}lang'
const soap = elementIn(SOAP)

/** The child of Body, to stand in an envelope of ours: its code is named by a prefix that such an envelope declares. */
export function faultBytesOf(problem: Element, of: FaultOf, reason: string): Uint8Array {
  const code = soap('Code', {}, [soap('Value', {}, `soap:${of}`)])
  const why = soap('Reason', {}, [soap('Text', { [LANG]: 'en' }, reason)])
  return xmlBytesOf(soap(FAULT.name, {}, [code, why, soap('Detail', {}, [problem])]))
}

/** The problem in a fault. Throws SIGNATURE_INVALID where there is none. */
export function problemInFault(fault: Element): Element {
  const [problem] = at(fault, 'Detail').children
  if (!problem) throw outsideProfile('The fault has no problem document')
  return problem
}
