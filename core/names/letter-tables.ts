/** How the letters of one language and script are written in another: data, each table with where it was read and how sure it is. */
import type { LanguageTag } from './casing.ts'
import { type Letters, lettersFrom } from './letters.ts'

export interface LetterTable {
  readonly from: LanguageTag
  readonly to: LanguageTag
  readonly source: string
  /** `V` read at the source, `GK` general knowledge, unverified. */
  readonly confidence: 'V' | 'GK'
  /** In lower case; also read backwards. */
  readonly letters: Letters
  /** Not read backwards: letters out of use, silent letters, and those that begin a word (`^`). */
  readonly forwardOnly: Letters
}

const azCyrlToLatn: LetterTable = {
  from: 'az-Cyrl',
  to: 'az-Latn',
  source: 'BGN/PCGN 1993 agreement, as Unicode CLDR has it (transforms/Azerbaijani-Latin-BGN.xml); obsolete letters without their marks',
  confidence: 'V',
  letters: lettersFrom(
    'а=a б=b в=v г=q ғ=ğ д=d е=e ә=ə ж=j з=z и=i ы=ı ј=y к=k ҝ=g л=l',
    'м=m н=n о=o ө=ö п=p р=r с=s т=t у=u ү=ü ф=f х=x һ=h ч=ç ҹ=c ш=ş',
  ),
  forwardOnly: lettersFrom('й=y э=e ю=yu я=ya'),
}

const ruCyrlToLatn: LetterTable = {
  from: 'ru-Cyrl',
  to: 'ru-Latn',
  source: 'ICAO Doc 9303-3, section 6, table B, as quoted in the Russian order on travel documents for readmission',
  confidence: 'V',
  letters: lettersFrom(
    'а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o',
    'п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ы=y э=e ю=iu я=ia',
  ),
  // Read backwards, IE is и and е in nearly every name.
  forwardOnly: lettersFrom('ъ=ie ь='),
}

const azLatnToRuCyrl: LetterTable = {
  from: 'az-Latn',
  to: 'ru-Cyrl',
  source: 'Spelling of Azerbaijani names in Russian papers',
  confidence: 'GK',
  letters: lettersFrom(
    'a=а b=б c=дж ç=ч d=д e=е/э ə=а/э/е/я f=ф g=г ğ=г h=г/х x=х ı=ы/и i=и j=ж k=к q=г/к l=л m=м n=н o=о ö=ё/о p=п r=р s=с ş=ш t=т u=у ü=ю/у v=в y=й z=з',
    'ya=я yə=я ye=е yo=ё yu=ю yü=ю',
  ),
  forwardOnly: lettersFrom('^e=э ^ö=о ^ü=у'),
}

export const LETTER_TABLES: readonly LetterTable[] = [azCyrlToLatn, ruCyrlToLatn, azLatnToRuCyrl]
