/** What operators read and configure, through Prisma's typed client. */
import { PrismaPg } from '@prisma/adapter-pg'
import type { DirectoryParts, PartyRecord } from '#core/directory.ts'
import { Prisma, PrismaClient } from './generated/client.ts'
import { storeFailure } from './pool.ts'

/** Prisma's code for a row to change that is not there. */
const NOT_THERE = 'P2025'
/** Prisma's codes for values that the tables do not allow. Anything else is a server that went away. */
const REFUSED = /^P20(00|02|03|04|11)$/

/**
 * Replaces all parties, certificates and agreements in one transaction. Answers with the new revision; what was confirmed stays.
 * Parties get the status that `data` gives them (see `keepingHolds`).
 */
export async function replaceDirectory(url: string, data: DirectoryParts): Promise<number> {
  return await administering(url, (admin) => replaceAll(admin, data, raised(admin)))
}

/** The same for what was made of one revision: `false`, and nothing is changed, when the directory has another one by now. */
export async function replaceRevision(url: string, data: DirectoryParts, revision: number): Promise<boolean> {
  return await administering(url, async (admin) => {
    try {
      await replaceAll(admin, data, admin.directoryRevision.update({ where: { id: 1, revision }, data: { revision: { increment: 1 } } }))
      return true
    } catch (failure) {
      if (failure instanceof Prisma.PrismaClientKnownRequestError && failure.code === NOT_THERE) return false
      throw failure
    }
  })
}

async function administering<T>(url: string, work: (admin: PrismaClient) => Promise<T>): Promise<T> {
  const admin = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 1 }) })
  try {
    return await work(admin)
  } catch (failure) {
    throw failure instanceof Prisma.PrismaClientKnownRequestError && REFUSED.test(failure.code) ? failure : storeFailure(failure)
  } finally {
    await admin.$disconnect()
  }
}

type Raising = Prisma.PrismaPromise<{ readonly revision: number }>

const raised = (admin: PrismaClient): Raising =>
  admin.directoryRevision.upsert({ where: { id: 1 }, create: { id: 1, revision: 1 }, update: { revision: { increment: 1 } } })

async function replaceAll(admin: PrismaClient, data: DirectoryParts, raising: Raising): Promise<number> {
  const [{ revision }] = await admin.$transaction([
    // First, so that its row lock lets one change in at a time.
    raising,
    admin.certificate.deleteMany(),
    admin.trustAnchor.deleteMany(),
    admin.party.deleteMany(),
    admin.agreement.deleteMany(),
    admin.party.createMany({ data: data.parties.map(partyRow) }),
    admin.certificate.createMany({ data: data.parties.flatMap(certificateRows) }),
    admin.trustAnchor.createMany({ data: data.parties.flatMap(anchorRows) }),
    admin.agreement.createMany({
      data: data.agreements.map(({ types, validUntil, retry, maxBacklog, ...agreement }) => ({
        ...agreement,
        types: [...types],
        validUntil: validUntil ?? null,
        retry: retry ? { ...retry } : Prisma.DbNull,
        maxBacklog: maxBacklog ?? null,
      })),
    }),
  ])
  return revision
}

function partyRow({ id, title, dialect, version, status, endpoint, allowance, brokerUser, serverAnchors, home, roles, test }: PartyRecord) {
  const { retry, breaker, url, hostKeys, ...reached } = endpoint
  return {
    id,
    title,
    dialect,
    version,
    status,
    ...reached,
    ...allowance,
    url: url ?? null,
    hostKeys: [...hostKeys],
    retryFirstS: retry.firstS,
    retryFactor: retry.factor,
    retryMaxS: retry.maxS,
    retryJitter: retry.jitter,
    brokerUser: brokerUser ?? null,
    breakerFailures: breaker.failures,
    breakerProbeS: breaker.maxProbeS,
    serverAnchors: [...serverAnchors],
    roles: [...roles],
    test,
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

function anchorRows({ id, anchors }: PartyRecord) {
  return anchors.map(({ der, ocsp, crl, ...anchor }) => ({
    ...anchor,
    partyId: id,
    der: new Uint8Array(der),
    ocsp: [...ocsp],
    crl: [...crl],
  }))
}
