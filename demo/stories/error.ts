/** Readmission in error: fingerprints show that another person was transferred, and the requesting state takes the person back (article 13). */
import { closedAsTakenBack } from '#demo/bodies/afterwards.ts'
import { approvalWithPassport } from '#demo/bodies/decision.ts'
import { arrivalAtBorder } from '#demo/bodies/transfer.ts'
import type { Story } from '#demo/story.ts'

export const error: Story = {
  name: 'error',
  title: 'another person was readmitted, and is taken back',
  endsIn: 'CLOSED',
  rows: [
    { on: 'start', by: 'at', send: 'readmission-application', to: 'az-sms' },
    { on: 'readmission-application', by: 'az-sms', send: 'acknowledgement', to: 'at' },
    { on: 'readmission-application', by: 'az-sms', send: 'readmission-reply', to: 'at', write: approvalWithPassport },
    { on: 'readmission-reply', by: 'at', send: 'transfer-notification', to: 'az-sms', copyTo: ['az-sbs'] },
    { days: 7, because: 'the flight is awaited' },
    {
      on: 'transfer-notification',
      by: 'az-sbs',
      send: 'arrival-confirmation',
      to: 'at',
      copyTo: ['az-sms'],
      write: arrivalAtBorder,
    },
    { on: 'arrival-confirmation', by: 'az-sms', send: 'readmission-in-error-claim', to: 'at' },
    { on: 'readmission-in-error-claim', by: 'at', send: 'readmission-in-error-reply', to: 'az-sms' },
    { days: 14, because: 'the return is arranged' },
    { on: 'readmission-in-error-claim', by: 'at', send: 'case-closure', to: 'az-sms', write: closedAsTakenBack },
  ],
}
