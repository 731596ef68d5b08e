/** What is said of a certificate that takes over from another. */
import type { Language } from '#admin-ui/texts/language.ts'

const en = {
  upload: 'Successor',
  title: 'Register a successor',
  request: 'Ask for approval',
  note: 'Both certificates count side by side until the older one ends, so that the party may change over whenever it likes. A second administrator decides.',
  file: 'Certificate of the party',
  choose: 'Choose a file',
  fileHint: 'PEM or DER, as the party sent it. Never a private key.',
  until: 'The older one counts before',
  untilHint: 'Until it ends by itself when left out.',
  plan: 'What would change',
  succeeds: 'Takes over from',
  turn: {
    begins: 'The new certificate is valid from here.',
    ends: 'The older one no longer counts: whoever still uses it is refused.',
    gap: 'From here until the new one begins, the party is refused.',
    shorter: 'The new one ends, sooner than the older one would have.',
    renew: 'The new one ends: by then it needs a successor.',
  },
  otherSubject: 'Its subject differs from that of the older one. Make sure that it is the party’s.',
  fromFile: 'This hub reads its party file at every start. Put the certificate there too, or it is gone at the next start.',
  unfit: {
    unreadable: 'This file holds no certificate.',
    'private-key': 'This file holds a private key. It is known to more than its party now: the party needs another key.',
    over: 'This certificate has ended already.',
    algorithm: 'Its key is of a kind that the hub does not take. See the guide to signing.',
    purpose: 'It is made for something else: a certificate for connections must not sign, nor one for signatures connect.',
    'no-authority': 'It is no certificate of an authority.',
    same: 'The party has this certificate already.',
    elsewhere: 'Another party has this certificate.',
  } as Record<string, string>,
}

const az: typeof en = {
  upload: 'Əvəzləyən',
  title: 'Əvəzləyən sertifikatı qeydiyyata al',
  request: 'Təsdiqə göndər',
  note: 'Köhnəsi bitənədək hər iki sertifikat qüvvədədir ki, tərəf istədiyi vaxt keçə bilsin. Qərarı ikinci inzibatçı verir.',
  file: 'Tərəfin sertifikatı',
  choose: 'Fayl seç',
  fileHint: 'Tərəfin göndərdiyi kimi, PEM və ya DER. Heç vaxt gizli açar yox.',
  until: 'Köhnəsi bu gündən sayılmır',
  untilHint: 'Boş qalarsa, öz müddəti bitənədək sayılır.',
  plan: 'Nə dəyişəcək',
  succeeds: 'Əvəz etdiyi',
  turn: {
    begins: 'Yeni sertifikat bu gündən etibarlıdır.',
    ends: 'Köhnəsi artıq sayılmır: onu işlədən rədd edilir.',
    gap: 'Bu gündən yenisi başlayanadək tərəf rədd edilir.',
    shorter: 'Yenisi bitir, özü də köhnəsindən tez.',
    renew: 'Yenisi bitir: o vaxta qədər onu əvəzləyən lazımdır.',
  },
  otherSubject: 'Sahibi köhnə sertifikatınkından fərqlidir. Tərəfə məxsus olduğuna əmin olun.',
  fromFile: 'Bu qovşaq hər başlayanda tərəflər faylını oxuyur. Sertifikatı fayla da əlavə edin, əks halda növbəti başlanğıcda itəcək.',
  unfit: {
    unreadable: 'Bu faylda sertifikat yoxdur.',
    'private-key': 'Bu faylda gizli açar var. O artıq təkcə tərəfə məlum deyil: tərəfə başqa açar lazımdır.',
    over: 'Bu sertifikatın müddəti artıq bitib.',
    algorithm: 'Açarının növünü qovşaq qəbul etmir. İmza təlimatına baxın.',
    purpose: 'Başqa məqsəd üçün verilib: bağlantı sertifikatı imzalaya, imza sertifikatı qoşula bilməz.',
    'no-authority': 'Bu, sertifikat mərkəzinin sertifikatı deyil.',
    same: 'Tərəfdə bu sertifikat artıq var.',
    elsewhere: 'Bu sertifikat başqa tərəfdədir.',
  },
}

export const SUCCESSOR_TEXTS: Record<Language, typeof en> = { az, en }
