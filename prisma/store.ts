import type { Pool } from 'pg'
import type { Store, StoreKeys } from '#core/ports.ts'
import { accept } from './accept.ts'
import { dataKeys } from './at-rest/data-keys.ts'
import { referenceHashes } from './at-rest/reference-key.ts'
import { postgresAttachments } from './attachments.ts'
import { record } from './audit.ts'
import { backlogReaches } from './backlog.ts'
import { postgresBreakers } from './breakers.ts'
import { claim, handBack, overdue } from './claim.ts'
import { due } from './clocks.ts'
import { directory, directoryRevision } from './directory.ts'
import { encoded } from './encoded.ts'
import { postgresErasure } from './erasure.ts'
import { evidence } from './evidence.ts'
import { conversation, known } from './known.ts'
import { postgresLab } from './lab.ts'
import { delivery, message } from './look.ts'
import { lease, waiting } from './mailbox.ts'
import { pass } from './pass.ts'
import { postgresRevocation } from './revocation.ts'
import { settle } from './settle.ts'
import { standAside } from './stand-aside.ts'
import { postgresTimestamps } from './timestamps.ts'
import { postgresTreeHeads } from './tree-heads.ts'
import { turn } from './turn.ts'

/** The Store on PostgreSQL. Closing it closes the pool. */
export function postgresStore(pool: Pool, storeKeys: StoreKeys): Store {
  const keys = dataKeys(pool, storeKeys)
  const hashes = referenceHashes(pool, keys)
  return {
    directory: () => directory(pool),
    directoryRevision: () => directoryRevision(pool),
    known: (from, messageId, conversationId) => known(pool, from, messageId, conversationId),
    accept: (acceptance, lease) => accept(pool, keys, hashes, acceptance, lease),
    attachments: postgresAttachments(pool, keys),
    breakers: postgresBreakers(pool),
    erasure: postgresErasure(pool),
    treeHeads: postgresTreeHeads(pool),
    timestamps: postgresTimestamps(pool),
    revocation: postgresRevocation(pool),
    lab: postgresLab(pool),
    evidence: (messageId, viewer) => evidence(pool, keys, messageId, viewer),
    refused: (audit) => record(pool, audit),
    claim: (lanes, by, now, leaseMs) => claim(pool, keys, lanes, by, now, leaseMs),
    backlogReaches: (from, to, count) => backlogReaches(pool, from, to, count),
    handBack: (by, now, inHand = []) => handBack(pool, by, now, inHand),
    overdue: (now, limit) => overdue(pool, keys, now, limit),
    standAside: (now, until, limit) => standAside(pool, now, until, limit),
    encoded: (deliveryId, document, contentDigest) => encoded(pool, keys, deliveryId, document, contentDigest),
    settle: (deliveryId, outcome, more) => settle(pool, keys, deliveryId, outcome, more),
    turn: (what, by, now, leaseMs) => turn(pool, what, by, now, leaseMs),
    conversation: (id) => conversation(pool, id),
    due: (now, limit) => due(pool, now, limit),
    pass: (step) => pass(pool, keys, step),
    delivery: (deliveryId) => delivery(pool, deliveryId),
    message: (messageId, viewer) => message(pool, messageId, viewer),
    waiting: (party, limit, now) => waiting(pool, party, limit, now),
    lease: (party, deliveryId, now, leaseMs) => lease(pool, keys, party, deliveryId, now, leaseMs),
    close: () => pool.end(),
  }
}
