/** Consular Department of the Ministry of Foreign Affairs of Azerbaijan: speaks the canonical standard in XML. */
import { canonicalXml, defineAdapter } from '#core/mapping.ts'

export default defineAdapter({
  party: 'az-mfa',
  title: 'Azerbaijan: Ministry of Foreign Affairs, Consular Department',
  dialect: canonicalXml,
  signature: 'xades',
})
