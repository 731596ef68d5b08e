/** What is said of the evidence of a message. */
import type { Language } from '#admin-ui/texts/language.ts'

const en = {
  evidence: 'Evidence',
  title: 'Evidence of this message',
  note: 'One file (ASiC-E) with the signed bytes, receipts and the proof of the audit trail; it is verified without the hub. It holds what the message says about a person.',
  whose: 'Whose copy',
  take: 'Download',
  request: 'Ask for approval',
  requestNote: 'An administrator has to approve this. Then you find the file with your request, for 24 hours.',
  done: 'The file is being saved.',
}

const az: typeof en = {
  evidence: 'Sübut',
  title: 'Bu mesajın sübutu',
  note: 'İmzalı baytlar, qəbzlər və audit jurnalının sübutu bir faylda (ASiC-E); qovşaqsız yoxlanır. Mesajın şəxs haqqında dediklərini ehtiva edir.',
  whose: 'Kimin nüsxəsi',
  take: 'Endir',
  request: 'Təsdiqə göndər',
  requestNote: 'Bunu inzibatçı təsdiq etməlidir. Sonra fayl 24 saat ərzində sorğunuzun yanında olacaq.',
  done: 'Fayl saxlanılır.',
}

export const EVIDENCE_TEXTS: Record<Language, typeof en> = { az, en }
