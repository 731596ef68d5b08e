/**
 * Names and how papers spell them, for measuring the matching keys. The spellings are written by rules of their own, not by the tables of the keys, so that
 * the measurement can fail. All names are put together here; nobody bears them on purpose.
 */
import { type Letters, lettersFrom } from '#core/names/letters.ts'
import { searchFormOf } from '#core/names/search-form.ts'
import { transliterate } from '#core/names/transliterate.ts'

export type Random = () => number

/** Mulberry32: the same list every time. */
export function randomOf(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T

const FATHERS =
  'əli vəli rəşid məmməd həsən hüseyn ismayıl cəfər xəlil qasım şahin çingiz əhməd abbas kərim rəhim səlim nəsir tağı hacı sadıq musa yusif yəhya bağır ' +
  'qulu heydər orxan elçin vaqif nəbi mustafa ibrahim xudayar süleyman zeynal əkbər əsgər səfər cavad novruz babək fərhad göyüş ilyas mirzə pənah rüstəm şükür'
const DAUGHTERS =
  'günay aysel leyla nigar sevinc çiçək gözəl ülviyyə şəbnəm könül xumar jalə lalə nərgiz zülfiyyə aytac fidan gülnarə həbibə məlahət röya töhfə mehparə'

/** Syllables with every letter of the alphabet, for names that no list has. */
const SYLLABLES =
  'ba bə cə ci çı çə də dü fə ğa gö gü ha hə xa xə xı ja ka kə la lə ma mə mı nə ni nü pə qa qu ra rə rü sa sə şa şə ta tə ti va və vu ya yə za zə zö'
const CODAS = ['', '', '', 'l', 'm', 'n', 'r', 'ş', 'd', 'z', 'f', 'q', 'x', 'y']

export interface Name {
  readonly written: string
  readonly kind: 'surname' | 'given'
}

/** Different names, written as in Azerbaijan today. */
export function namesOf(random: Random, invented: number): readonly Name[] {
  const fathers = FATHERS.split(' ')
  const stems = Array.from(
    { length: invented },
    () => pick(random, SYLLABLES.split(' ')) + pick(random, SYLLABLES.split(' ')) + pick(random, CODAS),
  )
  const surnames = [...fathers, ...stems].map((stem) => stem + (/[aəeıioöuü]$/.test(stem) ? 'yev' : stem.endsWith('y') ? 'ev' : 'ov'))
  const given = [...DAUGHTERS.split(' '), ...fathers, ...stems.slice(0, invented / 2)]
  const names = (words: readonly string[], kind: Name['kind']) => [...new Set(words)].map((word) => ({ written: capitalised(word), kind }))
  return [...names(surnames, 'surname'), ...names(given, 'given')]
}

const capitalised = (word: string): string => word.charAt(0).toLocaleUpperCase('az') + word.slice(1)

/** Replaces the spellings of a table, the longest first. */
function rewritten(text: string, table: Letters, random: Random = () => 0): string {
  const longestFirst = Object.keys(table).sort((a, b) => b.length - a.length)
  return text.replace(new RegExp(longestFirst.join('|'), 'gu'), (found) => pick(random, table[found] ?? [found]))
}

const BARE_A = lettersFrom('ş=s ç=c ğ=g ı=i ö=o ü=u ə=a')
const BARE_E = lettersFrom('ş=s ç=c ğ=g ı=i ö=o ü=u ə=e')
const OLD = lettersFrom('ş=sh ç=ch x=kh ğ=gh c=j q=g ə=a ı=i ö=o ü=u')
const OTHER = lettersFrom('ş=sh ç=ch x=h ğ=g c=dj q=g ə=e ı=y ö=o ü=u iye=ie iyə=ia mm=m')
const ANY = lettersFrom('ə=a/e ş=s/sh ç=c/ch x=x/kh/h ğ=g/gh c=c/j/dj q=q/g ö=o/oe ü=u/ue ı=i/y iye=iye/ie')
/** As clerks of the Soviet Union heard them. */
const HEARD = lettersFrom(
  'a=а b=б c=дж ç=ч d=д e=е ə=а/е/а f=ф g=г ğ=г h=г/х x=х ı=ы i=и j=ж k=к q=г/к l=л m=м n=н o=о ö=ё/о p=п r=р s=с ş=ш t=т u=у ü=ю/у v=в y=й z=з',
  'ya=я yə=я ye=е yu=ю yü=ю mm=м iyyə=ия',
)
const DUDEN = lettersFrom(
  'а=a б=b в=w г=g д=d дж=dsch е=e ие=ije ё=jo ж=sch з=s и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=ch ч=tsch ш=sch ы=y э=e ю=ju я=ja',
)

const lower = (name: Name): string => name.written.toLocaleLowerCase('az')
const russian = (name: Name, random: Random): string => rewritten(lower(name), HEARD, random)
const inIcao = (cyrillic: string): string => transliterate(cyrillic, 'ru-Cyrl', 'ru-Latn').text.toUpperCase()

/** How a name comes to be written, paper by paper. */
export const PAPERS: Readonly<Record<string, (name: Name, random: Random) => string>> = {
  'capitals of the language': ({ written }) => written.toLocaleUpperCase('az'),
  'Azerbaijani Cyrillic': ({ written }) => transliterate(written, 'az-Latn', 'az-Cyrl').text,
  'passport, ə as A': (name) => rewritten(lower(name), BARE_A).toUpperCase(),
  'passport, ə as E': (name) => rewritten(lower(name), BARE_E).toUpperCase(),
  'DIN 91379 search form': ({ written }) => searchFormOf(written),
  'older passport (sh, ch, kh, gh, j)': (name) => rewritten(lower(name), OLD).toUpperCase(),
  'English by ear (sh, ch, h, dj)': (name) => rewritten(lower(name), OTHER),
  'letter by letter at random': (name, random) => rewritten(lower(name), ANY, random),
  'Russian, usual': ({ written }) => transliterate(written, 'az-Latn', 'ru-Cyrl').text,
  'Russian, as heard': russian,
  'Russian as heard, ICAO Latin': (name, random) => inIcao(russian(name, random)),
  'German from Russian (Duden)': (name, random) => rewritten(russian(name, random), DUDEN),
  "woman's surname, passport": (name) => rewritten(lower(name) + (name.kind === 'surname' ? 'a' : ''), BARE_A).toUpperCase(),
}

const ALPHABET = Array.from('abcçdeəfgğhxıijkqlmnoöprsştuüvyz')

/** The same name with one letter of its stem replaced by another letter, any but itself. */
export function neighbourOf(name: Name, random: Random): string {
  const letters = Array.from(lower(name))
  const stem = name.kind === 'surname' ? letters.length - 3 : letters.length
  const at = Math.floor(random() * stem)
  const other = pick(
    random,
    ALPHABET.filter((letter) => letter !== letters[at]),
  )
  return letters.map((letter, index) => (index === at ? other : letter)).join('')
}
