/** State Migration Service of Azerbaijan, which coordinates readmission: every message of a case may come here or go out from here. */
import { application } from '#adapters/words/az/application.ts'
import { closing } from '#adapters/words/az/closing.ts'
import { cooperation } from '#adapters/words/az/cooperation.ts'
import { costs } from '#adapters/words/az/costs.ts'
import { data } from '#adapters/words/az/data.ts'
import { decision } from '#adapters/words/az/decision.ts'
import { delivery } from '#adapters/words/az/delivery.ts'
import { headFor } from '#adapters/words/az/head.ts'
import { identification } from '#adapters/words/az/identification.ts'
import { readmissionInError } from '#adapters/words/az/readmission-in-error.ts'
import { transfer } from '#adapters/words/az/transfer.ts'
import { transit } from '#adapters/words/az/transit.ts'
import { travelDocument } from '#adapters/words/az/travel-document.ts'
import { verification } from '#adapters/words/az/verification.ts'
import { defineAdapter } from '#core/mapping.ts'

const actions = {
  ...application,
  ...verification,
  ...identification,
  ...decision,
  ...travelDocument,
  ...transfer,
  ...readmissionInError,
  ...transit,
  ...closing,
  ...costs,
  ...data,
  ...cooperation,
  ...delivery,
}

export default defineAdapter({
  party: 'az-sms',
  title: 'Azerbaijan: State Migration Service',
  signature: 'jades',
  syntax: 'json',
  header: headFor(actions),
  actions,
})
