/** Whether the tree heads of a hub still seal its audit trail: each follows the one before, has the root of the links that it covers, and was signed by the hub. */
import { parseJson } from '#core/codec/json.ts'
import { HubError } from '#core/errors.ts'
import type { StoredTreeHead } from '#core/ports.ts'
import { certificateOf } from '#core/signature/certificate.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import { rootOf } from './merkle.ts'
import { verifiedAs } from './signed.ts'
import type { Judging } from './trusting.ts'

/**
 * What is wrong with a tree head, to be read after its number; `undefined` when nothing is.
 * @param previous the one before it, none for the first.
 * @param ends heads of the chains after each link that it covers, as they stand in the trail.
 */
export async function treeHeadFault(
  head: StoredTreeHead,
  previous: StoredTreeHead | undefined,
  ends: readonly Uint8Array[],
  trusting: Judging,
): Promise<string | undefined> {
  if (head.number !== (previous?.number ?? 0) + 1) return 'does not follow the one before it: some are missing'
  try {
    const document = { mediaType: 'application/json', bytes: head.bytes, signature: head.signature } as const
    const { signer } = await verifiedAs('TreeHead', document, (_, der) => der && { party: '', certificate: certificateOf(der) })
    const why = trusting(signer.certificate, signer.signedAt)
    if (why !== undefined) return `was signed with a certificate that ${why}`
    const said = parseJson(head.bytes)
    if (said.number !== head.number) return 'says that it has another number'
    if (said.previous !== (previous && sha256Hex(previous.bytes))) return 'names another one before it'
    if (said.size !== ends.length) return `covers another number of links than the ${ends.length} that are there`
    if (said.root !== Buffer.from(rootOf(ends)).toString('hex')) return 'was made over other links than are there now'
    return undefined
  } catch (fault) {
    if (!(fault instanceof HubError)) throw fault
    return 'has a signature that does not hold'
  }
}
