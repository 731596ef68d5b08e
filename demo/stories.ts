/** The stories of the demo, in the order in which it plays them. */
import { accelerated } from './stories/accelerated.ts'
import { direct } from './stories/direct.ts'
import { error } from './stories/error.ts'
import { extension } from './stories/extension.ts'
import { interview } from './stories/interview.ts'
import { normal } from './stories/normal.ts'
import { referral } from './stories/referral.ts'
import { refusal } from './stories/refusal.ts'
import { silence } from './stories/silence.ts'
import { transit, transitRevoked } from './stories/transit.ts'
import { withdrawal } from './stories/withdrawal.ts'
import type { Story } from './story.ts'

export { normal }

export const STORIES: readonly Story[] = [
  normal,
  refusal,
  silence,
  extension,
  interview,
  accelerated,
  withdrawal,
  error,
  transit,
  transitRevoked,
  direct,
  referral,
]
