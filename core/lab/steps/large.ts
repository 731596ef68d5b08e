/** Binaries: as large as one may be inside a message, and larger ones beside it. */
import { failed, type Lab, passed, type Step, skipped } from '#core/lab/lab.ts'
import { type LabDraft, letterFor, messageFor } from '#core/lab/letter.ts'
import { meaningOf, wordsOf } from '#core/lab/said.ts'
import type { MessageType } from '#core/message.ts'
import { shapeOf } from '#schemas/index.ts'
import { sampleOf } from '#schemas/samples/messages.ts'

const KIB = 2 ** 10
const INSIDE_BYTES = 256 * KIB
const BESIDE_BYTES = 5 * KIB * KIB
/** Begin as their kinds do (core/media.ts), and hold nothing that could be shown. */
const JPEG = { mediaType: 'image/jpeg', begin: [0xff, 0xd8, 0xff, 0xfe] }
const PDF = { mediaType: 'application/pdf', begin: Buffer.from('%PDF-1.4\n% Körpü partner lab\n') }

const SMALL = sampleOf('readmission-application', 'small').body

const inside: Step = {
  id: 'large',
  title: ['A large message', 'Böyük mesaj'],
  expected: [
    'an application with a photograph of 256 KiB inside is taken; messages may have up to 10 MiB',
    'içində 256 KiB-lıq fotoşəkil olan müraciət qəbul edilir; mesaj 10 MiB-a qədər ola bilər',
  ],
  run: async ({ lab }) => {
    if (!lab.types.includes('readmission-application')) return skipped('You take no applications.', 'Siz müraciət almırsınız.')
    const photo = { mediaType: JPEG.mediaType, content: filled(INSIDE_BYTES, JPEG.begin, '').toString('base64') }
    const draft: LabDraft = { type: 'readmission-application', body: { subject: { ...SMALL.subject, photo } } }
    if (isLost(lab, draft, '/body/subject/photo'))
      return skipped('Your format has no place for photographs.', 'Formatınızda fotoşəkil üçün yer yoxdur.')
    const said = await lab.way.deliver(await letterFor(lab, draft))
    const [en, az] = wordsOf(said)
    if ((await meaningOf(lab, said)) === 'taken') return passed(`It is taken: ${en}.`, `Qəbul edilir: ${az}.`)
    return failed(`It is not taken: ${en}.`, `Qəbul edilmir: ${az}.`)
  },
}

const beside: Step = {
  id: 'attachment',
  title: ['A large attachment', 'Böyük qoşma'],
  expected: [
    'a message that names an attachment of 5 MiB is taken, and the attachment fetched from GET /v1/attachments/{sha256} before the receipt',
    '5 MiB-lıq qoşmanın adını çəkən mesaj qəbul edilir, qoşma isə qəbzdən əvvəl GET /v1/attachments/{sha256} ünvanından götürülür',
  ],
  run: async ({ lab }) => {
    const [place] = lab.types.flatMap(attachmentsIn)
    if (!place) return skipped('No message that you take may name one.', 'Aldığınız mesajların heç biri qoşma göstərə bilmir.')
    const bytes = filled(BESIDE_BYTES, PDF.begin, lab.labId)
    const digest = await lab.attach(bytes, PDF.mediaType)
    const list = [{ digest, size: bytes.length, mediaType: PDF.mediaType, title: 'Körpü partner lab' }]
    const draft: LabDraft = { type: place.type, body: { [place.field]: list }, attachment: digest }
    if (isLost(lab, draft, `/body/${place.field}`))
      return skipped('Your format has no place for attachments.', 'Formatınızda qoşma üçün yer yoxdur.')
    const delivery = await letterFor(lab, draft)
    const said = await lab.way.deliver(delivery)
    const [en, az] = wordsOf(said)
    if ((await meaningOf(lab, said)) !== 'taken') return failed(`The message is not taken: ${en}.`, `Mesaj qəbul edilmir: ${az}.`)
    if (!(await lab.way.fetchedAt(delivery.deliveryId)))
      return failed('The message is taken, and its attachment was not fetched.', 'Mesaj qəbul edildi, qoşması isə götürülmədi.')
    return passed('Message and attachment are taken.', 'Mesaj və qoşma götürüldü.')
  },
}

/** Where a body itself names attachments. */
function attachmentsIn(type: MessageType): readonly { readonly type: MessageType; readonly field: string }[] {
  const found = shapeOf(type).fields.find(({ name }) => name === 'attachments' || name === 'annexes')
  return found ? [{ type, field: found.name }] : []
}

function filled(size: number, begin: Uint8Array | readonly number[], text: string): Buffer {
  const bytes = Buffer.alloc(size, text)
  bytes.set(begin)
  return bytes
}

const isLost = (lab: Lab, draft: LabDraft, at: string): boolean =>
  lab.dialect.lossOf(messageFor(lab, draft, lab.hub.clock.now())).some(({ pointer }) => pointer.startsWith(at))

export const LARGE: readonly Step[] = [inside, beside]
