/** Missions of Azerbaijan in the states that exchange with it. */
import type { Mission } from './missions.ts'

const known = { confidence: 'GK', source: 'general knowledge; to be checked with the Ministry of Foreign Affairs' } as const
const readAt = (page: string) => ({ confidence: 'V', source: `consular pages of the embassy, ${page}` }) as const

export const AZERBAIJAN: { readonly [code: string]: Mission } = {
  'AZE-ATVIE': { seat: ['Vienna', 'Vyana'], ...known },
  'AZE-BEBRU': { seat: ['Brussels', 'Brüssel'], ...known },
  'AZE-BGSOF': { seat: ['Sofia', 'Sofiya'], ...known },
  'AZE-CHBRN': { seat: ['Bern', 'Bern'], ...known },
  'AZE-CZPRG': { seat: ['Prague', 'Praqa'], ...known },
  'AZE-DEBER': { seat: ['Berlin', 'Berlin'], ...readAt('berlin.mfa.gov.az') },
  'AZE-FRPAR': { seat: ['Paris', 'Paris'], ...known },
  'AZE-LTVNO': { seat: ['Vilnius', 'Vilnüs'], ...known },
  'AZE-LVRIX': { seat: ['Riga', 'Riqa'], ...known },
  'AZE-NLHAG': { seat: ['The Hague', 'Haaqa'], ...known },
  'AZE-NOOSL': { seat: ['Oslo', 'Oslo'], ...known },
  'AZE-PLWAW': { seat: ['Warsaw', 'Varşava'], ...readAt('warsaw.mfa.gov.az') },
}
