/** The invented people and authorities of the samples. Nobody here exists. */
import type { Address, Attachment, Authority, BorderPoint, Official, PersonBrief } from '#schemas/generated/types.ts'

/** A JPEG of one grey pixel. */
export const PICTURE =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA='

/** The same picture, beside the message. */
export const copyOf = (title: string): Attachment => ({
  digest: '9650f149d622055c4b495e65e9148ebfc5e61b1bb00e83538e76afe48c496eaf',
  size: 134,
  mediaType: 'image/jpeg',
  title,
})

export const returnOffice: Authority = {
  name: 'Rückführungsamt Musterland',
  unit: 'Referat 12',
  phone: '+493000000012',
  fax: '+493000000013',
  email: 'referat12@rueckfuehrung.example',
  address: { street: 'Beispielstraße 12', locality: 'Berlin', region: 'Berlin', postalCode: '10999', country: 'DEU' },
}

export const migrationService: Authority = {
  name: 'Dövlət Miqrasiya Xidməti',
  unit: 'Readmissiya şöbəsi',
  phone: '+994120000000',
  fax: '+994120000001',
  email: 'readmissiya@miqrasiya.example',
  address: { street: 'Nümunə küçəsi 1', locality: 'Bakı', region: 'Binəqədi', postalCode: 'AZ1114', country: 'AZE' },
}

export const embassy: Authority = {
  ...migrationService,
  name: 'Azərbaycan Respublikasının səfirliyi',
  unit: 'Konsulluq şöbəsi',
  email: 'konsul@sefirlik.example',
  address: { street: 'Beispielallee 3', locality: 'Berlin', region: 'Berlin', postalCode: '10999', country: 'DEU' },
}

export const borderService: Authority = {
  ...migrationService,
  name: 'Dövlət Sərhəd Xidməti',
  unit: 'Hava limanı dəstəsi',
  email: 'gyd@serhed.example',
}

export const shelter: Address = {
  street: 'Musterweg 5',
  locality: 'Musterstadt',
  region: 'Brandenburg',
  postalCode: '15999',
  country: 'DEU',
}

export const caseOfficer: Official = {
  name: 'Jörg Mustermann',
  position: 'Referent',
  phone: '+493000000012',
  email: 'j.mustermann@rueckfuehrung.example',
}

export const registrar: Official = {
  name: 'Qədirova Şəbnəm İsa qızı',
  position: 'Baş məsləhətçi',
  phone: '+994120000002',
  email: 's.qedirova@miqrasiya.example',
}

export const consul: Official = {
  name: 'Əhmədova Çinarə Yusif qızı',
  position: 'Konsul',
  phone: '+493000000093',
  email: 'c.ehmedova@sefirlik.example',
}

export const registerKeeper: Official = {
  name: 'İsgəndərov Uğur Vaqif oğlu',
  position: 'Reyestr üzrə inspektor',
  phone: '+994120000004',
  email: 'u.isgenderov@daxili.example',
}

export const borderOfficer: Official = {
  name: 'Hüseynov Çingiz Ağa oğlu',
  position: 'Növbə rəisi',
  phone: '+994120000003',
  email: 'novbe@serhed.example',
}

export const baku: BorderPoint = { name: 'Bakı, Heydər Əliyev Beynəlxalq Hava Limanı', airport: 'GYD', country: 'AZE' }
export const frankfurt: BorderPoint = { name: 'Frankfurt am Main', airport: 'FRA', country: 'DEU' }

export const gunay: PersonBrief = {
  familyName: 'Əliyeva',
  givenNames: 'Günay',
  patronymic: 'Rəşid qızı',
  maidenName: 'Şıxlinskaya',
  sex: 'F',
  birthDate: '1988-03-21',
  birthPlace: 'Kirovabad (Gəncə)',
  birthCountry: 'SUN',
  nationalities: ['AZE'],
  identifiers: [{ type: 'FIN', value: '5XK7T2Q', country: 'AZE' }],
}

export const ilqar: PersonBrief = {
  familyName: 'Məmmədov',
  givenNames: 'İlqar',
  patronymic: 'Şahin oğlu',
  maidenName: 'Məmmədov',
  sex: 'M',
  birthDate: '1985',
  birthPlace: 'Şəki',
  birthCountry: 'AZE',
  nationalities: ['AZE'],
  identifiers: [{ type: 'FIN', value: '2BC9D4F', country: 'AZE' }],
}

/** The shortest way to say who is meant. */
export const nameOnly = { familyName: 'Əliyeva' }
