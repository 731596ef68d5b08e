/** State Border Service of Azerbaijan: learns who arrives where and when, says who has arrived, and looks up who crossed the border. */
import { application } from '#adapters/words/az/application.ts'
import { closing } from '#adapters/words/az/closing.ts'
import { cooperation } from '#adapters/words/az/cooperation.ts'
import { data } from '#adapters/words/az/data.ts'
import { delivery } from '#adapters/words/az/delivery.ts'
import { headFor } from '#adapters/words/az/head.ts'
import { readmissionInError } from '#adapters/words/az/readmission-in-error.ts'
import { transfer } from '#adapters/words/az/transfer.ts'
import { transit } from '#adapters/words/az/transit.ts'
import { verification } from '#adapters/words/az/verification.ts'
import { defineAdapter } from '#core/mapping.ts'

const actions = {
  ...verification,
  'information-request': application['information-request'],
  'information-response': application['information-response'],
  ...transfer,
  ...readmissionInError,
  ...transit,
  ...closing,
  ...data,
  'contact-list-update': cooperation['contact-list-update'],
  'border-point-update': cooperation['border-point-update'],
  ...delivery,
}

export default defineAdapter({
  party: 'az-sbs',
  title: 'Azerbaijan: State Border Service',
  signature: 'jades',
  syntax: 'json',
  header: headFor(actions),
  actions,
})
