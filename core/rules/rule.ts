/** What a rule of the agreement is, what it is judged by, and the words that several of them share. */
import type { ClockWorld } from '#core/clocks/clock.ts'
import type { Message } from '#core/message.ts'
import type { AuthorityRole } from '#schemas/agreements/competence.ts'
import type { RuleSet } from '#schemas/agreements/rule-set.ts'
import type { BodyByType, Health, MessageType, PersonCategoryCode } from '#schemas/generated/types.ts'
import type { Words } from '#schemas/words.ts'

/** What follows when a rule is broken: the message is refused, or it is accepted and the rule told to its sender and its recipients. */
export type Effect = 'refuses' | 'flags'

/** What a message is judged by, beside its own words. */
export interface Circumstances {
  /** When it arrived. */
  readonly at: Date
  /** The version that counts for the case; `undefined` where the hub has no such rule set. */
  readonly ruleSet: RuleSet | undefined
  /** Of the person it is about, as this message or an earlier one of the case says. */
  readonly category: PersonCategoryCode | undefined
  /** `undefined` where no limit can be counted. */
  readonly clocks: ClockWorld | undefined
  /** What its sender is competent for; `undefined` where the sender's state has named nobody. */
  readonly roles: readonly AuthorityRole[] | undefined
}

export interface Rule {
  readonly rule: string
  readonly on: readonly MessageType[]
  /** Where it depends on the rule set: judged for the message that broke it. */
  readonly effect: Effect | ((message: Message, circumstances: Circumstances) => Effect)
  /** For readers: a JSON Pointer into the message in which `{i}` counts from 0, or words. */
  readonly where: string
  readonly expected: Words
  readonly hint: Words
  /** Article of the agreement. */
  readonly article: string
  /** JSON Pointers to where it is broken; none when it is kept. */
  broken(message: Message, circumstances: Circumstances): readonly string[]
}

interface BodyRule<T extends MessageType> extends Pick<Rule, 'rule' | 'expected' | 'article'> {
  readonly on: T
  /** JSON Pointer into the message. */
  readonly path: string
  holds(body: BodyByType[T]): boolean
}

/** A rule about one place in the body of one type, which refuses. */
export const rule = <T extends MessageType>({ on, path, holds, ...row }: BodyRule<T>): Rule => ({
  ...row,
  on: [on],
  effect: 'refuses',
  where: path,
  hint: askedForBy(row.article),
  broken: ({ body }) => (holds(body as BodyByType[T]) ? [] : [path]),
})

export const askedForBy = (article: string): Words => [
  `Article ${article} of the agreement asks for it.`,
  `Bunu Saziş tələb edir (maddə ${article}).`,
]

const OUTSIDERS: readonly PersonCategoryCode[] = ['THIRD_COUNTRY_NATIONAL', 'STATELESS']
export const isOutsider = (category: PersonCategoryCode): boolean => OUTSIDERS.includes(category)

type WithHealth = { [T in MessageType]: 'health' extends keyof BodyByType[T] ? T : never }[MessageType]
type WithTravellers = { [T in MessageType]: 'travellers' extends keyof BodyByType[T] ? T : never }[MessageType]

const isConsented = (health: Health | undefined): boolean => health === undefined || health.consent

/** Health data only with the person's consent. */
export function healthConsent<T extends WithHealth>(name: string, on: T): Rule {
  return rule<T>({
    rule: `${name}-health-consent`,
    on,
    path: '/body/health/consent',
    expected: [
      "the person's explicit consent, or no health data",
      'şəxsin açıq razılığı; razılıq yoxdursa, sağlamlıq barədə məlumat olmamalıdır',
    ],
    article: '8',
    holds: (body) => isConsented((body as { readonly health?: Health }).health),
  })
}

/** The same, of everyone who travels. */
export function travellersConsent<T extends WithTravellers>(name: string, on: T): Rule {
  return rule<T>({
    rule: `${name}-health-consent`,
    on,
    path: '/body/travellers',
    expected: [
      "every traveller's explicit consent, or no health data",
      'təhvil verilən hər şəxsin açıq razılığı; razılıq yoxdursa, sağlamlıq barədə məlumat olmamalıdır',
    ],
    article: '8',
    holds: (body) =>
      ((body as { readonly travellers?: readonly { readonly health?: Health }[] }).travellers ?? []).every(({ health }) =>
        isConsented(health),
      ),
  })
}

/** Whether a change says more than who makes it and why. */
export const changesSomething = (body: object, always: readonly string[]): boolean =>
  Object.keys(body).some((name) => !always.includes(name))
