/** Definitions of the exchange itself in Azerbaijani: header, attachments, receipts, problems, notices of the hub. */
export const EXCHANGE = {
  'The routing head. The hub changes none of it when it forwards, but for version and contentDigest towards who takes an older version.':
    'Yönləndirmə başlığı. Qovşaq mesajı ötürərkən burada heç nəyi dəyişmir; yalnız köhnə versiyanı qəbul edən tərəf üçün version və contentDigest dəyişir.',
  'Id of the message, unique for its sender; version 7 preferred':
    'Mesajın identifikatoru, göndərən üçün təkrarsızdır; 7-ci versiya üstün tutulur',
  'Id of the case': 'İşin identifikatoru',
  'Id of the message that this one answers': 'Bu mesajın cavablandırdığı mesajın identifikatoru',
  'Author: the party that signs': 'Müəllif: imzalayan tərəf',
  Recipient: 'Alıcı',
  'Further recipients': 'Digər alıcılar',
  'Kind of message; decides the body': 'Mesajın növü; məzmunun tərkibini müəyyən edir',
  'Version of the message standard': 'Mesaj standartının versiyası',
  'Rule set under which it is sent, e.g. eu-az-2014': 'Mesajın göndərildiyi qaydalar toplusu, məsələn, eu-az-2014',
  'When it was written': 'Tərtib edildiyi vaxt',
  'After this it must not be delivered any more': 'Bu vaxtdan sonra çatdırıla bilməz',
  '128 random bits, so that a digest cannot be guessed once the body is erased':
    '128 təsadüfi bit; məzmun silindikdən sonra heşin təxmin edilməsinin qarşısını alır',
  'SHA-256 of the RFC 8785 form of header (without this member) and body; the hub always sends it':
    'Başlığın (bu sahə istisna olmaqla) və məzmunun RFC 8785 formasının SHA-256 heşi; qovşaq onu həmişə göndərir',

  'A binary that travels beside the message: uploaded first, named here.':
    'Mesajla yanaşı göndərilən ikili fayl: əvvəlcə yüklənir, sonra burada göstərilir.',
  'SHA-256 of its bytes': 'Baytlarının SHA-256 heşi',
  'Its length in bytes': 'Həcmi, baytla',
  'Its media type': 'Media növü',
  'What it is, for people': 'Faylın oxucu üçün təsviri',

  'A signed statement about the exact bytes of a message.': 'Mesajın dəqiq baytları haqqında imzalanmış qəbz.',
  'Id of the receipt': 'Qəbzin identifikatoru',
  'Id of the message': 'Mesajın identifikatoru',
  'Id of the delivery, in the receipt of a recipient': 'Çatdırılmanın identifikatoru; alıcının qəbzində göstərilir',
  'SHA-256 of the exact bytes; for detached JSON, of the body': 'Dəqiq baytların SHA-256 heşi; ayrı imzalı JSON-da göndərilən mətnin heşi',
  'SHA-256 of the signature that stood beside the bytes': 'Baytlardan ayrı göndərilmiş imzanın SHA-256 heşi',
  'contentDigest of the message; left out only by a party whose format has no place for it':
    'Mesajın contentDigest dəyəri; yalnız formatında onun üçün yer olmayan tərəf göstərmir',
  'With ConsignmentRejection: why': 'ConsignmentRejection olduqda: səbəbi',
  'Who states it': 'Kim bəyan edir',
  'JSON Pointers of the fields that the format of a recipient cannot carry':
    'Alıcının formatının daşıya bilmədiyi sahələrin JSON Pointer göstəriciləri',
  'What rules have flagged, in the receipt of the hub': 'Qaydaların qeyd etdiyi yerlər; qovşağın qəbzində göstərilir',
  'A rule that the message does not keep, although it is accepted.': 'Mesaj qəbul edilsə də, əməl etmədiyi qayda.',
  'Name of the rule': 'Qaydanın adı',
  "JSON Pointer or XPath into the sender's own bytes": 'Göndərənin öz baytlarında yer, JSON Pointer və ya XPath ilə',
  'Why a party refuses a message.': 'Tərəfin mesajdan imtina etməsinin səbəbi.',
  'Code of the refusal': 'İmtinanın kodu',
  'The same in words; no values of the message': 'Eyni məlumat sözlə; mesajın dəyərləri göstərilmir',

  'Why something was refused or failed.': 'İmtinanın və ya nasazlığın səbəbi.',
  'urn:korpu:problem:<CODE>': 'urn:korpu:problem:<KOD>',
  'What it is, in words': 'Problemin sözlə adı',
  'HTTP status': 'HTTP statusu',
  'Stable code to branch on': 'Proqramların istifadə etdiyi dəyişməz kod',
  'About this occurrence': 'Bu hal barədə',
  'Id of the request': 'Sorğunun identifikatoru',
  'Where on its way the message was refused': 'Mesajdan hansı mərhələdə imtina edildiyi',
  'Every fault that was found': 'Aşkar edilmiş bütün qüsurlar',
  'One fault. Never repeats a value of the message.': 'Bir qüsur. Mesajın heç bir dəyərini təkrarlamır.',
  'Rule that was broken': 'Pozulmuş qayda',
  "JSON Pointer or XPath into the sender's own bytes; absent for the whole document":
    'Göndərənin öz baytlarında yer, JSON Pointer və ya XPath ilə; bütün sənədə aiddirsə, göstərilmir',
  'What was expected': 'Nə gözlənilirdi',
  'What to do': 'Nə etməli',

  'Says what became of a delivery.': 'Çatdırılmanın nəticəsini bildirir.',
  'What happened': 'Nə baş verib',
  'Id of the delivery': 'Çatdırılmanın identifikatoru',
  'Recipient of the delivery': 'Çatdırılmanın alıcısı',
  'When it happened': 'Baş verdiyi vaxt',
  'The receipt of the recipient, where there is one': 'Alıcının qəbzi, əgər varsa',
  'Why it failed': 'Uğursuzluğun səbəbi',
  "What identifies the recipient's receipt.": 'Alıcının qəbzini müəyyən edən məlumatlar.',
  'SHA-256 of the bytes that the recipient received': 'Alıcının qəbul etdiyi baytların SHA-256 heşi',
  'When the recipient took them over or refused them': 'Alıcının onları təhvil aldığı və ya onlardan imtina etdiyi vaxt',
} as const
