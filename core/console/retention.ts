/** How long contents are kept, as two administrators agree on it; and erasing one message because somebody asked. */
import type { Erasure, Looked, RetentionRule } from '#core/erasure.ts'
import type { JsonObject, PartyId } from '#core/message.ts'
import type { Clock } from '#core/ports.ts'
import type { Doing } from './accounts.ts'
import { type Acts, act, digestOf } from './four-eyes.ts'
import type { Reading } from './reading.ts'
import { refusal } from './refusal.ts'

/** What was agreed on in the console. */
export interface AgreedRetention {
  /** `undefined` when nothing ever was. */
  rules(): Promise<readonly RetentionRule[] | undefined>
  /** Audited in the same transaction. */
  change(rules: readonly RetentionRule[], doing: Doing): Promise<void>
}

/** Those of the file of the settings where there is one: it cannot be changed in the console then. */
export interface Retention {
  readonly source: 'file' | 'console'
  rules(): Promise<readonly RetentionRule[]>
}

export const retentionFrom = (file: readonly RetentionRule[] | undefined, agreed: Pick<AgreedRetention, 'rules'>): Retention =>
  file === undefined ? { source: 'console', rules: async () => (await agreed.rules()) ?? [] } : { source: 'file', rules: async () => file }

/** A store of years is not counted to its end while somebody waits. */
const MOST_LOOKS = 20

/** How many messages rules would erase now, by rule, and whether there are more than were looked at; those that somebody asked to erase are not counted. */
export async function dueUnder(erasure: Pick<Erasure, 'look'>, rules: readonly RetentionRule[], now: Date) {
  const counts = new Map(rules.map(({ rule }) => [rule, 0]))
  let from: Looked | undefined
  let looks = 0
  do {
    const { due, reached } = await erasure.look(rules, now, from)
    for (const { rule } of due) counts.set(rule, (counts.get(rule) ?? 0) + 1)
    from = reached
    looks += 1
  } while (from && looks < MOST_LOOKS)
  return { items: [...counts].map(([rule, count]) => ({ rule, count })), more: from !== undefined }
}

export interface Surroundings {
  readonly retention: Retention
  readonly agreed: AgreedRetention
  readonly erasure: Erasure
  readonly reading: Pick<Reading, 'message'>
  readonly clock: Clock
}

interface Ruling extends JsonObject {
  readonly rules: readonly JsonObject[]
}
interface OfMessage extends JsonObject {
  readonly messageId: string
  readonly from: PartyId
}

const rulesOf = ({ rules }: Ruling): readonly RetentionRule[] => rules as unknown as readonly RetentionRule[]
const jsonOf = (rules: readonly RetentionRule[]): readonly JsonObject[] => JSON.parse(JSON.stringify(rules))

export function retentionActs({ retention, agreed, erasure, reading, clock }: Surroundings): Acts {
  return new Map([
    [
      'retention.change',
      act<Ruling>({
        action: 'retention.change',
        async effect(params) {
          if (retention.source === 'file') throw refusal('CONFLICT')
          const due = await dueUnder(erasure, rulesOf(params), clock.now())
          return { before: jsonOf(await retention.rules()), after: params.rules, erasedAtOnce: due }
        },
        // Meanwhile the time of a few more may be over.
        fits: (asked, now) => digestOf({ ...asked, erasedAtOnce: 0 }) === digestOf({ ...now, erasedAtOnce: 0 }),
        async execute(params, doing) {
          await agreed.change(rulesOf(params), doing)
          return { rules: params.rules.length }
        },
      }),
    ],
    [
      'content.erase',
      act<OfMessage>({
        action: 'content.erase',
        async effect({ messageId, from }) {
          const sheet = await reading.message(messageId, from)
          if (!sheet) throw refusal('NOT_FOUND')
          if (!sheet.kept) throw refusal('ERASED')
          return { messageId, from, type: sheet.type, attachments: sheet.attachments.length, state: sheet.state }
        },
        async execute({ messageId, from }, { by, reason = '' }) {
          const erased = await erasure.erase([{ messageId, from, rule: 'operator' }], { at: clock.now(), by, reason })
          if (erased.length === 0) throw refusal('CONFLICT')
          return { messageId }
        },
      }),
    ],
  ])
}
