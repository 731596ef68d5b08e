/** States as ICAO Doc 9303-3 writes them in machine-readable zones: Germany is `D`, where ISO 3166-1 says `DEU`. */
import { renamed } from '#core/mapping/formats.ts'
import { codedAs, own } from './coded.ts'

const list = own('staat')

export const staat = codedAs(list, renamed(list.uri, { DEU: 'D' }))
