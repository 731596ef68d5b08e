/** Whether the name field of the machine-readable zone is that of the person. A warning at most: nobody is refused for a spelling. */
import { type MrzNameParts, mrzNamePartsOf } from '#core/documents/mrz-name.ts'
import { matchingKeysOf } from '#core/names/matching-keys.ts'
import type { NameForm, Person } from '#schemas/generated/types.ts'

export type MrzAgreement = 'agrees' | 'differs' | 'nothing-to-compare'

type Named = Pick<Person, 'familyName' | 'givenNames' | 'patronymic' | 'printedName' | 'mrzName'>

/** Against the name as printed, or as given where there is none; with and without the patronymic, in every spelling, and whether cut or not. */
export function mrzAgreement({ mrzName, printedName, ...given }: Named): MrzAgreement {
  if (mrzName === undefined) return 'nothing-to-compare'
  const read = mrzNamePartsOf(mrzName)
  return namesOf(printedName ?? given).some((name) => isReadOf(read, name)) ? 'agrees' : 'differs'
}

/** The patronymic stands behind the given names in some states' documents, and nowhere in others'. */
function namesOf({ familyName, givenNames, patronymic }: NameForm): readonly Pick<NameForm, 'familyName' | 'givenNames'>[] {
  const behind = [givenNames, patronymic].filter((part) => part !== undefined).join(' ')
  return [
    { familyName, ...(givenNames === undefined ? {} : { givenNames }) },
    ...(patronymic === undefined ? [] : [{ familyName, givenNames: behind }]),
  ]
}

function isReadOf(read: MrzNameParts, { familyName, givenNames = '' }: Pick<NameForm, 'familyName' | 'givenNames'>): boolean {
  return isSame(read.familyName, familyName, read.mayBeCut) && isSame(read.givenNames ?? '', givenNames, read.mayBeCut)
}

function isSame(read: string, name: string, mayBeCut: boolean): boolean {
  if (read === '' || name === '') return read === name
  const whole = matchingKeysOf(name)
  return matchingKeysOf(read).some((key) => whole.some((other) => (mayBeCut ? other.startsWith(key) : other === key)))
}
