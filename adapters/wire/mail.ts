/** Alerts as e-mail, over SMTP with TLS. */
import { createTransport } from 'nodemailer'
import type { Channel, Notice } from '#core/console/alerts.ts'

export interface MailSettings {
  /** `smtps://user:password@host:465`, or `smtp://host:587`, which must offer STARTTLS unless it is this machine. */
  readonly url: string
  readonly from: string
  readonly to: readonly string[]
}

const TIMEOUT_MS = 15_000
const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])

export function mailChannel({ url, from, to }: MailSettings): Channel {
  const { hostname, port, protocol, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const transport = createTransport({
    host: hostname,
    port: Number(port || (secure ? 465 : 587)),
    secure,
    requireTLS: !secure && !LOCAL.has(hostname),
    ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  })
  return {
    kind: 'mail',
    send: async (notice) => void (await transport.sendMail({ from, to: [...to], subject: subjectOf(notice), text: textOf(notice) })),
  }
}

const NAMES = {
  failures: ['deliveries have failed', 'çatdırılma alınmayıb'],
  backlog: ['minutes the oldest message waits', 'dəqiqədir ən köhnə mesaj gözləyir'],
  unreachable: ['minutes without an answer', 'dəqiqədir cavab yoxdur'],
  silence: ['hours without a message from it', 'saatdır ondan mesaj gəlmir'],
  overdue: ['statutory time limits are over', 'qanuni müddət ötüb'],
  certificates: ['days until a certificate ends', 'gün sonra sertifikatın müddəti bitir'],
  revoked: ['certificates were revoked by their issuer', 'sertifikat onu verən tərəfindən ləğv edilib'],
  chain: ['chains of the audit trail are broken', 'audit zənciri qırılıb'],
} as const satisfies Record<Notice['alerts'][number]['rule'], readonly [string, string]>

function subjectOf({ environment, alerts, test }: Notice): string {
  const where = environment === 'production' ? 'Körpü' : `Körpü (${environment})`
  return test ? `${where}: test, sınaq` : `${where}: ${alerts.length} new, yeni`
}

/** English, then Azerbaijani. */
function textOf({ at, alerts, test }: Notice): string {
  if (test) return `This is a test of the alerts of Körpü, sent at ${at}.\nBu, Körpü xəbərdarlıqlarının sınağıdır.\n`
  const lines = (language: 0 | 1): string =>
    alerts.map(({ rule, party, value }) => `${party}: ${value} ${NAMES[rule][language]}`).join('\n')
  return `${at}\n\n${lines(0)}\n\n${lines(1)}\n`
}
