/** What an official has on the desk: whom the case is about, its numbers, the time, and what has been written in it. */
import type { Header, MessageType, PartyId } from '#core/message.ts'
import type { Clock } from '#core/ports.ts'
import type { PersonBrief } from '#schemas/generated/types.ts'
import { DAY_MS } from './clock.ts'
import { type ReturnOffice, returnOfficeOf } from './offices.ts'
import { type Invented, personOf } from './people.ts'

export interface CaseFile {
  readonly person: Invented
  /** The person, as far as everyone in the case must know. */
  readonly brief: PersonBrief
  /** The authority that opened the case. */
  readonly asking: ReturnOffice
  /** Case numbers of the authority that asks, of the migration service and of the mission. */
  readonly numbers: { readonly asking: string; readonly service: string; readonly mission: string }
  /** A time so many days from now. */
  at(days: number): string
  /** Its date. */
  day(days: number): string
  /** Id of the newest message of a type in this case. */
  idOf(type: MessageType): string
}

/** `written` may grow while the case goes on. */
export function caseFileOf(conversationId: string, asking: PartyId, clock: Clock, written: readonly Header[] = []): CaseFile {
  const person = personOf(conversationId)
  const { familyName, givenNames, patronymic, sex, birthDate, birthPlace, reference } = person
  const office = returnOfficeOf(asking)
  const at = (days: number): string => new Date(clock.now().getTime() + days * DAY_MS).toISOString()
  return {
    person,
    brief: { familyName, givenNames, patronymic, sex, birthDate, birthPlace, nationalities: ['AZE'] },
    asking: office,
    numbers: { asking: `${office.sign}-2026-${reference}`, service: `DMX-${reference}`, mission: `KŞ-${reference}` },
    at,
    day: (days) => at(days).slice(0, 10),
    idOf(type) {
      const header = written.findLast((one) => one.type === type)
      if (!header) throw new Error(`no ${type} has been written in this case`)
      return header.messageId
    },
  }
}
