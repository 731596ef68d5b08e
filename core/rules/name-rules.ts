/** Names that do not seem to be what they are said to be. Nobody is refused for a spelling. */
import type { Message } from '#core/message.ts'
import { splitPatronymic } from '#core/names/patronymic.ts'
import type { NameForm, Person } from '#schemas/generated/types.ts'
import { mrzAgreement } from './mrz-agreement.ts'
import { type Place, placesIn, typesWith } from './places.ts'
import type { Rule } from './rule.ts'

const namedIn = (message: Message, isMeant: (place: Place) => boolean): readonly Place[] =>
  placesIn(message)
    .filter((place) => place.shape.kind === 'record' && isMeant(place))
    .toArray()

const hasField = ({ shape }: Place, name: string): boolean => shape.kind === 'record' && shape.fields.some((field) => field.name === name)

/** A document prints the patronymic where it likes. */
const holdsPatronymic = (place: Place): boolean =>
  place.name !== 'printedName' &&
  hasField(place, 'patronymic') &&
  splitPatronymic((place.value as NameForm).givenNames ?? '').patronymic !== undefined

export const NAME_RULES: readonly Rule[] = [
  {
    rule: 'mrz-name',
    on: typesWith('mrzName'),
    effect: 'flags',
    where: '/body/subject/mrzName',
    expected: [
      'the name of the visual zone, or the name given, as machine-readable zones write it',
      'vizual zonadakı və ya göstərilən adın maşınla oxunan zonada yazılışı',
    ],
    hint: [
      'Compare the machine-readable zone with the document: another spelling is no fault, another name is.',
      'Maşınla oxunan zonanı sənədlə tutuşdurun: fərqli yazılış səhv deyil, fərqli ad isə səhvdir.',
    ],
    article: '8',
    broken: (message) =>
      namedIn(message, ({ value }) => mrzAgreement(value as Person) === 'differs').map(({ pointer }) => `${pointer}/mrzName`),
  },
  {
    rule: 'given-names-patronymic',
    on: typesWith('patronymic'),
    effect: 'flags',
    where: 'givenNames of any person',
    expected: ["given names without the father's name, which has a field of its own", 'ata adı olmadan ad; ata adı üçün ayrıca sahə var'],
    hint: [
      'Give the name with oğlu, qızı or a patronymic ending as `patronymic`.',
      'Oğlu, qızı sözü və ya ata adı sonluğu olan adı `patronymic` sahəsində göstərin.',
    ],
    article: '8',
    broken: (message) => namedIn(message, holdsPatronymic).map(({ pointer }) => `${pointer}/givenNames`),
  },
]
