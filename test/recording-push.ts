/** The push port without a wire: keeps what was pushed and answers as it is told. */
import type { SignedDocument } from '#core/message.ts'
import type { Answer, Clock, PushTransport } from '#core/ports.ts'
import { receiptOf } from './letters.ts'

export type Pushed = Parameters<PushTransport['push']>[0]

export interface RecordingPush extends PushTransport {
  readonly pushed: readonly Pushed[]
  /** From now on; without it every party hands over and signs its receipt. */
  answer(how: (pushed: Pushed) => Answer | Promise<Answer>): void
}

export function recordingPush(clock: Clock): RecordingPush {
  const pushed: Pushed[] = []
  let how = async (request: Pushed): Promise<Answer> => withReceipt(await receiptOf(request.party, request, clock.now()))
  return {
    pushed,
    answer: (next) => {
      how = async (request) => next(request)
    },
    push: (request) => {
      pushed.push(request)
      return how(request)
    },
    close: async () => undefined,
  }
}

export function withReceipt({ bytes, mediaType, signature }: SignedDocument, status = 200): Answer {
  return { status, mediaType, bytes, signature, retryAfterS: undefined }
}

export function withStatus(status: number, retryAfterS?: number): Answer {
  return { status, mediaType: undefined, bytes: new Uint8Array(), signature: undefined, retryAfterS }
}
