/** What operators read and configure, through Prisma's typed client. */
import { PrismaPg } from '@prisma/adapter-pg'
import type { DirectoryParts, PartyRecord } from '#core/directory.ts'
import { PrismaClient } from './generated/client.ts'

/**
 * Replaces all parties, certificates and agreements in one transaction. Answers with the new revision; what was confirmed stays.
 * A party that was held after a refusal gets the status that `data` gives it.
 */
export async function replaceDirectory(url: string, data: DirectoryParts): Promise<number> {
  const admin = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 1 }) })
  try {
    return await replaceAll(admin, data)
  } finally {
    await admin.$disconnect()
  }
}

async function replaceAll(admin: PrismaClient, data: DirectoryParts): Promise<number> {
  const [{ revision }] = await admin.$transaction([
    // First, so that its row lock lets one change in at a time.
    admin.directoryRevision.upsert({ where: { id: 1 }, create: { id: 1, revision: 1 }, update: { revision: { increment: 1 } } }),
    admin.certificate.deleteMany(),
    admin.party.deleteMany(),
    admin.agreement.deleteMany(),
    admin.party.createMany({ data: data.parties.map(partyRow) }),
    admin.certificate.createMany({ data: data.parties.flatMap(certificateRows) }),
    admin.agreement.createMany({
      data: data.agreements.map(({ types, validUntil, ...agreement }) => ({
        ...agreement,
        types: [...types],
        validUntil: validUntil ?? null,
      })),
    }),
  ])
  return revision
}

function partyRow({ id, title, dialect, status, endpoint, serverAnchors, home }: PartyRecord) {
  const { retry, url, ...reached } = endpoint
  return {
    id,
    title,
    dialect,
    status,
    ...reached,
    url: url ?? null,
    retryFirstS: retry.firstS,
    retryFactor: retry.factor,
    retryMaxS: retry.maxS,
    retryJitter: retry.jitter,
    serverAnchors: [...serverAnchors],
    state: home?.state ?? null,
    timeZone: home?.timeZone ?? null,
  }
}

function certificateRows({ id, certificates }: PartyRecord) {
  return certificates.map(({ der, subject, ...certificate }) => ({
    ...certificate,
    partyId: id,
    der: new Uint8Array(der),
    subject: subject ?? null,
  }))
}
