/**
 * What a spelling may stand for, in the papers of any of the states: one class of letters for all that are written for one another. Data, in lower case.
 *
 * Classes: A is a, e and ə; I is i, ı and y; G is g, ğ and q; H is h and x; J is c and j; C is ç; S is s and ş. The variants of ə, ş, ç, x, ğ, c, q, ö, ü and
 * i are those observed in passports (general knowledge, some seen in samples); Russian, German, Polish and French spellings are general knowledge.
 */
import { lettersFrom } from './letters.ts'

export const SOUNDS = lettersFrom(
  // Azerbaijani in Latin letters, and the same without its marks
  'a=A b=B c=J/C ç=C d=D e=A ə=A f=F g=G/H ğ=G h=H x=H/KS ı=I i=I j=J/I k=K/G q=G/K l=L m=M n=N o=O ö=O/A p=P r=R s=S ş=S t=T u=U ü=U v=V y=I z=Z',
  'ye=A/IA yə=IA/A',
  // Search forms and old passports
  'oe=O/A/OA ue=U/UA sh=S/SH ch=C/H kh=H gh=G zh=J dzh=J dj=J/DI ts=TS',
  // German, Polish and French
  'ä=A w=V sch=S tsch=C dsch=J je=A/JA jo=JO/IO/O/A tch=C cz=C sz=S ou=U/OU',
  // Cyrillic
  'а=A б=B в=V г=G/H ғ=G д=D е=A ё=O/A ә=A ж=J з=Z и=I й=I ј=I ы=I к=K/G ҝ=G л=L м=M н=N о=O ө=O/A п=P р=R с=S т=T у=U ү=U ф=F х=H һ=H',
  'ц=TS ч=C ҹ=J ш=S щ=S ъ= ь= э=A ю=IU я=IA/A дж=J',
)

/** What is written in more than one way wherever it stands: pattern and what is left of it, in this order. */
export const LEVELLED: readonly (readonly [RegExp, string])[] = [
  // Гюнай and Günay, Кямран and Kamran
  [/([BCDFGHJKLMNPRSTVZ])IU/gu, '$1U'],
  [/([GK])IA/gu, '$1A'],
  // Mamedov and Məmmədov, Aliev and Əliyev
  [/(.)\1+/gu, '$1'],
  // A woman's surname: Əliyeva, Полянская
  [/^(..+[OA]V)A$/u, '$1'],
  [/SKAIA$/u, 'SKI'],
]
