const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Ids of the contract, section 2: lower-case UUIDs. Anything else names nothing. */
export function isId(text: string): boolean {
  return UUID.test(text)
}
