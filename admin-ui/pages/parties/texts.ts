/** What is said of acts on a party. */
import type { Language } from '#admin-ui/texts/language.ts'

const en = {
  hold: 'Hold',
  resume: 'Resume',
  tryNow: 'Try it again now',
  request: 'Ask for approval',
  requestNote: 'An administrator has to approve this.',
  holdTitle: (party: string) => `Hold: ${party}`,
  resumeTitle: (party: string) => `Resume: ${party}`,
  holdNote:
    'Nothing is sent to it until it is resumed. What is for it is taken and waits; what it sends is taken as ever. Statutory time limits run on.',
  resumeNote: (n: number, shown: string) =>
    n === 0
      ? 'The hub sends to it again. Nothing waits for it.'
      : `The hub sends to it again, at once: ${shown} ${n === 1 ? 'message waits' : 'messages wait'}, oldest first.`,
  done: {
    hold: (party: string) => `${party} is on hold.`,
    resume: (party: string) => `${party} is resumed.`,
  },
  isHeld: 'On hold',
  heldByHub: 'The hub stopped by itself: the party did not let it in (HTTP 401 or 403). Put that right with the party, then resume.',
}

const az: typeof en = {
  hold: 'Dayandır',
  resume: 'Davam etdir',
  tryNow: 'İndi yenidən cəhd et',
  request: 'Təsdiqə göndər',
  requestNote: 'Bunu inzibatçı təsdiq etməlidir.',
  holdTitle: (party) => `Dayandırma: ${party}`,
  resumeTitle: (party) => `Davam etdirmə: ${party}`,
  holdNote:
    'Davam etdirilənədək ona heç nə göndərilmir. Ona ünvanlanan mesajlar qəbul olunur və gözləyir; onun göndərdikləri adi qaydada qəbul olunur. Qanuni müddətlər dayanmır.',
  resumeNote: (n, shown) =>
    n === 0
      ? 'Qovşaq ona yenidən göndərir. Gözləyən mesaj yoxdur.'
      : `Qovşaq ona dərhal yenidən göndərir: ${shown} mesaj gözləyir, köhnədən yeniyə.`,
  done: {
    hold: (party) => `Dayandırıldı: ${party}.`,
    resume: (party) => `Davam etdirildi: ${party}.`,
  },
  isHeld: 'Dayandırılıb',
  heldByHub: 'Qovşaq özü dayandı: tərəf onu içəri buraxmadı (HTTP 401 və ya 403). Tərəflə birgə düzəldin, sonra davam etdirin.',
}

export const PARTY_TEXTS: Record<Language, typeof en> = { az, en }
