/** Invented people for the demo: the same conversation always has the same person, so that no system has to remember any. */
import { createHash } from 'node:crypto'

const FEMALE = ['Günay', 'Aynur', 'Şəbnəm', 'Könül', 'Lalə', 'Nərmin', 'Sevinc', 'Ülviyyə']
const MALE = ['İlqar', 'Rəşad', 'Elçin', 'Vüqar', 'Şahin', 'Tərlan', 'Orxan', 'Cavid']
const FAMILY = ['Əliyev', 'Məmmədov', 'Hüseynov', 'Quliyev', 'İsmayılov', 'Rəhimov', 'Abbasov', 'Cəfərov']
const FATHERS = ['Rəşid', 'Şahin', 'Heydər', 'Yusif', 'Nəriman', 'Əkbər', 'İdris', 'Tofiq']
const PLACES = ['Bakı', 'Gəncə', 'Şəki', 'Lənkəran', 'Mingəçevir', 'Quba', 'Naxçıvan', 'Şirvan']

export interface Invented {
  readonly familyName: string
  readonly givenNames: string
  readonly patronymic: string
  readonly sex: 'F' | 'M'
  readonly birthDate: string
  readonly birthPlace: string
  readonly passport: string
  /** A number to tell cases apart by. */
  readonly reference: string
}

export function personOf(conversationId: string): Invented {
  const dice = createHash('sha256').update(conversationId).digest()
  const pick = (from: readonly string[], at: number): string => from[(dice[at] ?? 0) % from.length] ?? ''
  const female = (dice[0] ?? 0) % 2 === 0
  const two = (value: number): string => String(value).padStart(2, '0')
  return {
    familyName: pick(FAMILY, 1) + (female ? 'a' : ''),
    givenNames: pick(female ? FEMALE : MALE, 2),
    patronymic: `${pick(FATHERS, 3)} ${female ? 'qızı' : 'oğlu'}`,
    sex: female ? 'F' : 'M',
    birthDate: `19${two(60 + ((dice[4] ?? 0) % 40))}-${two(1 + ((dice[5] ?? 0) % 12))}-${two(1 + ((dice[6] ?? 0) % 28))}`,
    birthPlace: pick(PLACES, 7),
    passport: `C${String(dice.readUInt32BE(8) % 100_000_000).padStart(8, '0')}`,
    reference: String(dice.readUInt32BE(12) % 1_000_000).padStart(6, '0'),
  }
}
