/** What the page behind a one-time link says. */
import type { Language } from '#admin-ui/texts/language.ts'

const en = {
  title: 'Welcome',
  hello: (name: string) => `You come in as ${name}. Choose a password and a second factor.`,
  over: 'This link was used, or its time is over. Ask an administrator for a new one.',
  password: 'Password',
  passwordHint: 'At least 12 characters. Several words are better than one with signs in it.',
  factor: 'Second factor',
  key: 'Passkey or security key',
  app: 'Authenticator app',
  appHint: 'Point the camera of the app at the code, open the link on this phone, or type the secret.',
  qr: 'QR code for an authenticator app',
  open: 'Open in the app',
  secret: 'Secret',
  code: 'Code that the app shows',
  enrol: 'Come in',
  codes: 'Recovery codes',
  codesHint:
    'Each lets you in once when your second factor is lost. They are shown only now: print them or write them down, and keep them away from this computer.',
  kept: 'I have kept them',
}

const az: typeof en = {
  title: 'Xoş gəlmisiniz',
  hello: (name) => `${name} adı ilə daxil olursunuz. Parol və ikinci amil seçin.`,
  over: 'Bu keçid istifadə olunub və ya vaxtı bitib. İnzibatçıdan yenisini istəyin.',
  password: 'Parol',
  passwordHint: 'Ən azı 12 simvol. Bir neçə söz işarəli bir sözdən yaxşıdır.',
  factor: 'İkinci amil',
  key: 'Giriş və ya təhlükəsizlik açarı',
  app: 'Autentifikator tətbiqi',
  appHint: 'Tətbiqin kamerasını koda tutun, keçidi bu telefonda açın və ya açar sözü yazın.',
  qr: 'Autentifikator tətbiqi üçün QR kodu',
  open: 'Tətbiqdə aç',
  secret: 'Açar söz',
  code: 'Tətbiqin göstərdiyi kod',
  enrol: 'Daxil ol',
  codes: 'Bərpa kodları',
  codesHint:
    'İkinci amil itəndə hər biri sizi bir dəfə içəri buraxır. Yalnız indi göstərilir: çap edin və ya yazın, bu kompüterdən kənarda saxlayın.',
  kept: 'Saxladım',
}

export const ENROL_TEXTS: Record<Language, typeof en> = { az, en }
