/** Why a party cannot or may not be tested: a sentence for whoever calls the command, a code for the console. */
import type { RefusalCode } from '#core/console/refusal.ts'
import { PlainError } from '#core/plain-error.ts'

export type ObstacleCode = Extract<RefusalCode, 'NOT_FOUND' | `LAB_${string}`>

export class LabObstacle extends PlainError {
  readonly code: ObstacleCode

  constructor(code: ObstacleCode, sentence: string, hint: string) {
    super(sentence, hint)
    this.name = 'LabObstacle'
    this.code = code
  }
}
