/** A case between Berlin and Baku for tests of clocks: invented messages, real agreements and calendars. */
import type { ClockEvent, ClockRecord, ClockWorld } from '#core/clocks/clock.ts'
import { clocksAfter } from '#core/clocks/clocks-after.ts'
import { euAz2014 } from '#schemas/agreements/eu-az-2014.ts'
import { CALENDARS } from '#schemas/calendars/calendar.ts'
import type { MessageType, PersonCategoryCode } from '#schemas/generated/types.ts'

export const CASE: ClockWorld = {
  conversationId: '00000000-0000-7000-8000-000000000001',
  ruleSet: euAz2014,
  calendars: CALENDARS,
  sides: {
    requesting: { state: 'DEU', timeZone: 'Europe/Berlin' },
    requested: { state: 'AZE', timeZone: 'Asia/Baku' },
  },
  confirmations: new Set(),
}

/** `at` is ISO 8601. */
export function eventOf<K extends ClockEvent['kind']>(kind: K, type: MessageType, at: string, body: object = {}, messageId: string = type) {
  return { kind, type, body, messageId, at: new Date(at), category: 'OWN_NATIONAL' as PersonCategoryCode }
}

export const played = (world: ClockWorld, ...events: readonly ClockEvent[]): readonly ClockRecord[] =>
  events.reduce<readonly ClockRecord[]>((clocks, event) => clocksAfter(clocks, event, world), [])
