/** The languages of the console. Another one: its catalogue beside az.ts, a row here, and the compiler names every table in fmt.ts that lacks it. */
import { az } from './az.ts'
import { en, type Texts } from './en.ts'

export type { Texts }

export type Language = 'az' | 'en'

export const CATALOGUES: Record<Language, Texts> = { az, en }

/** As each calls itself. */
export const LANGUAGES: Record<Language, string> = { az: 'Azərbaycanca', en: 'English' }
