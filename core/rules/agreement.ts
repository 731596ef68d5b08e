/** What a message must say beyond the schema because the agreement asks for it. One row a rule; every broken one is reported. */
import type { Issue } from '#core/errors.ts'
import type { Message } from '#core/message.ts'
import type { BodyByType, MessageType } from '#schemas/generated/types.ts'

interface Rule<T extends MessageType> {
  readonly rule: string
  readonly on: T
  /** JSON Pointer into the message. */
  readonly path: string
  readonly expected: string
  /** Article of the agreement. */
  readonly article: string
  holds(body: BodyByType[T]): boolean
}

const rule = <T extends MessageType>(row: Rule<T>): Rule<T> => row

const OUTSIDERS: readonly string[] = ['THIRD_COUNTRY_NATIONAL', 'STATELESS']

export const RULES = [
  rule({
    rule: 'accelerated-apprehension',
    on: 'readmission-application',
    path: '/body/apprehension',
    expected: 'date and place of apprehension in the accelerated procedure',
    article: '7',
    holds: ({ procedure, apprehension }) => procedure !== 'ACCELERATED' || apprehension !== undefined,
  }),
  rule({
    rule: 'outsider-knowledge',
    on: 'readmission-application',
    path: '/body/dateOfKnowledge',
    expected: 'the date on which the authority learned of the irregularity, for third-country nationals and stateless persons',
    article: '11',
    holds: ({ personCategory, dateOfKnowledge }) => !OUTSIDERS.includes(personCategory) || dateOfKnowledge !== undefined,
  }),
  rule({
    rule: 'application-health-consent',
    on: 'readmission-application',
    path: '/body/health/consent',
    expected: "the person's explicit consent, or no health data",
    article: '8',
    holds: ({ health }) => health === undefined || health.consent,
  }),
  rule({
    rule: 'reply-health-consent',
    on: 'readmission-reply',
    path: '/body/health/consent',
    expected: "the person's explicit consent, or no health data",
    article: '8',
    holds: ({ health }) => health === undefined || health.consent,
  }),
  rule({
    rule: 'transfer-health-consent',
    on: 'transfer-notification',
    path: '/body/travellers',
    expected: "every traveller's explicit consent, or no health data",
    article: '8',
    holds: ({ travellers }) => travellers.every(({ health }) => health === undefined || health.consent),
  }),
  rule({
    rule: 'refusal-grounds',
    on: 'readmission-reply',
    path: '/body/grounds',
    expected: 'at least one ground when the application is refused',
    article: '11',
    holds: ({ decision, grounds }) => decision !== 'REFUSED' || grounds !== undefined,
  }),
  rule({
    rule: 'acknowledgement-missing',
    on: 'acknowledgement',
    path: '/body/missing',
    expected: 'what is missing when the application is incomplete',
    article: '11',
    holds: ({ completeness, missing }) => completeness !== 'INCOMPLETE' || missing !== undefined,
  }),
  rule({
    rule: 'no-arrival-reason',
    on: 'arrival-confirmation',
    path: '/body/reason',
    expected: 'why the persons were not taken over',
    article: '13',
    holds: ({ outcome, reason }) => outcome === 'ARRIVED' || reason !== undefined,
  }),
] as const

export function agreementFaults(message: Message): readonly Issue[] {
  const rows = RULES as readonly Rule<MessageType>[]
  return rows
    .filter(({ on, holds }) => on === message.header.type && !holds(message.body as never))
    .map(({ rule: id, path, expected, article }) => ({
      rule: id,
      path,
      expected,
      hint: `Article ${article} of the agreement asks for it.`,
    }))
}
