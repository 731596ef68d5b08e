/** What is said of acts on one delivery. */
import type { Language } from '#admin-ui/texts/language.ts'

const en = {
  request: 'Ask for approval',
  requestNote: 'An administrator has to approve this.',
  mayHaveIt: (n: number, shown: string) =>
    `${n === 1 ? 'One attempt' : `${shown} attempts`} ended without a receipt: the recipient may have the message already. It gets the same delivery id, and must not act on it twice.`,
  replay: {
    verb: 'Replay',
    title: 'Replay this delivery',
    note: 'The same bytes go out under the same delivery id. What waits behind it in its case goes on as soon as it is delivered.',
    done: 'It goes out again.',
  },
  skip: {
    verb: 'Skip',
    title: 'Skip this delivery',
    note: 'The recipient will not get this message; later messages of its case go on without it. Agree with the recipient first.',
    done: 'It is skipped.',
  },
  cancel: {
    verb: 'Cancel',
    title: 'Cancel this delivery',
    note: 'The recipient will not get this message unless an attempt is out at this moment. Later messages of its case go on without it.',
    done: 'It is cancelled.',
  },
}

const az: typeof en = {
  request: 'Təsdiqə göndər',
  requestNote: 'Bunu inzibatçı təsdiq etməlidir.',
  mayHaveIt: (_, shown) =>
    `${shown} cəhd qəbz olmadan bitib: alıcı mesajı artıq almış ola bilər. Çatdırılma nömrəsi eynidir, alıcı mesajı iki dəfə icra etməməlidir.`,
  replay: {
    verb: 'Yenidən göndər',
    title: 'Çatdırılmanı yenidən göndər',
    note: 'Eyni baytlar eyni çatdırılma nömrəsi ilə göndərilir. Çatdırılan kimi işin arxada gözləyən mesajları davam edir.',
    done: 'Yenidən göndərilir.',
  },
  skip: {
    verb: 'Ötür',
    title: 'Çatdırılmanı ötür',
    note: 'Alıcı bu mesajı almayacaq; işin sonrakı mesajları onsuz davam edir. Əvvəlcə alıcı ilə razılaşın.',
    done: 'Ötürüldü.',
  },
  cancel: {
    verb: 'Ləğv et',
    title: 'Çatdırılmanı ləğv et',
    note: 'Bu anda cəhd getmirsə, alıcı bu mesajı almayacaq. İşin sonrakı mesajları onsuz davam edir.',
    done: 'Ləğv edildi.',
  },
}

export const DELIVERY_TEXTS: Record<Language, typeof en> = { az, en }
