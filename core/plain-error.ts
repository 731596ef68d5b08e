/**
 * Something that an operator has to put right: a file, a key, a setting. One sentence says what is wrong, one what to do about it.
 * Partners never see it; what they see is a `HubError`.
 */
export class PlainError extends Error {
  readonly hint: string

  constructor(sentence: string, hint: string, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause })
    this.name = 'PlainError'
    this.hint = hint
  }
}
