import type { Answer } from '#core/ports.ts'

/** It lies where the party takes it from; the party's receipt comes by itself. */
export const TAKEN_OVER: Answer = {
  status: 202,
  mediaType: undefined,
  bytes: new Uint8Array(),
  signature: undefined,
  retryAfterS: undefined,
}
