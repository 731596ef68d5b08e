/** State Migration Service of Azerbaijan: speaks the canonical standard in JSON. */
import { canonicalJson, defineAdapter } from '#core/mapping.ts'

export default defineAdapter({
  party: 'az-sms',
  title: 'Azerbaijan: State Migration Service',
  dialect: canonicalJson,
  signature: 'jades',
})
