/** What a party said to a test delivery, as the hub would take it. */
import { HubError } from '#core/errors.ts'
import { signerMayStillSign, verifiedOf } from '#core/flow/proof.ts'
import type { Receipt, SignedDocument, Verified } from '#core/message.ts'
import { readReceipt } from '#core/signature/receipt.ts'
import type { Words } from '#schemas/words.ts'
import type { Lab, LabSaid, LabSilence } from './lab.ts'

/** `taken`: handed over, as far as can be told; `refused`: by a status of 4xx or a signed refusal. */
export type Meaning = 'taken' | 'refused' | 'unclear'

/** A statement that the hub would believe, whatever it says; or why it would not. */
export type Believed = { readonly receipt: Receipt; readonly verified: Verified } | HubError

export async function believed({ hub, party }: Lab, statement: SignedDocument): Promise<Believed> {
  try {
    const verified = await verifiedOf(hub, statement, party, 'Receipt')
    signerMayStillSign(hub, verified.signer)
    return { receipt: readReceipt(verified.tree), verified }
  } catch (fault) {
    if (fault instanceof HubError) return fault
    throw fault
  }
}

/** Receipts are judged by steps of their own: here even a bad one is one. */
export async function meaningOf(lab: Lab, { status = 200, why, statement }: LabSaid): Promise<Meaning> {
  if (statement && status < 300) {
    const read = await believed(lab, statement)
    return !(read instanceof HubError) && read.receipt.event === 'ConsignmentRejection' ? 'refused' : 'taken'
  }
  if (why !== undefined) return 'unclear'
  if (status >= 400 && status < 500 && status !== 408 && status !== 429) return 'refused'
  return 'unclear'
}

const SILENCES: Readonly<Record<LabSilence, Words>> = {
  tls: ['the TLS handshake failed', 'TLS əlaqəsi qurulmadı'],
  unreachable: ['no connection came about', 'bağlantı yaranmadı'],
  broken: ['the connection ended before an answer', 'bağlantı cavabdan əvvəl kəsildi'],
  late: ['no receipt came in time', 'qəbz vaxtında gəlmədi'],
  untaken: ['it was not taken out of the mailbox in time', 'poçt qutusundan vaxtında götürülmədi'],
}

/** As the end of a sentence about what happened. */
export function wordsOf({ status, why, statement }: LabSaid): Words {
  if (status === 202 && why === 'late') return ['status 202, and no receipt came in time', 'status 202, qəbz isə vaxtında gəlmədi']
  if (why !== undefined) return SILENCES[why]
  if (status === undefined) return ['a statement was handed in', 'bəyanat təqdim olundu']
  return statement
    ? [`status ${status} with a statement`, `status ${status}, bəyanatla birlikdə`]
    : [`status ${status} without a receipt`, `status ${status}, qəbzsiz`]
}
