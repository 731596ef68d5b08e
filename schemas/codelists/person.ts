/** What is said about a person. */
import { codeList } from './code-list.ts'

export const personCategory = codeList(
  'PersonCategoryCode',
  [
    'Why the requested state owes readmission (agreement, articles 3 to 6)',
    'Tələb olunan dövlətin readmissiya öhdəliyinin əsası (Saziş, 3–6-cı maddələr)',
  ],
  {
    OWN_NATIONAL: ['Own national of the requested state', 'Tələb olunan dövlətin vətəndaşı'],
    FORMER_NATIONAL: ['Former national without another nationality', 'Başqa vətəndaşlığı olmayan keçmiş vətəndaş'],
    FAMILY_SPOUSE: ['Spouse of a national', 'Vətəndaşın əri və ya arvadı'],
    FAMILY_CHILD: ['Minor unmarried child of a national', 'Vətəndaşın yetkinlik yaşına çatmamış subay övladı'],
    THIRD_COUNTRY_NATIONAL: ['Third-country national', 'Üçüncü ölkənin vətəndaşı'],
    STATELESS: ['Stateless person', 'Vətəndaşlığı olmayan şəxs'],
  },
)

export const sex = codeList(
  'SexCode',
  [
    'Sex, as in the visual zone of travel documents (ICAO Doc 9303)',
    'Cins, səyahət sənədlərinin vizual hissəsində göstərildiyi kimi (ICAO Doc 9303)',
  ],
  {
    F: ['Female', 'Qadın'],
    M: ['Male', 'Kişi'],
    X: ['Unspecified', 'Göstərilməyib'],
  },
)

export const civilStatus = codeList('CivilStatusCode', ['Civil status', 'Ailə vəziyyəti'], {
  SINGLE: ['Single', 'Subay'],
  MARRIED: ['Married', 'Evli'],
  DIVORCED: ['Divorced', 'Boşanmış'],
  WIDOWED: ['Widowed', 'Dul'],
  PARTNERSHIP: ['In a registered partnership', 'Qeydə alınmış tərəfdaşlıqda'],
  UNKNOWN: ['Unknown', 'Məlum deyil'],
})

export const eyeColour = codeList('EyeColourCode', ['Colour of the eyes', 'Gözlərin rəngi'], {
  BLACK: ['Black', 'Qara'],
  BLUE: ['Blue', 'Mavi'],
  BROWN: ['Brown', 'Qəhvəyi'],
  GREEN: ['Green', 'Yaşıl'],
  GREY: ['Grey', 'Boz'],
  HAZEL: ['Hazel', 'Qonur'],
  OTHER: ['Other', 'Digər'],
})

export const identifierType = codeList('IdentifierTypeCode', ['Kind of a personal identifier', 'Fərdi identifikasiya nömrəsinin növü'], {
  FIN: ['Personal identification number of Azerbaijan (FİN)', 'Fərdi identifikasiya nömrəsi (FİN)'],
  NATIONAL_NUMBER: ['National identity number of another state', 'Başqa dövlətin milli identifikasiya nömrəsi'],
  FOREIGNERS_FILE: ["Number in the requesting state's register of foreigners", 'Tələb edən dövlətin əcnəbilər reyestrindəki nömrə'],
  OTHER: ['Other identifier', 'Digər identifikator'],
})

export const photoMediaType = codeList(
  'PhotoMediaTypeCode',
  ['Media types of a photograph (ISO/IEC 39794-5)', 'Fotoşəklin media növləri (ISO/IEC 39794-5)'],
  {
    'image/jpeg': ['JPEG', 'JPEG'],
    'image/jp2': ['JPEG 2000', 'JPEG 2000'],
  },
)
