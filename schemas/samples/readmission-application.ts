import type { FamilyMember, ReadmissionApplication } from '#schemas/generated/types.ts'
import { caseOfficer, copyOf, gunay, ilqar, migrationService, nameOnly, PICTURE, returnOffice } from './cast.ts'

const small: ReadmissionApplication = {
  procedure: 'NORMAL',
  personCategory: 'OWN_NATIONAL',
  caseReference: 'RA-2026/0417',
  date: '2026-11-20',
  requestingAuthority: { name: returnOffice.name },
  requestedAuthority: { name: migrationService.name },
  interviewRequested: false,
  subject: { ...nameOnly, nationalities: ['AZE'] },
  signatory: { name: caseOfficer.name },
}

const looks = {
  aliases: [{ familyName: 'Aliyeva', givenNames: 'Gunay', patronymic: 'Rashid gizi' }],
  heightCm: 168,
  eyeColour: 'BROWN',
  distinguishingMarks: 'Sol əlində kiçik çapıq',
  languages: ['az-Latn', 'rus'],
} as const

const { identifiers: _, ...spouse } = ilqar

const child: FamilyMember = {
  ...looks,
  familyName: 'Məmmədova',
  givenNames: 'Aysel',
  patronymic: 'İlqar qızı',
  maidenName: 'Məmmədova',
  aliases: [{ familyName: 'Mamedova', givenNames: 'Aisel', patronymic: 'Ilgar gizi' }],
  sex: 'F',
  birthDate: '2014-09',
  birthPlace: 'Gəncə',
  birthCountry: 'AZE',
  heightCm: 142,
  nationalities: ['AZE'],
}

const full: ReadmissionApplication = {
  procedure: 'ACCELERATED',
  personCategory: 'OWN_NATIONAL',
  caseReference: 'RA-2026/0417',
  date: '2026-11-20',
  place: 'Berlin',
  requestingAuthority: returnOffice,
  requestedAuthority: migrationService,
  interviewRequested: true,
  subject: {
    ...gunay,
    ...looks,
    sourceScriptName: { familyName: 'Алиева', givenNames: 'Гюнай', patronymic: 'Рашид кызы' },
    printedName: { familyName: 'ƏLİYEVA', givenNames: 'GÜNAY', patronymic: 'RƏŞİD QIZI' },
    mrzName: 'ALIYEVA<<GUNAY<RASHID<QIZI',
    nationalities: ['AZE'],
    formerNationalities: ['SUN'],
    civilStatus: 'MARRIED',
    lastAddress: { street: 'Nizami küçəsi 7, mənzil 3', locality: 'Gəncə', region: 'Kəpəz', postalCode: 'AZ2000', country: 'AZE' },
    photo: { mediaType: 'image/jpeg', content: PICTURE },
  },
  spouse: { ...looks, ...spouse, aliases: [{ familyName: 'Mamedov', givenNames: 'Ilgar', patronymic: 'Shahin oglu' }], heightCm: 181 },
  children: [child],
  health: { consent: true, statement: 'Astma; inhalyator lazımdır.\nUçuşa yararlıdır.', contagiousDisease: 'Varicella' },
  danger: 'Məlum deyil',
  security: 'Uşaqla birlikdə təhvil verilməlidir',
  evidence: [
    {
      code: 'P08',
      number: 'C00000000',
      issuedOn: '2012-05-14',
      issuedIn: 'Gəncə',
      issuedBy: 'Gəncə şəhər pasport qeydiyyatı şöbəsi',
      expiresOn: '2022-05-13',
      country: 'AZE',
      note: 'Vaxtı keçmiş pasport; bütün səhifələrin surəti əlavə olunur',
      attachments: [copyOf('Pasportun surəti')],
    },
    { code: 'P06', note: 'Şəxsin öz ifadəsi' },
  ],
  dateOfKnowledge: '2026-11-19',
  obstacle: 'Yoxdur',
  apprehension: { at: '2026-11-19T16:40:00Z', place: 'Frankfurt am Main, Flughafen, Terminal 2' },
  observations: 'Ailə bir yerdə qalmaq istəyir.',
  signatory: caseOfficer,
}

export const readmissionApplication = { small, full }
