/** What authorities have said, as far as it is in the container: issuers about their certificates, timestamp authorities about when. */
import { hash } from 'node:crypto'
import { parseJson } from '#core/codec/json.ts'
import { AnswerFault } from '#core/pki/asn1.ts'
import { statusInCrl } from '#core/pki/crl.ts'
import { statusInOcsp } from '#core/pki/ocsp.ts'
import type { CertificateStatus } from '#core/pki/status.ts'
import { readTimestamp } from '#core/pki/timestamp.ts'
import { type Certificate, certificateOf } from '#core/signature/certificate.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import type { File } from '#core/signature/xades-beside.ts'
import { STAMPED, type StampedList } from '#core/timestamps.ts'
import { subjectOf } from '#core/trust.ts'
import { certificateIn, revocationIn, treeHeadIn } from './files.ts'
import { demand, finding, Unproven } from './proving.ts'
import { issuerIn, type Trusting } from './trusting.ts'
import type { Finding, Opened } from './verify.ts'

const READERS = { ocsp: statusInOcsp, crl: statusInCrl } as const

/** One sentence for each certificate whose issuer was heard. Whoever had a revoked certificate before the message came has not proven anything with it. */
export async function revocationFindings(opened: Opened, { anchors }: Trusting): Promise<readonly Finding[]> {
  const receivedAt = new Date(opened.statement.message.receivedAt)
  const answers = certificatesIn(opened).flatMap((certificate) =>
    (['ocsp', 'crl'] as const).flatMap((kind) => {
      const file = opened.files.get(revocationIn(certificate.sha256, kind))
      return file ? [{ kind, certificate, file }] : []
    }),
  )
  return Promise.all(
    answers.map(({ kind, certificate, file }) =>
      finding(file.name, async () => {
        const { state, thisUpdate, revokedAt } = statusIn(kind, file, certificate, anchors)
        const named = subjectOf(certificate)
        if (state === 'revoked' && revokedAt) {
          const since = `${named} is revoked since ${revokedAt.toISOString()}`
          demand(revokedAt > receivedAt, `${since}, before the message came: what is signed with it is contested`)
          return `${since}, after the message came, says its issuer.`
        }
        demand(state === 'good', `the issuer of ${named} does not know it`)
        return `${named} was not revoked on ${thisUpdate.toISOString()}, says its issuer${thisUpdate < receivedAt ? ', which has not been heard since the message came' : ''}.`
      }),
    ),
  )
}

/** One sentence for each timestamp: until when at the latest the tree heads under it were there. */
export async function timestampFindings({ files }: Opened, { anchors }: Trusting): Promise<readonly Finding[]> {
  const lists = [...files.values()].filter(({ name }) => /^timestamps\/\d+\.json$/.test(name))
  return Promise.all(
    lists.map((list) =>
      finding(list.name, async () => {
        const token = files.get(list.name.replace(/json$/, 'tst'))
        if (!token) throw new Unproven('its token is not here')
        const { at, authority } = believed(() => readTimestamp(token.bytes, hash('sha256', list.bytes, 'buffer'), anchors))
        const heads = headsIn(list, files)
        demand(heads.length > 0, 'none of the tree heads that are here is in it')
        return `${heads.length === 1 ? 'Tree head' : 'Tree heads'} ${heads.join(', ')} existed on ${at.toISOString()}, says the timestamp authority ${subjectOf(authority)}.`
      }),
    ),
  )
}

/** Numbers of those that are here with the very bytes that were stamped. */
function headsIn(list: File, files: ReadonlyMap<string, File>): readonly number[] {
  const { format, treeHeads } = parseJson(list.bytes) as unknown as StampedList
  demand(format === STAMPED, 'it is of another format than this program reads')
  return treeHeads.flatMap(({ number, sha256 }) => {
    const head = files.get(`${treeHeadIn(number)}.json`)
    if (!head) return []
    demand(sha256Hex(head.bytes) === sha256, `tree head ${number} is not the one that was stamped`)
    return [number]
  })
}

function believed<T>(read: () => T): T {
  try {
    return read()
  } catch (fault) {
    if (!(fault instanceof AnswerFault)) throw fault
    throw new Unproven(`it ${fault.message}`)
  }
}

function statusIn(kind: 'ocsp' | 'crl', { bytes }: File, certificate: Certificate, anchors: readonly Certificate[]): CertificateStatus {
  const issuer = issuerIn(anchors, certificate)
  if (!issuer) throw new Unproven('the CA that issued the certificate was not given')
  return believed(() => READERS[kind](bytes, certificate, issuer))
}

const certificatesIn = ({ files }: Opened): readonly Certificate[] =>
  [...files.values()].filter(({ name }) => name === certificateIn(name.slice(13, -4))).map(({ bytes }) => certificateOf(bytes))
