/** Documents and what they prove. Codes of the agreement's annexes 1 to 4. */
import { codeList } from './code-list.ts'

export const documentType = codeList('DocumentTypeCode', ['Kind of a document that a person holds', 'Şəxsdə olan sənədin növü'], {
  PASSPORT: ['Passport', 'Pasport'],
  IDENTITY_CARD: ['Identity card', 'Şəxsiyyət vəsiqəsi'],
  RETURN_CERTIFICATE: ['Certificate of return', 'Qayıdış şəhadətnaməsi'],
  EU_TRAVEL_DOCUMENT: ['European travel document for return', 'Geri qayıtmaq üçün Avropa səyahət sənədi'],
  SEAMANS_BOOK: ["Seaman's book", 'Dənizçi kitabçası'],
  SERVICE_BOOK: ['Service book or military identity card', 'Hərbi bilet və ya hərbi qulluqçunun şəxsiyyət vəsiqəsi'],
  DRIVING_LICENCE: ['Driving licence', 'Sürücülük vəsiqəsi'],
  BIRTH_CERTIFICATE: ['Birth certificate', 'Doğum haqqında şəhadətnamə'],
  RESIDENCE_PERMIT: ['Residence permit', 'Yaşayış icazəsi'],
  VISA: ['Visa', 'Viza'],
  OTHER: ['Other document', 'Digər sənəd'],
})

export const evidence = codeList(
  'EvidenceCode',
  [
    'Evidence of nationality (annexes 1 and 2) and for third-country nationals and stateless persons (annexes 3 and 4)',
    'Vətəndaşlığın sübutları (1 və 2 nömrəli əlavələr), üçüncü ölkə vətəndaşlarına və vətəndaşlığı olmayan şəxslərə dair sübutlar (3 və 4 nömrəli əlavələr)',
  ],
  {
    N01: ['Passport of any kind', 'İstənilən növ pasport'],
    N02: ['Laissez-passer issued by the requested state', 'Tələb olunan dövlətin verdiyi qayıdış şəhadətnaməsi'],
    N03: ['Identity card of any kind', 'İstənilən növ şəxsiyyət vəsiqəsi'],
    N04: ['Service book or military identity card', 'Hərbi bilet və ya hərbi qulluqçunun şəxsiyyət vəsiqəsi'],
    N05: ["Seaman's registration book or skipper's service card", 'Dənizçi kitabçası və ya gəmi kapitanının xidməti vəsiqəsi'],
    N06: [
      'Citizenship certificate or other official document that states citizenship',
      'Vətəndaşlığı təsdiq edən şəhadətnamə və ya digər rəsmi sənəd',
    ],
    N07: ['Positive match in the Visa Information System', 'Viza İnformasiya Sistemində müsbət uyğunluq'],
    P01: ['Copy of a document of annex 1', '1-ci əlavədəki sənədin surəti'],
    P02: ['Driving licence or its copy', 'Sürücülük vəsiqəsi və ya onun surəti'],
    P03: [
      'Birth certificate, extract of civil status or its copy',
      'Doğum haqqında şəhadətnamə, vətəndaşlıq vəziyyəti aktından çıxarış və ya onun surəti',
    ],
    P04: ['Company identity card or its copy', 'İş yerinin vəsiqəsi və ya onun surəti'],
    P05: ['Statement of a witness', 'Şahidin ifadəsi'],
    P06: ["The person's own statement and language", 'Şəxsin öz ifadəsi və danışdığı dil'],
    P07: ['Other document that helps to establish nationality', 'Vətəndaşlığı müəyyən etməyə kömək edən digər sənəd'],
    P08: ['Expired document of annex 1', '1-ci əlavədəki vaxtı keçmiş sənəd'],
    P09: ['Biometric data', 'Biometrik məlumat'],
    T01: ['Visa or residence permit of the requested state', 'Tələb olunan dövlətin vizası və ya yaşayış icazəsi'],
    T02: ['Entry or exit stamp or similar evidence', 'Giriş və ya çıxış möhürü və ya oxşar sübut'],
    T03: ["Document in the person's name issued by the requested state", 'Tələb olunan dövlətin şəxsin adına verdiyi sənəd'],
    T04: ['Extract of a register', 'Reyestrdən çıxarış'],
    Q01: [
      'Tickets, bills, appointment cards or passenger lists in the name of the person',
      'Şəxsin adına bilet, qəbz, görüş vərəqəsi və ya sərnişin siyahısı',
    ],
    Q02: ['Use of a courier or travel agency', 'Kuryerdən və ya səyahət agentliyindən istifadə'],
    Q03: ['Official statement of border staff', 'Sərhəd əməkdaşlarının rəsmi ifadəsi'],
    Q04: ['Statement of other officials or witnesses', 'Digər vəzifəli şəxslərin və ya şahidlərin ifadəsi'],
    Q05: ['Place and circumstances of interception', 'Saxlanılma yeri və şəraiti'],
    Q06: ['Information of an international organisation', 'Beynəlxalq təşkilatın məlumatı'],
    Q07: ['Statement of family members or travel companions', 'Ailə üzvlərinin və ya yol yoldaşlarının ifadəsi'],
    Q08: ["The person's own statement", 'Şəxsin öz ifadəsi'],
    Q09: ['Residence permit or visa expired for more than two years', 'Vaxtı iki ildən çox əvvəl bitmiş yaşayış icazəsi və ya viza'],
    Q10: ['Other prima facie evidence', 'Digər ilkin sübut'],
  },
)

export const documentBasis = codeList(
  'DocumentBasisCode',
  ['With which document the person will travel', 'Şəxsin hansı sənədlə səyahət edəcəyi'],
  {
    HELD_DOCUMENT: ['Valid travel document that the person holds', 'Şəxsdə olan etibarlı səyahət sənədi'],
    RETURN_CERTIFICATE: [
      'Certificate of return that the requested state will issue',
      'Tələb olunan dövlətin verəcəyi qayıdış şəhadətnaməsi',
    ],
    EU_TRAVEL_DOCUMENT: ['European travel document for return', 'Geri qayıtmaq üçün Avropa səyahət sənədi'],
  },
)

export const travelDocumentRefusal = codeList(
  'TravelDocumentRefusalCode',
  ['Why a travel document is not issued', 'Səyahət sənədinin verilməməsinin səbəbi'],
  {
    IDENTITY_DOUBTFUL: ['Identity in doubt', 'Şəxsiyyət şübhə doğurur'],
    NATIONALITY_DOUBTFUL: ['Nationality in doubt', 'Vətəndaşlıq şübhə doğurur'],
    NO_APPROVAL: ['No approval of the readmission', 'Readmissiyaya razılıq yoxdur'],
    PHOTO_UNSUITABLE: ['Photograph missing or unsuitable', 'Fotoşəkil yoxdur və ya yararsızdır'],
    VALID_DOCUMENT_HELD: ['The person holds a valid travel document', 'Şəxsin etibarlı səyahət sənədi var'],
    OTHER: ['Other ground', 'Digər əsas'],
  },
)

export const renewalReason = codeList(
  'RenewalReasonCode',
  ['Why a travel document is to be renewed', 'Səyahət sənədinin yenilənməsinin səbəbi'],
  {
    EXPIRED: ['Expired', 'Vaxtı keçib'],
    EXPIRES_BEFORE_TRANSFER: ['Expires before the transfer', 'Vaxtı təhvildən əvvəl bitir'],
    LOST: ['Lost', 'İtirilib'],
    DAMAGED: ['Damaged', 'Zədələnib'],
    WRONG_PARTICULARS: ['Wrong particulars', 'Məlumatlar səhvdir'],
  },
)
