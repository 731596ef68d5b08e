/** What the party does when things come twice, broken off, or one after another. */
import { HubError } from '#core/errors.ts'
import { failed, passed, type Session, type Step, skipped } from '#core/lab/lab.ts'
import { letterFor, newConversation } from '#core/lab/letter.ts'
import { believed, meaningOf, wordsOf } from '#core/lab/said.ts'
import type { Receipt, SignedDocument } from '#core/message.ts'

const IN_A_ROW = 3

async function receiptIn({ lab }: Session, statement: SignedDocument | undefined): Promise<Receipt | undefined> {
  const read = statement && (await believed(lab, statement))
  return read === undefined || read instanceof HubError ? undefined : read.receipt
}

const duplicate: Step = {
  id: 'duplicate',
  title: ['The same delivery again', 'Eyni çatdırılma yenidən'],
  expected: [
    'the same bytes with the same Idempotency-Key are answered 2xx, with the first receipt where one comes, and handled once',
    'eyni Idempotency-Key ilə eyni baytlara 2xx cavabı verilir, qəbz gəlirsə, birincisi gəlir, mesaj bir dəfə emal olunur',
  ],
  run: async (session) => {
    const { lab, first } = session
    if (!first) return skipped('Nothing was taken before.', 'Əvvəl heç nə qəbul edilməyib.')
    const said = await lab.way.deliver(first.delivery, { hopeless: true })
    const [en, az] = wordsOf(said)
    const [before, again] = [await receiptIn(session, first.statement), await receiptIn(session, said.statement)]
    if (before && again && before.receiptId !== again.receiptId)
      return failed('It got another receipt: it was handled twice.', 'Başqa qəbz verildi: mesaj iki dəfə emal olunub.')
    const isFine = said.statement !== undefined || (said.status === undefined ? said.why === 'late' : said.status < 300)
    return isFine ? passed(`It is known: ${en}.`, `Tanınır: ${az}.`) : failed(`It is not known: ${en}.`, `Tanınmır: ${az}.`)
  },
}

const conflict: Step = {
  id: 'conflict',
  title: ['The same ids with other bytes', 'Eyni identifikatorlar, başqa baytlar'],
  expected: [
    'a well-signed message with the ids of an earlier one and other content is refused with a status of 4xx or a signed refusal',
    'əvvəlki mesajın identifikatorları ilə, düzgün imzalı, lakin başqa məzmunlu mesaj 4xx statusu və ya imzalı rədd ilə qaytarılır',
  ],
  run: async (session) => {
    const { lab, first } = session
    if (!first) return skipped('Nothing was taken before.', 'Əvvəl heç nə qəbul edilməyib.')
    const { deliveryId, messageId, conversationId, type } = first.delivery
    const said = await lab.way.deliver(await letterFor(lab, { deliveryId, messageId, conversationId, type }), { hopeless: true })
    const meaning = await meaningOf(lab, said)
    const [en, az] = wordsOf(said)
    const isLeft = said.why === 'late' && meaning === 'unclear'
    if (meaning === 'refused' || isLeft) return passed(`It is not taken: ${en}.`, `Qəbul edilmir: ${az}.`)
    return failed(`It is not refused: ${en}.`, `Rədd edilmir: ${az}.`)
  },
}

const order: Step = {
  id: 'order',
  title: ['Messages of one case in their order', 'Bir işin mesajları öz ardıcıllığında'],
  expected: [
    `${IN_A_ROW} messages of one case, each sent when the one before has its receipt, each get a receipt of their own, and none is dated before the other`,
    `bir işin ${IN_A_ROW} mesajından hər biri əvvəlkinin qəbzindən sonra göndərilir, hər biri öz qəbzini alır və heç birinin vaxtı əvvəlkindən geridə deyil`,
  ],
  run: async (session) => {
    const { lab } = session
    const conversationId = newConversation(lab)
    let inReplyTo: string | undefined
    let last = 0
    for (let number = 1; number <= IN_A_ROW; number++) {
      const delivery = await letterFor(lab, { conversationId, ...(inReplyTo === undefined ? {} : { inReplyTo }) })
      const said = await lab.way.deliver(delivery)
      const [en, az] = wordsOf(said)
      if (said.statement === undefined) return failed(`Message ${number} got no receipt: ${en}.`, `${number}-ci mesaj qəbz almadı: ${az}.`)
      const receipt = await receiptIn(session, said.statement)
      if (!receipt) return skipped('The receipts are not proven.', 'Qəbzlər sübut olunmayıb.')
      if (receipt.messageId !== delivery.messageId)
        return failed(`Message ${number} got a receipt for another message.`, `${number}-ci mesaja başqa mesajın qəbzi verildi.`)
      if (Date.parse(receipt.at) < last)
        return failed(
          `The receipt of message ${number} is dated before the one before it.`,
          `${number}-ci mesajın qəbzi əvvəlkindən tez tarixlidir.`,
        )
      last = Date.parse(receipt.at)
      inReplyTo = delivery.messageId
    }
    return passed('Each got its own, in order.', 'Hər biri öz qəbzini ardıcıllıqla aldı.')
  },
}

const retry: Step = {
  id: 'retry',
  title: ['Again after a broken connection', 'Kəsilmiş bağlantıdan sonra yenidən'],
  expected: [
    'a message that broke off half-way leaves nothing behind: the whole of it, sent again with the same Idempotency-Key, is taken',
    'yarımçıq kəsilmiş mesajdan heç nə qalmır: eyni Idempotency-Key ilə bütöv göndərildikdə qəbul edilir',
  ],
  on: ['push'],
  run: async ({ lab }) => {
    const delivery = await letterFor(lab)
    await lab.way.deliver(delivery, { cutAfter: Math.floor(delivery.document.bytes.length / 2), hopeless: true })
    const said = await lab.way.deliver(delivery)
    const [en, az] = wordsOf(said)
    if ((await meaningOf(lab, said)) === 'taken') return passed(`It is taken: ${en}.`, `Qəbul edilir: ${az}.`)
    return failed(`It is not taken: ${en}.`, `Qəbul edilmir: ${az}.`)
  },
}

export const REPEAT: readonly Step[] = [duplicate, conflict, order, retry]
