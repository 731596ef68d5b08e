/** The test PKI: every chain that must not be believed, and those that must. */
import { describe, expect, it } from 'vitest'
import { ExtendedKeyUsage, ExtendedKeyUsageExtension, Extension, KeyUsageFlags } from '#certs/x509.ts'
import { chainOf } from '#core/trust.ts'
import { authority, type Issued, issue, rootCa, usage, type Wish } from '#test/test-pki.ts'
import { pathFault } from './path.ts'

const { digitalSignature, keyEncipherment, keyCertSign, cRLSign } = KeyUsageFlags
const hex = (text: string): Buffer => Buffer.from(text, 'hex')
/** `O=Ölkə` alone may stand below it, in UTF-8, as a subtree of a directory name. */
const tlv = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.of(tag, content.length), content])
}
const organisation = (name: string, tag = 0x0c): Buffer =>
  tlv(0x30, tlv(0x31, tlv(0x30, tlv(0x06, hex('55040a')), tlv(tag, Buffer.from(name)))))
const subtree = (kind: 0xa0 | 0xa1, name: Buffer): Extension => new Extension('2.5.29.30', true, tlv(0x30, tlv(kind, tlv(0x30, name))))
const directory = (name: string, tag?: number): Buffer => tlv(0xa4, organisation(name, tag))
const dns = (name: string): Buffer => tlv(0x82, Buffer.from(name))
const altName = (name: string): Extension => new Extension('2.5.29.17', false, tlv(0x30, dns(name)))
const signs = usage(digitalSignature)

interface Case {
  readonly what: string
  readonly root?: readonly Extension[]
  readonly between?: Wish
  readonly more?: Wish
  readonly leaf?: Wish
  readonly fault?: string
}

const CASES: readonly Case[] = [
  { what: 'a leaf right below its anchor' },
  { what: 'a CA between that may issue leaves only', between: { extensions: authority(0) } },
  {
    what: 'names that are permitted, in another form of string and case',
    root: [...authority(), subtree(0xa0, directory('KORPU', 0x13))],
    leaf: { subject: 'O=Korpu, CN=de' },
  },
  {
    what: 'a DNS name that is permitted',
    root: [...authority(), subtree(0xa0, dns('example'))],
    leaf: { extensions: [signs, altName('de.example')] },
  },
  { what: 'an issuer without the CA flag', between: { extensions: [usage(keyCertSign | cRLSign)] }, fault: 'may not issue' },
  {
    what: 'an issuer whose key may not sign certificates',
    between: { extensions: [authority()[0] as Extension, usage(cRLSign)] },
    fault: 'may not issue',
  },
  { what: 'a path longer than the anchor allows', root: authority(0), between: { extensions: authority() }, fault: 'more issuers' },
  {
    what: 'a path longer than the CA below the anchor allows',
    between: { extensions: authority(0) },
    more: { extensions: authority() },
    fault: 'more issuers',
  },
  {
    what: 'a name that is not permitted',
    root: [...authority(), subtree(0xa0, directory('Körpü'))],
    leaf: { subject: 'O=Ölkə, CN=de' },
    fault: 'not one that its issuer may give',
  },
  {
    what: 'a name that is excluded',
    root: [...authority(), subtree(0xa1, directory('ölkə'))],
    leaf: { subject: 'O=Ölkə, CN=de' },
    fault: 'not one that its issuer may give',
  },
  {
    what: 'a DNS name that is not permitted',
    root: [...authority(), subtree(0xa0, dns('example'))],
    leaf: { extensions: [signs, altName('de.counterexample')] },
    fault: 'not one that its issuer may give',
  },
  {
    what: 'a constraint of a kind that is not compared',
    root: [...authority(), subtree(0xa1, tlv(0x81, Buffer.from('example')))],
    leaf: { extensions: [signs, new Extension('2.5.29.17', false, tlv(0x30, tlv(0x81, Buffer.from('a@b.org'))))] },
    fault: 'not one that its issuer may give',
  },
  {
    what: 'a critical extension that nobody knows',
    leaf: { extensions: [signs, new Extension('1.2.3.4.5', true, hex('0500'))] },
    fault: 'critical extension',
  },
  {
    what: 'a CA with a critical extension that nobody knows',
    between: { extensions: [...authority(), new Extension('1.2.3.4.5', true, hex('0500'))] },
    fault: 'critical extension',
  },
  { what: 'a key that may only encrypt', leaf: { extensions: [usage(keyEncipherment)] }, fault: 'not made for signing' },
  { what: 'a weak key', leaf: { rsaBits: 1024 }, fault: 'weak key' },
  { what: 'a signature with SHA-1', leaf: { hash: 'SHA-1' }, fault: 'weak algorithm' },
  {
    what: 'purposes that are not heeded here',
    leaf: { extensions: [signs, new ExtendedKeyUsageExtension([ExtendedKeyUsage.emailProtection], true)] },
  },
]

describe('a chain with', () => {
  it.each(CASES)('$what', async ({ root: extensions, between, more, leaf: wish, fault }) => {
    const root = await rootCa('CN=Sınaq kökü', extensions)
    const issuers: Issued[] = []
    for (const one of [between, more])
      if (one) issuers.unshift(await issue(issuers[0] ?? root, { subject: `CN=Aralıq ${issuers.length}`, ...one }))
    const leaf = await issue(issuers[0] ?? root, wish)
    const path = [leaf, ...issuers, root].map(({ certificate }) => certificate)
    if (fault === undefined) expect(pathFault(path)).toBeUndefined()
    else expect(pathFault(path)).toContain(fault)
    const between_ = issuers.map(({ certificate }) => certificate)
    expect(chainOf(leaf.certificate, between_, root.certificate) === undefined).toBe(fault !== undefined)
  })

  it('another anchor of the same name', async () => {
    const [root, other] = [await rootCa(), await rootCa()]
    const leaf = await issue(root)
    expect(chainOf(leaf.certificate, [], other.certificate)).toBeUndefined()
    expect(chainOf(leaf.certificate, [], root.certificate)).toHaveLength(2)
  })
})
