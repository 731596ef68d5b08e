/** What a rule of the agreement is, and the words that several of them share. */
import type { BodyByType, Health, MessageType, PersonCategoryCode } from '#schemas/generated/types.ts'

export interface Rule<T extends MessageType> {
  readonly rule: string
  readonly on: T
  /** JSON Pointer into the message. */
  readonly path: string
  readonly expected: string
  /** Article of the agreement. */
  readonly article: string
  holds(body: BodyByType[T]): boolean
}

export const rule = <T extends MessageType>(row: Rule<T>): Rule<T> => row

const OUTSIDERS: readonly PersonCategoryCode[] = ['THIRD_COUNTRY_NATIONAL', 'STATELESS']
export const isOutsider = (category: PersonCategoryCode): boolean => OUTSIDERS.includes(category)

type WithHealth = { [T in MessageType]: 'health' extends keyof BodyByType[T] ? T : never }[MessageType]
type WithTravellers = { [T in MessageType]: 'travellers' extends keyof BodyByType[T] ? T : never }[MessageType]

const isConsented = (health: Health | undefined): boolean => health === undefined || health.consent

/** Health data only with the person's consent. */
export function healthConsent<T extends WithHealth>(name: string, on: T): Rule<T> {
  return rule<T>({
    rule: `${name}-health-consent`,
    on,
    path: '/body/health/consent',
    expected: "the person's explicit consent, or no health data",
    article: '8',
    holds: (body) => isConsented((body as { readonly health?: Health }).health),
  })
}

/** The same, of everyone who travels. */
export function travellersConsent<T extends WithTravellers>(name: string, on: T): Rule<T> {
  return rule<T>({
    rule: `${name}-health-consent`,
    on,
    path: '/body/travellers',
    expected: "every traveller's explicit consent, or no health data",
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
