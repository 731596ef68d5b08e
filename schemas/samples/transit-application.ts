import type { TransitApplication } from '#schemas/generated/types.ts'
import { baku, caseOfficer, frankfurt, migrationService, nameOnly, returnOffice } from './cast.ts'
import { escort, passport } from './documents.ts'
import { readmissionApplication } from './readmission-application.ts'

const small: TransitApplication = {
  caseReference: 'TR-2026/0031',
  date: '2026-11-30',
  requestingAuthority: { name: returnOffice.name },
  requestedAuthority: { name: migrationService.name },
  subject: { ...nameOnly, nationalities: ['UZB'] },
  document: { type: 'PASSPORT' },
  mode: 'AIR',
  destination: 'UZB',
  borderPoint: { name: baku.name },
  arrivalAt: '2026-12-14T14:10:00Z',
  admissionGuaranteed: true,
  refusalGroundKnown: false,
  signatory: { name: caseOfficer.name },
}

const full: TransitApplication = {
  ...small,
  place: 'Berlin',
  requestingAuthority: returnOffice,
  requestedAuthority: migrationService,
  subject: { ...readmissionApplication.full.subject, nationalities: ['UZB'] },
  document: { ...passport, country: 'UZB' },
  transitStates: ['KAZ'],
  borderPoint: { ...baku, country: 'AZE' },
  exitPoint: { ...frankfurt, name: 'Bakı, tranzit zonası', airport: 'GYD', country: 'AZE' },
  departureAt: '2026-12-14T19:30:00Z',
  flight: 'XX1234',
  escorts: [escort],
  observations: 'Tranzit zonasını tərk etməyəcək.',
  signatory: caseOfficer,
}

export const transitApplication = { small, full }
