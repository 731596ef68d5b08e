/** Every rule set, by the name that a header's `agreement` gives. */
import { euAz2014 } from './eu-az-2014.ts'
import type { RuleSet } from './rule-set.ts'

export const RULE_SETS: { readonly [id: string]: RuleSet } = { [euAz2014.id]: euAz2014 }
