/**
 * Sector-specific personal identifiers (bPK), in any form in which they are written: they never leave Austria. A text that holds one is refused at the door, so
 * nothing of it is forwarded. (E-Government Act, section 9; forms from published code of MOA-ID and CiviCRM, the act itself was not read.)
 */
import type { Format } from '#core/mapping/formats.ts'

/** The namespaces that name a sector, the name itself, and the base64 of a SHA-1 digest: 27 characters and `=`. */
const IDENTIFIER = /urn:publicid:gv\.at:|\bv?bpk\b|(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{27}=(?!=)/i

export const withoutIdentifiers: Format = {
  rule: 'pattern',
  expected: 'a text without a sector-specific personal identifier',
  toCanonical: (wire) => (IDENTIFIER.test(wire) ? undefined : wire),
  toWire: (canonical) => canonical,
}
