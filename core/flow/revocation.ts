/** Asks issuers about the certificates of parties, in the background and in one process at a time; no message waits for it. */
import type { AnchorRecord, PartyRecord } from '#core/directory.ts'
import type { Hub } from '#core/hub.ts'
import { type Repeating, repeat } from '#core/repeat.ts'
import type { RevocationAnswer, RevocationSources, Watched } from '#core/revocation.ts'
import { certificateOf } from '#core/signature/certificate.ts'

const LOOK_MS = 10_000
const LEASE_MS = 120_000
const AT_ONCE = 50
/** After an answer half of its time may pass, at most this long; after none this long. */
const FRESH_MS = 3_600_000
const AGAIN_MS = 30_000
/** A clock of an issuer may be ahead of ours. */
const AHEAD_MS = 300_000
/** Of an answer that does not say when there will be a newer one. */
const USUAL_MS = 86_400_000

type Asking = Pick<Hub, 'process' | 'store' | 'directory' | 'clock' | 'log'>

/** Asks about all that is due, and marks messages that came under what was revoked; how many answers there were. */
export async function lookForRevocations(hub: Asking, sources: RevocationSources): Promise<number> {
  const { revocation } = hub.store
  await revocation.watch(watchedBy(hub), hub.clock.now())
  let answers = 0
  for (;;) {
    const due = await revocation.due(hub.clock.now(), AT_ONCE)
    for (const one of due) if (await asked(hub, sources, one)) answers++
    if (due.length < AT_ONCE) break
  }
  await contestAll(hub)
  return answers
}

/** Registered certificates of parties whose agreements ask for it; those known by their anchor are watched once they have signed. */
function watchedBy(hub: Asking): readonly Watched[] {
  const directory = hub.directory()
  const asking = directory.parties.filter(({ id, anchors }) => anchors.some(tells) && directory.asksRevocation(id))
  return asking.flatMap(({ id, certificates }: PartyRecord) =>
    certificates
      .filter(({ by, status }) => by === 'leaf' && (status === 'active' || status === 'pending'))
      .map(({ use, der }) => ({ party: id, use, certificate: certificateOf(der) })),
  )
}

const tells = ({ ocsp, crl }: AnchorRecord): boolean => ocsp.length + crl.length > 0

async function asked(hub: Asking, sources: RevocationSources, { party, use, certificate }: Watched): Promise<boolean> {
  const { revocation } = hub.store
  const now = hub.clock.now()
  const answer = await firstAnswer(hub, sources, { party, use, certificate })
  if (!answer) {
    await revocation.unanswered(certificate.sha256, new Date(now.getTime() + AGAIN_MS))
    hub.log.warn('revocation.unanswered', { party, type: use })
    return false
  }
  const leftMs = (endOf(answer).getTime() - now.getTime()) / 2
  const askAt = new Date(now.getTime() + Math.min(FRESH_MS, Math.max(AGAIN_MS, leftMs)))
  const news = await revocation.answered(certificate.sha256, answer, askAt)
  if (news === 'news' && answer.status.state === 'revoked') hub.log.error('certificate.revoked', { party, type: use })
  else if (news === 'news') hub.log.info('certificate.status', { party, type: use, state: answer.status.state })
  return true
}

/** Responders before lists: their answers are newer and smaller. */
async function firstAnswer(
  hub: Asking,
  sources: RevocationSources,
  { party, certificate }: Watched,
): Promise<RevocationAnswer | undefined> {
  const issuer = hub.directory().issuerOf(party, certificate)
  if (!issuer) return undefined
  const { ocsp, crl } = issuer.anchor
  for (const [kind, url] of [...ocsp.map((one) => ['ocsp', one] as const), ...crl.map((one) => ['crl', one] as const)]) {
    try {
      const answer = await sources.ask(kind, url, certificate, issuer.certificate)
      if (isCurrent(answer, hub.clock.now())) return answer
      hub.log.warn('revocation.outdated', { party })
    } catch {
      hub.log.warn('revocation.failed', { party })
    }
  }
  return undefined
}

const endOf = ({ status: { thisUpdate, nextUpdate } }: RevocationAnswer): Date => nextUpdate ?? new Date(thisUpdate.getTime() + USUAL_MS)

function isCurrent(answer: RevocationAnswer, now: Date): boolean {
  return answer.status.thisUpdate.getTime() <= now.getTime() + AHEAD_MS && endOf(answer) >= now
}

async function contestAll(hub: Asking): Promise<void> {
  const { revocation } = hub.store
  for (;;) {
    const contested = await revocation.contested(AT_ONCE)
    for (const one of contested) {
      await revocation.contest(one, hub.clock.now())
      hub.log.error('message.contested', { messageId: one.messageId, party: one.from })
    }
    if (contested.length < AT_ONCE) return
  }
}

export function startRevocation(hub: Asking, sources: RevocationSources): Repeating {
  const turn = async (): Promise<number> => {
    if (await hub.store.turn('revocation', hub.process, hub.clock.now(), LEASE_MS)) await lookForRevocations(hub, sources)
    return LOOK_MS
  }
  return repeat(LOOK_MS, turn, (fault) => hub.log.error('revocation.broken', {}, fault))
}
