/** How the requested state finds out who somebody is. */
import { codeList } from './code-list.ts'

export const register = codeList('RegisterCode', ['Register in which an identity is looked for', 'Şəxsiyyətin axtarıldığı reyestr'], {
  POPULATION: ['Population register', 'Əhalinin reyestri'],
  IDENTITY_CARDS: ['Identity cards', 'Şəxsiyyət vəsiqələri'],
  PASSPORTS: ['Passports', 'Pasportlar'],
  CITIZENSHIP: ['Citizenship', 'Vətəndaşlıq'],
  CIVIL_STATUS: ['Civil status', 'Vətəndaşlıq vəziyyəti aktları'],
  MIGRATION: ['Visas and residence permits', 'Vizalar və yaşayış icazələri'],
  BORDER_CROSSINGS: ['Border crossings', 'Sərhədin keçilməsi'],
  CONSULAR: ['Consular registration', 'Konsulluq qeydiyyatı'],
  OTHER: ['Other register', 'Digər reyestr'],
})

export const verdict = codeList('VerdictCode', ['What a register says', 'Reyestr üzrə nəticə'], {
  MATCH: ['One matching entry', 'Bir uyğun qeyd var'],
  SEVERAL: ['Several entries may match', 'Bir neçə qeyd uyğun ola bilər'],
  NO_MATCH: ['No matching entry', 'Uyğun qeyd yoxdur'],
  NOT_SEARCHED: ['Could not be searched', 'Axtarış aparmaq mümkün olmayıb'],
})

export const confidence = codeList('ConfidenceCode', ['How sure a finding is', 'Nəticənin etibarlılıq dərəcəsi'], {
  CERTAIN: ['Certain', 'Dəqiq'],
  PROBABLE: ['Probable', 'Ehtimal olunan'],
  POSSIBLE: ['Possible', 'Mümkün'],
})

export const interviewMode = codeList('InterviewModeCode', ['How an interview is held', 'Müsahibənin keçirilmə üsulu'], {
  IN_PERSON: ['In person', 'Əyani'],
  VIDEO: ['By video', 'Video vasitəsilə'],
  TELEPHONE: ['By telephone', 'Telefonla'],
})

export const interviewOutcome = codeList('InterviewOutcomeCode', ['Outcome of an interview', 'Müsahibənin nəticəsi'], {
  NATIONALITY_CONFIRMED: ['Nationality confirmed', 'Vətəndaşlıq təsdiqlənib'],
  NOT_CONFIRMED: ['Nationality not confirmed', 'Vətəndaşlıq təsdiqlənməyib'],
  INCONCLUSIVE: ['Inconclusive', 'Qəti nəticə yoxdur'],
  NO_SHOW: ['The person did not appear', 'Şəxs gəlməyib'],
})
