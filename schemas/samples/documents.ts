/** The documents and the escort of the samples. */
import type { Document, Escort } from '#schemas/generated/types.ts'

export const passport = {
  type: 'PASSPORT',
  number: 'C00000000',
  issuedOn: '2012-05-14',
  issuedIn: 'Gəncə',
  issuedBy: 'Gəncə şəhər pasport qeydiyyatı şöbəsi',
  expiresOn: '2022-05-13',
  country: 'AZE',
} as const satisfies Document

export const returnCertificate = {
  type: 'RETURN_CERTIFICATE',
  number: 'QS000000',
  issuedOn: '2026-12-01',
  issuedIn: 'Berlin',
  issuedBy: 'Azərbaycan Respublikasının səfirliyi',
  expiresOn: '2027-04-30',
  country: 'AZE',
} as const satisfies Document

export const escort: Escort = {
  familyName: 'Beispiel',
  givenNames: 'Ülker',
  role: 'MEDICAL',
  document: { ...returnCertificate, type: 'PASSPORT', number: 'C0X000000', issuedBy: 'Bürgeramt', country: 'DEU', expiresOn: '2031-01-31' },
}
