/** The readable page of a container, in Azerbaijani and English: who, what, when, by which digests. No word of any message, and nobody's name. */
import type { StatedAttachment, StatedDelivery, Statement, Step } from './statement.ts'

/** Both languages for what happened (events of ETSI EN 319 522-1). */
const EVENTS: Readonly<Record<string, readonly [az: string, en: string]>> = {
  SubmissionAcceptance: ['Mesaj yoxlanıldı və qəbul edildi', 'The message was checked and accepted'],
  SubmissionRejection: ['Mesaj qəbul edilmədi', 'The message was refused'],
  ContentConsignment: ['Mesaj alıcıya göndərildi', 'The message was sent to the recipient'],
  ContentConsignmentFailure: ['Çatdırılma müddəti bitdi', 'The time for delivery ran out'],
  ContentHandover: ['Alıcı mesajı aldığını imzası ilə təsdiq etdi', 'The recipient confirmed with its signature that it has the message'],
  ContentHandoverFailure: ['Çatdırma cəhdi uğursuz oldu', 'An attempt to deliver failed'],
  CertificateRevocation: [
    'Sertifikatın mesajdan əvvəl ləğv edildiyi üzə çıxdı',
    'The certificate turned out to have been revoked before the message came',
  ],
  ContentErasure: ['Məzmun silindi', 'The content was erased'],
  ConsignmentRejection: ['Alıcı imzası ilə mesajdan imtina etdi', 'The recipient refused the message with its signature'],
}

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => HTML[character] ?? character)

type Row = readonly [az: string, en: string, value: string | undefined]

export function reportOf(statement: Statement, steps: readonly Step[]): string {
  const { message, deliveries } = statement
  const named = (party: string): string => `${statement.titles[party] ?? party} (${party})`
  const arrival = message.arrival
  return `<!doctype html>
<html lang="az">
<head>
<meta charset="utf-8">
<title>Sübut / Evidence ${escaped(message.messageId)}</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b }
table { border-collapse: collapse; width: 100%; margin: 0 0 2rem }
th, td { text-align: left; vertical-align: top; border-top: 1px solid #c8c8c8; padding: .4rem .8rem .4rem 0 }
th { width: 22rem; font-weight: 600 } td { overflow-wrap: anywhere } [lang=en] { color: #555; font-weight: 400 }
</style>
</head>
<body>
${heading(1, 'Mesajın sübutu', 'Evidence of a message')}
${paragraph(
  'Bu səhifə konteynerdəki faylları izah edir; sübut olan faylların özü və imzalardır.',
  'This page explains the files of the container; what proves are the files themselves and the signatures.',
)}
${table([
  ['Mesaj', 'Message', message.messageId],
  ['İş', 'Case', message.conversationId],
  ['Cavab verdiyi mesaj', 'In reply to', message.inReplyTo],
  ['Növü, standartın versiyası', 'Type, version of the standard', `${message.type}, ${message.version}`],
  ['Saziş', 'Agreement', message.agreement],
  ['Göndərən', 'Sender', named(message.from)],
  ['Alıcı', 'Recipient', named(message.to)],
  ['Yaradıldı (UTC)', 'Created (UTC)', message.createdAt],
  ['Göndərən imzaladı (UTC)', 'Signed by the sender (UTC)', arrival?.signedAt],
  ['Körpüyə daxil oldu (UTC)', 'Arrived at the hub (UTC)', message.receivedAt],
  ['Daxil olan baytların SHA-256-sı', 'SHA-256 of the bytes that arrived', arrival?.digest],
  ['Onların yanındakı imzanın SHA-256-sı', 'SHA-256 of the signature beside them', arrival?.signatureDigest],
  ['Göndərənin imza sertifikatı (SHA-256)', 'Signing certificate of the sender (SHA-256)', arrival?.signerSha256],
  ['Məzmunun SHA-256-sı (contentDigest)', 'SHA-256 of the content (contentDigest)', message.contentDigest],
  ['Mübahisəlidir (UTC)', 'Contested since (UTC)', message.contestedAt],
  ['Məzmunu silindi (UTC, qayda)', 'Its content was erased (UTC, rule)', message.erased && `${message.erased.at}, ${message.erased.rule}`],
])}
${(message.attachments ?? []).map((attachment) => `${heading(2, 'Əlavə', 'Attachment')}\n${table(attachmentRows(attachment))}`).join('\n')}
${deliveries.map((delivery) => `${heading(2, 'Çatdırılma', 'Delivery')}\n${table(deliveryRows(delivery, named(delivery.party)))}`).join('\n')}
${heading(2, 'Nə baş verdi', 'What happened')}
${table(steps.map(happening))}
${paragraph(
  'Hər hadisə körpünün jurnalında zəncirin bir halqasıdır; zənciri imzalanmış Merkle ağacları möhürləyir (chain.json, tree-heads).',
  'Every event is a link in a chain of the trail that the hub keeps; signed Merkle trees seal the chains (chain.json, tree-heads).',
)}
${paragraph(
  `Bu nüsxə ${named(statement.for)} üçündür, ${statement.madeAt} tarixində hazırlanıb. Başqalarına məxsus baytların yalnız SHA-256-sı verilir.`,
  `This copy is for ${named(statement.for)}, made on ${statement.madeAt}. Of bytes that are others' only the SHA-256 is given.`,
)}
</body>
</html>
`
}

function attachmentRows({ digest, size, mediaType, file }: StatedAttachment): readonly Row[] {
  return [
    ['Baytlarının SHA-256-sı', 'SHA-256 of its bytes', digest],
    ['Növü, ölçüsü (bayt)', 'Type, size (bytes)', `${mediaType}, ${size}`],
    ['Konteynerdə', 'In the container', file ?? '—'],
  ]
}

function deliveryRows(delivery: StatedDelivery, party: string): readonly Row[] {
  return [
    ['Kimə', 'To', party],
    ['Çatdırılma', 'Delivery', delivery.deliveryId],
    ['Vəziyyəti', 'State', delivery.state],
    ['Göndərilən baytların SHA-256-sı', 'SHA-256 of the bytes that were sent', delivery.digest],
    ['Onların yanındakı imzanın SHA-256-sı', 'SHA-256 of the signature beside them', delivery.signatureDigest],
    ['Onların məzmununun SHA-256-sı', 'SHA-256 of their content', delivery.contentDigest],
    ['Təsdiq edildi (UTC)', 'Confirmed (UTC)', delivery.deliveredAt],
  ]
}

function happening({ event, lane, number }: Step): Row {
  const place = `(${lane}/${number})`
  if (!event) return ['Operatorun əməli', 'An act of an operator', place]
  const { at, party, event: name = '', code } = event
  const [az, en] = EVENTS[name.split(' ')[0] ?? name] ?? [name, name]
  return [az, en, [at, party, name, code, place].filter((part) => part !== undefined).join(' · ')]
}

const heading = (level: number, az: string, en: string): string =>
  `<h${level}>${escaped(az)} <span lang="en">/ ${escaped(en)}</span></h${level}>`

const paragraph = (az: string, en: string): string => `<p>${escaped(az)}<br><span lang="en">${escaped(en)}</span></p>`

function table(rows: readonly Row[]): string {
  const lines = rows.flatMap(([az, en, value]) =>
    value === undefined
      ? []
      : [`<tr><th scope="row">${escaped(az)}<br><span lang="en">${escaped(en)}</span></th><td>${escaped(value)}</td></tr>`],
  )
  return `<table>\n${lines.join('\n')}\n</table>`
}
