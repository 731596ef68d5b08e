/** Who is who: a system of the Dutch government goes by the OIN of its organisation, everyone else by the party id of the hub. */
import { code, either, prefixed } from '#core/mapping/formats.ts'

/** 8 digits that name the register, 8 or 9 from it, zeros up to 20. `00000099` is for tests: this one is invented, the real one takes its place. */
const OIN = '00000099123456789000'

export const partijURN = either(code('systems', { nl: `urn:nld:oin:${OIN}:systeem:terugkeer` }), prefixed('urn:korpu:partij:'))

export const partij = (path: string) => [path, partijURN] as const
