/** The Store in memory: for flow tests and for the eye. Passes the same suite as the real one (store.contract.ts). */
import { hash } from 'node:crypto'
import type { StoredClock } from '#core/clocks/clock.ts'
import type { Confirmation, DirectoryData, DirectoryParts, PartyRecord, Restoration } from '#core/directory.ts'
import { type ErrorCode, hubError } from '#core/errors.ts'
import { type AuditLink, type ChainEnd, EMPTY, endAfter } from '#core/evidence/chain.ts'
import type { DeliveryState, PartyId, SignedDocument } from '#core/message.ts'
import type { Operations } from '#core/operations.ts'
import type {
  AuditEvent,
  CaseRecord,
  ClaimedDelivery,
  DeliveryRecord,
  HubMessage,
  NewDelivery,
  NewMessage,
  Outcome,
  Statistics,
  Store,
  StoredReceipt,
} from '#core/ports.ts'
import { flagsFor } from '#core/rules/agreement.ts'
import { auditable } from '#prisma/auditable.ts'
import { memoryAttachments } from './memory-attachments.ts'
import { memoryBreakers } from './memory-breakers.ts'
import { erasedIn, memoryErasure } from './memory-erasure.ts'
import { memoryEvidence } from './memory-evidence.ts'
import { memoryLab } from './memory-lab.ts'
import { memoryOperations } from './memory-operations.ts'
import { memoryRevocation } from './memory-revocation.ts'
import { memoryStatistics } from './memory-statistics.ts'
import { memoryTimestamps } from './memory-timestamps.ts'
import { memoryTreeHeads } from './memory-tree-heads.ts'

export interface MemoryStore extends Store {
  replaceDirectory(data: DirectoryParts): void
  confirm(confirmations: readonly Confirmation[]): void
  withdraw(confirmation: Confirmation): void
  readonly statistics: Statistics
  /** As retention will: the contents of a case, and nothing else. */
  erase(conversationId: string): void
  /** As after a backup was brought back; with `resumedAt` the hub is not held any more. */
  restored(restoration: Restoration): void
  /** All clocks of a case, stopped ones too. */
  clocks(conversationId: string): readonly StoredClock[]
  links(): readonly AuditLink[]
  /** On the same deliveries. */
  readonly operations: Operations
}

export interface Kept {
  readonly message: NewMessage | HubMessage['message']
  readonly receivedAt: Date
  readonly first: StoredReceipt | undefined
  readonly attachments: readonly string[]
  /** What has asked to erase it, or under which rule it was. */
  erasureRule?: string
  erasedAt?: Date
  /** When its certificate turned out to have been revoked before it came. */
  contestedAt?: Date
}

export interface Outgoing extends NewDelivery {
  readonly kept: Kept
  readonly number: number
  state: DeliveryState
  dueAt: Date
  leasedBy: string | undefined
  attempts: number
  attemptsBefore: number
  reopened: boolean
  unended: number
  code: ErrorCode | undefined
  deliveredAt: Date | undefined
  encoded: SignedDocument | undefined
  /** Of `encoded`. */
  contentDigest: string | undefined
  handedOver: string | undefined
  receiptId: string | undefined
  receipt: SignedDocument | undefined
}

export const OPEN: ReadonlySet<DeliveryState> = new Set(['pending', 'sent', 'retrying', 'held'])
const HOLDING_NOBODY: ReadonlySet<DeliveryState> = new Set(['delivered', 'cancelled', 'expired'])

export function memoryStore(): MemoryStore {
  let directory: DirectoryData = { revision: 0, parties: [], agreements: [], confirmations: [], restorations: [], statuses: [] }
  const messages = new Map<string, Kept>()
  const conversations = new Map<string, CaseRecord>()
  const clocks = new Map<string, readonly StoredClock[]>()
  const deliveries = new Map<string, Outgoing>()
  const turns = new Map<string, { readonly by: string; readonly until: number }>()
  const breakers = memoryBreakers()
  const links: AuditLink[] = []
  const treeHeads = memoryTreeHeads(links)
  const ends = new Map<PartyId, ChainEnd>()
  const attachments = memoryAttachments((party, attachmentId) =>
    deliveries.values().some((one) => one.party === party && one.attempts > 0 && one.kept.attachments.includes(attachmentId)),
  )

  const audit = (event: AuditEvent): void => {
    const kept = auditable(event)
    const end = endAfter(ends.get(kept.party) ?? EMPTY, kept)
    ends.set(kept.party, end)
    links.push({ ...kept, lane: 0, number: end.length, head: end.head })
  }

  const revocation = memoryRevocation({
    messages,
    audit,
    changed: () => {
      directory = { ...directory, revision: directory.revision + 1 }
    },
  })

  const insert = (kept: Kept, outbox: readonly NewDelivery[], conversation: Omit<CaseRecord, 'history' | 'clocks'>): void => {
    const { messageId, type, from, to } = kept.message
    const before = conversations.get(conversation.id)
    const history = [...(before?.history ?? []), { messageId, type, from, to }]
    conversations.set(conversation.id, { ...conversation, length: history.length, history, clocks: before?.clocks ?? [] })
    messages.set(keyOf(from, messageId), kept)
    for (const delivery of outbox) deliveries.set(delivery.deliveryId, { ...FRESH, ...delivery, kept, number: history.length })
  }

  const move = (conversationId: string, changed: readonly StoredClock[]): void => {
    const conversation = conversations.get(conversationId)
    if (!conversation || changed.length === 0) return
    const all = new Map([...(clocks.get(conversationId) ?? []), ...changed].map((clock) => [clock.clockId, clock]))
    clocks.set(conversationId, [...all.values()])
    const running = [...all.values()].filter(({ state }) => state !== 'stopped').sort((a, b) => (a.clockId < b.clockId ? -1 : 1))
    conversations.set(conversationId, { ...conversation, clocks: running, clockRevision: conversation.clockRevision + 1 })
  }

  const say = (message: HubMessage['message'], outbox: readonly NewDelivery[]): void => {
    const conversation = conversations.get(message.conversationId)
    if (conversation) insert({ message, receivedAt: message.createdAt, first: undefined, attachments: [] }, outbox, conversation)
  }

  const inCase = (one: Outgoing): readonly Outgoing[] =>
    deliveries
      .values()
      .filter((other) => other.party === one.party && other.kept.message.conversationId === one.kept.message.conversationId)
      .toArray()
  const earlier = (one: Outgoing): readonly Outgoing[] => inCase(one).filter(({ number }) => number < one.number)
  const isHead = (one: Outgoing): boolean => earlier(one).every(({ state }) => HOLDING_NOBODY.has(state))
  const behind = (one: Outgoing): readonly Outgoing[] =>
    inCase(one).filter(({ number, state, leasedBy }) => number > one.number && OPEN.has(state) && leasedBy === undefined)
  const free = (one: Outgoing, at: Date): void => {
    for (const later of behind(one)) if (later.dueAt > at) later.dueAt = at
  }
  const isBehind = (one: Outgoing, states: readonly DeliveryState[]): boolean =>
    OPEN.has(one.state) && earlier(one).some(({ state }) => states.includes(state))

  const heads = (party: PartyId): readonly Outgoing[] =>
    deliveries
      .values()
      .filter((one) => one.party === party && OPEN.has(one.state) && isHead(one))
      .toArray()

  const take = (one: Outgoing, by: string, leaseEnd: Date): ClaimedDelivery => {
    one.dueAt = leaseEnd
    one.leasedBy = by
    one.attempts += 1
    return claimedOf(one)
  }

  const turnParty = (id: PartyId, from: PartyRecord['status'], to: PartyRecord['status']): boolean => {
    if (!directory.parties.some((party) => party.id === id && party.status === from)) return false
    const parties = directory.parties.map((party) => (party.id === id ? { ...party, status: to } : party))
    directory = { ...directory, revision: directory.revision + 1, parties }
    return true
  }

  return {
    directory: async () => ({ ...directory, statuses: revocation.statuses() }),
    directoryRevision: async () => directory.revision,
    replaceDirectory: (data) => {
      directory = { ...directory, parties: data.parties, agreements: data.agreements, revision: directory.revision + 1 }
    },
    restored: (restoration) => {
      directory = { ...directory, restorations: [restoration], revision: directory.revision + 1 }
    },
    confirm: (confirmations) => {
      directory = { ...directory, confirmations: [...directory.confirmations, ...confirmations], revision: directory.revision + 1 }
    },
    withdraw: ({ scope, item }) => {
      const confirmations = directory.confirmations.filter((one) => one.scope !== scope || one.item !== item)
      directory = { ...directory, confirmations, revision: directory.revision + 1 }
    },
    statistics: memoryStatistics(() => ({
      messages: [...messages.values()],
      clocks: [...clocks.values()].flat(),
      handedOverAt: ({ messageId, from, to }) =>
        deliveries.values().find(({ kept, party }) => kept.message.messageId === messageId && kept.message.from === from && party === to)
          ?.deliveredAt,
    })),
    erase: (conversationId) => {
      for (const [key, kept] of messages) {
        if (kept.message.conversationId === conversationId)
          messages.set(key, { ...kept, message: { ...kept.message, content: new Uint8Array() } })
      }
    },
    clocks: (conversationId) => clocks.get(conversationId) ?? [],
    links: () => links,
    operations: memoryOperations({ deliveries, breakers, audit, turnParty, inCase, free, isBehind, parties: () => directory.parties }),

    known: async (from, messageId, conversationId) => ({
      first: messages.get(keyOf(from, messageId))?.first,
      conversation: conversations.get(conversationId),
    }),

    accept: async (
      { message, receipt, deliveries: outbox, attachments: named, erasures, conversation, clocks: changed, audit: event },
      lease,
    ) => {
      const before = conversations.get(conversation.id)
      if ((before?.length ?? 0) !== conversation.length || (before && before.clockRevision !== conversation.clockRevision)) return 'moved'
      if (messages.has(keyOf(message.from, message.messageId))) return 'known'
      if (!attachments.name(named)) return 'moved'
      const { receiptId: _, ...document } = receipt
      const kept = { message, receivedAt: message.receivedAt, first: { digest: message.digest, receipt: document }, attachments: named }
      for (const asked of erasures.map((id) => messages.get(keyOf(message.from, id)))) {
        if (asked?.message.conversationId === conversation.id && !asked.erasedAt) asked.erasureRule = `${message.type} ${message.messageId}`
      }
      const { agreement, ruleSetVersion } = before ?? conversation
      insert(kept, outbox, { ...conversation, agreement, ruleSetVersion })
      move(conversation.id, changed)
      audit(event)
      const straight = lease && deliveries.get(lease.deliveryId)
      if (!straight || breakers.get(straight.party)?.openedAt || earlier(straight).some(({ state }) => state !== 'delivered'))
        return 'accepted'
      Object.assign(straight, { unended: 1, encoded: lease.document, contentDigest: lease.contentDigest })
      take(straight, lease.by, lease.until)
      return 'leased'
    },

    attachments,

    refused: async (event) => audit(event),

    breakers,

    erasure: memoryErasure({ messages, deliveries, conversations, attachments, audit }),

    treeHeads,

    timestamps: memoryTimestamps(treeHeads.all),

    revocation,

    lab: memoryLab(),

    claim: async (lanes, by, now, leaseMs) => {
      const leaseEnd = new Date(now.getTime() + leaseMs)
      return lanes
        .flatMap(({ party, free }) => {
          const due = heads(party).filter(({ dueAt }) => dueAt <= now)
          if (due.length === 0) return []
          const room = breakers.room(party, free, now, leaseEnd)
          const oldest = due.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime()).slice(0, room.free)
          return oldest.map((one) => ({ one, probe: room.probe }))
        })
        .sort((a, b) => a.one.dueAt.getTime() - b.one.dueAt.getTime())
        .map(({ one, probe }) => {
          one.unended += 1
          return { ...take(one, by, leaseEnd), probe }
        })
    },

    backlogReaches: async (from, to, count) =>
      deliveries
        .values()
        .filter((one) => one.party === to && one.kept.message.from === from && OPEN.has(one.state))
        .take(count)
        .toArray().length === count,

    handBack: async (by, now, inHand = []) => {
      const held = deliveries.entries().filter(([, one]) => one.leasedBy === by && OPEN.has(one.state) && one.dueAt > now)
      let count = 0
      for (const [id, one] of held) {
        if (inHand.includes(id)) continue
        one.dueAt = now
        one.leasedBy = undefined
        one.attempts -= 1
        one.unended -= 1
        count++
      }
      return count
    },

    overdue: async (now, limit) =>
      deliveries
        .values()
        .filter((one) => OPEN.has(one.state) && one.expiresAt < now && (one.leasedBy === undefined || one.dueAt <= now))
        .toArray()
        .sort((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime())
        .slice(0, limit)
        .map(claimedOf),

    standAside: async (now, until, limit) => {
      const dead = [...deliveries.values()].filter(({ state, dueAt }) => state === 'dead' && dueAt <= now).slice(0, limit)
      for (const one of dead) {
        one.dueAt = until
        for (const later of behind(one)) if (later.dueAt < until) later.dueAt = until
      }
      return dead.length
    },

    encoded: async (deliveryId, document, contentDigest) => {
      const one = deliveries.get(deliveryId)
      if (one === undefined) throw hubError('NOT_FOUND', { stage: 'deliver' })
      if (one.kept.erasedAt) throw hubError('NOT_FOUND', { stage: 'deliver' })
      one.encoded ??= document
      one.contentDigest ??= contentDigest
      return one.encoded
    },

    settle: async (deliveryId, outcome, { attempt, audit: event, notice, clocks: moves }) => {
      const one = deliveries.get(deliveryId)
      if (one === undefined || !mayBecome(one.state, outcome.state)) return 'late'
      if (moves && conversations.get(moves.conversationId)?.clockRevision !== moves.clockRevision) return 'moved'
      settleAs(one, outcome)
      if (outcome.state === 'delivered') free(one, event.at)
      if (attempt?.end !== 'broken') one.unended = 0
      if (attempt?.end === 'answered') breakers.close(one.party)
      if (outcome.state === 'held' && outcome.holds === 'party') turnParty(one.party, 'active', 'held')
      if (notice) say(notice.message, [notice.delivery])
      if (moves) move(moves.conversationId, moves.clocks)
      audit(event)
      return 'settled'
    },

    turn: async (what, by, now, leaseMs) => {
      const held = turns.get(what)
      if (held && held.by !== by && held.until > now.getTime()) return false
      turns.set(what, { by, until: now.getTime() + leaseMs })
      return true
    },
    conversation: async (id) => conversations.get(id),

    due: async (now, limit) => {
      const due = [...conversations.values()].flatMap((one) => one.clocks).filter(({ lookAt }) => lookAt && lookAt <= now)
      const inOrder = due.sort((a, b) => (a.lookAt?.getTime() ?? 0) - (b.lookAt?.getTime() ?? 0))
      return [...new Set(inOrder.map(({ conversationId }) => conversationId))].slice(0, limit)
    },

    pass: async ({ conversation, clocks: changed, audit: event, notice }) => {
      const { id, state, length, clockRevision } = conversation
      const before = conversations.get(id)
      if (!before || before.length !== length || before.clockRevision !== clockRevision) return 'moved'
      conversations.set(id, { ...before, state })
      if (notice) say(notice.message, notice.deliveries)
      move(id, changed)
      if (event) audit(event)
      return 'passed'
    },

    delivery: async (deliveryId) => {
      const one = deliveries.get(deliveryId)
      return one && recordOf(one)
    },

    evidence: async (messageId, viewer) => {
      const own =
        viewer === undefined ? messages.values().find((one) => one.message.messageId === messageId) : messages.get(keyOf(viewer, messageId))
      const received = deliveries.values().find((one) => one.kept.message.messageId === messageId && one.party === viewer)?.kept
      const kept = own ?? received
      if (kept === undefined) return undefined
      const { from } = kept.message
      const outbox = deliveries
        .values()
        .filter((one) => one.kept === kept)
        .toArray()
      return memoryEvidence(viewer ?? from, kept, { outbox, links, attachments: kept.erasedAt ? [] : attachments.named(kept.attachments) })
    },

    message: async (messageId, viewer) => {
      const own = messages.get(keyOf(viewer, messageId))
      const received = deliveries.values().find((one) => one.kept.message.messageId === messageId && one.party === viewer)?.kept
      const kept = own ?? received
      if (kept === undefined) return undefined
      const { conversationId, from, to, type } = kept.message
      const outbox = deliveries
        .values()
        .filter((one) => one.kept === kept && (from === viewer || one.party === viewer))
        .map((one) => ({ ...recordOf(one), ...(isBehind(one, ['dead']) ? ({ state: 'held', code: 'PREDECESSOR_DEAD' } as const) : {}) }))
        .toArray()
      const inOrder = outbox.sort((a, b) => (a.deliveryId < b.deliveryId ? -1 : 1))
      const seen = new Set(inOrder.map(({ deliveryId }) => deliveryId))
      const timeline = links
        .filter((link) => link.messageId === messageId && (link.deliveryId === undefined ? link.party === from : seen.has(link.deliveryId)))
        .map(({ at, event, party, deliveryId, code }) => ({ at, event, party, deliveryId, code }))
      const receipt = kept.first?.receipt
      const flags = flagsFor(from === viewer, 'flags' in kept.message ? kept.message.flags : [])
      return {
        messageId,
        conversationId,
        from,
        to,
        type,
        receivedAt: kept.receivedAt,
        erased: erasedIn(kept),
        deliveries: inOrder,
        receipt,
        flags,
        timeline,
      }
    },

    waiting: async (party, limit, now) =>
      heads(party)
        .filter((one) => one.leasedBy !== undefined || one.dueAt <= now)
        .map((one) => ({
          deliveryId: one.deliveryId,
          messageId: one.kept.message.messageId,
          conversationId: one.kept.message.conversationId,
          from: one.kept.message.from,
          type: one.kept.message.type,
          waitingSince: one.kept.receivedAt,
          leasedUntil: one.leasedBy !== undefined && one.dueAt > now ? one.dueAt : undefined,
        }))
        .sort((a, b) => a.waitingSince.getTime() - b.waitingSince.getTime())
        .slice(0, limit),

    lease: async (party, deliveryId, now, leaseMs) => {
      const one = deliveries.get(deliveryId)
      if (one === undefined || one.party !== party) return 'absent'
      if (!OPEN.has(one.state)) return 'settled'
      return OPEN.has(one.state) && one.dueAt <= now && isHead(one) ? take(one, party, new Date(now.getTime() + leaseMs)) : 'taken'
    },

    close: async () => {},
  }
}

const FRESH = {
  state: 'pending' as const,
  leasedBy: undefined,
  attempts: 0,
  attemptsBefore: 0,
  reopened: false,
  unended: 0,
  code: undefined,
  deliveredAt: undefined,
  encoded: undefined,
  contentDigest: undefined,
  handedOver: undefined,
  receiptId: undefined,
  receipt: undefined,
}

const keyOf = (from: PartyId, messageId: string): string => `${messageId} ${from}`

const mayBecome = (state: DeliveryState, next: Outcome['state']): boolean =>
  OPEN.has(state) || (state !== 'delivered' && next === 'delivered')

function settleAs(one: Outgoing, outcome: Outcome): void {
  one.state = outcome.state
  one.leasedBy = undefined
  one.code = 'code' in outcome ? outcome.code : undefined
  if ('dueAt' in outcome) one.dueAt = outcome.dueAt
  if ('receiptId' in outcome) one.receiptId = outcome.receiptId
  if ('receipt' in outcome) one.receipt = outcome.receipt
  one.deliveredAt = outcome.state === 'delivered' ? outcome.at : undefined
  if (outcome.state === 'delivered') one.handedOver = outcome.digest
}

function claimedOf({
  deliveryId,
  party,
  kept,
  attempts,
  attemptsBefore,
  reopened,
  unended,
  expiresAt,
  encoded,
  ...sent
}: Outgoing): ClaimedDelivery {
  const { messageId, conversationId, from, to, type, content } = kept.message
  const contentDigest = sent.contentDigest ?? kept.message.contentDigest
  const message = { messageId, conversationId, from, to, type, content, contentDigest }
  const tries = attempts - attemptsBefore
  const trace = 'trace' in kept.message ? kept.message.trace : undefined
  return { deliveryId, party, ...message, attempt: attempts, tries, reopened, unended, probe: undefined, expiresAt, encoded, trace }
}

export function recordOf({ kept, ...one }: Outgoing): DeliveryRecord {
  const { messageId, conversationId, from, to, type } = kept.message
  const contentDigest = one.contentDigest ?? kept.message.contentDigest
  const { deliveryId, party, transport, state, attempts, code, deliveredAt, receiptId, encoded } = one
  const signatureDigest = encoded?.signature === undefined ? undefined : hash('sha256', encoded.signature)
  const digest = encoded ? hash('sha256', encoded.bytes) : one.handedOver
  return {
    deliveryId,
    party,
    transport,
    state,
    attempts,
    code,
    deliveredAt,
    messageId,
    conversationId,
    from,
    to,
    type,
    digest,
    signatureDigest,
    contentDigest,
    receiptId,
    reopened: one.reopened,
  }
}
