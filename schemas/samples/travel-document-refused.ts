import type { TravelDocumentRefused } from '#schemas/generated/types.ts'
import { consul, embassy, gunay, ilqar, nameOnly } from './cast.ts'

const small: TravelDocumentRefused = {
  caseReference: 'KŞ-2026-0093',
  persons: [nameOnly],
  grounds: [{ code: 'PHOTO_UNSUITABLE', text: 'Fotoşəkil köhnədir.' }],
  official: { name: consul.name },
}

const full: TravelDocumentRefused = {
  caseReference: 'KŞ-2026-0093',
  mission: 'AZE-DEBER',
  persons: [gunay, ilqar],
  grounds: [
    { code: 'PHOTO_UNSUITABLE', text: 'Fotoşəkil köhnədir.' },
    { code: 'IDENTITY_DOUBTFUL', text: 'Doğum tarixi reyestrdəki ilə uyğun gəlmir.' },
  ],
  observations: 'Yeni fotoşəkillə yenidən müraciət edilə bilər.',
  authority: embassy,
  official: consul,
}

export const travelDocumentRefused = { small, full }
