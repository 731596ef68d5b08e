/** Every version of every rule set. A version that a case was started with never changes and never leaves. */
import { chAz2016 } from './ch-az-2016.ts'
import { euAz2014 } from './eu-az-2014.ts'
import { noAz2014 } from './no-az-2014.ts'
import type { RuleSet } from './rule-set.ts'

/** Older versions first. */
export const RULE_SETS: readonly RuleSet[] = [euAz2014, chAz2016, noAz2014]

/** `id` is the header's `agreement`; without a version, the newest. */
export const ruleSetIn = (sets: readonly RuleSet[], id: string, version?: number): RuleSet | undefined =>
  sets.findLast((set) => set.id === id && (version === undefined || set.version === version))

/** The same among those that every hub has. */
export const ruleSetOf = (id: string, version?: number): RuleSet | undefined => ruleSetIn(RULE_SETS, id, version)
