/** Receipts and problems between record and bytes; signed as documents of their own kind (contract, section 3). */
import { issuesOf } from '#core/codec/issues.ts'
import { canonicalJson } from '#core/codec/jcs.ts'
import { elementOfRecord, recordOfElement, xpathIn } from '#core/codec/xml-records.ts'
import { xmlBytesOf } from '#core/codec/xml-writer.ts'
import { hubError } from '#core/errors.ts'
import type { Element, JsonObject, Receipt, Syntax, Tree } from '#core/message.ts'
import type { Problem } from '#schemas/generated/types.ts'
import { faultsOf, shapeOf } from '#schemas/index.ts'

type RecordName = 'Receipt' | 'Problem'

/** Unsigned bytes, canonical in either syntax. */
export function receiptBytesOf(receipt: Receipt, syntax: Syntax): Uint8Array {
  return bytesOf('Receipt', receipt as unknown as JsonObject, syntax)
}

/** Unsigned bytes, canonical in either syntax. */
export function problemBytesOf(problem: Problem, syntax: Syntax): Uint8Array {
  return bytesOf('Problem', problem as unknown as JsonObject, syntax)
}

/** As it stands in the detail of a SOAP fault. */
export function problemElementOf(problem: Problem): Element {
  return elementOf('Problem', problem as unknown as JsonObject)
}

/** Throws PAYLOAD_INVALID with every fault. */
export function readReceipt(tree: Tree): Receipt {
  return read('Receipt', tree) as unknown as Receipt
}

/** Throws PAYLOAD_INVALID with every fault. */
export function readProblem(tree: Tree): Problem {
  return read('Problem', tree) as unknown as Problem
}

function bytesOf(name: RecordName, value: JsonObject, syntax: Syntax): Uint8Array {
  return syntax === 'xml' ? xmlBytesOf(elementOf(name, value)) : new TextEncoder().encode(canonicalJson(value))
}

function elementOf(name: RecordName, value: JsonObject): Element {
  return elementOfRecord(shapeOf(name), name, value)
}

function read(name: RecordName, tree: Tree): JsonObject {
  const shape = shapeOf(name)
  const { value, issues: known } = tree.syntax === 'xml' ? recordOfElement(shape, tree.root, `/${name}`) : { value: tree.root, issues: [] }
  const pathOf = (pointer: string) => (tree.syntax === 'xml' ? xpathIn(shape, `/${name}`, pointer) : pointer)
  const issues = issuesOf(faultsOf(name, value), pathOf, known)
  if (issues.length > 0) throw hubError('PAYLOAD_INVALID', { issues })
  return value
}
