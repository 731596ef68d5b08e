/** What is said of replays under way and done. */
import type { Language } from '#admin-ui/texts/language.ts'

const en = {
  title: 'Replays',
  note: 'Each sends again what it found when it was begun, oldest first. What has changed meanwhile is passed over.',
  none: 'Nothing has been replayed yet.',
  noneNote: 'A replay is begun on the page of messages, or of one message.',
  begun: 'Begun',
  progress: 'Sent again',
  passed: 'Passed over',
  states: { running: 'Running', done: 'Done', cancelled: 'Cancelled' } as Record<string, string>,
  cancel: 'Cancel',
  cancelTitle: 'Cancel this replay',
  cancelNote: (left: string) => `${left} deliveries would not be sent again. What was sent again stays so.`,
  cancelled: 'The replay is cancelled.',
  became: 'What became of them',
  failedAgain: 'Failed again',
  all: 'All',
  nothing: 'None of them is in this state.',
  more: 'More',
  delivery: 'Delivery',
}

const az: typeof en = {
  title: 'Yenidən göndərmələr',
  note: 'Hər biri başladığı anda tapdıqlarını köhnədən yeniyə yenidən göndərir. Bu arada dəyişənlər ötürülür.',
  none: 'Hələ heç nə yenidən göndərilməyib.',
  noneNote: 'Yenidən göndərmə mesajlar səhifəsində və ya bir mesajın səhifəsində başlanır.',
  begun: 'Başlayıb',
  progress: 'Yenidən göndərilib',
  passed: 'Ötürülüb',
  states: { running: 'Davam edir', done: 'Tamamlanıb', cancelled: 'Ləğv edilib' },
  cancel: 'Ləğv et',
  cancelTitle: 'Yenidən göndərməni ləğv et',
  cancelNote: (left) => `${left} çatdırılma yenidən göndərilməyəcək. Göndərilmiş olanlar qalır.`,
  cancelled: 'Yenidən göndərmə ləğv edildi.',
  became: 'Onların vəziyyəti',
  failedAgain: 'Yenə uğursuz',
  all: 'Hamısı',
  nothing: 'Bu vəziyyətdə olan yoxdur.',
  more: 'Daha çox',
  delivery: 'Çatdırılma',
}

export const JOB_TEXTS: Record<Language, typeof en> = { az, en }
