/** Withdrawal: a court grants residence when the flight is booked. The transfer is cancelled first, so that nobody waits at the border. */
import { approvalWithPassport } from '#demo/bodies/decision.ts'
import type { Story } from '#demo/story.ts'

export const withdrawal: Story = {
  name: 'withdrawal',
  title: 'a court grants residence when the flight is booked',
  endsIn: 'WITHDRAWN',
  rows: [
    { on: 'start', by: 'nl', send: 'readmission-application', to: 'az-sms' },
    { on: 'readmission-application', by: 'az-sms', send: 'acknowledgement', to: 'nl' },
    { on: 'readmission-application', by: 'az-sms', send: 'readmission-reply', to: 'nl', write: approvalWithPassport },
    { on: 'readmission-reply', by: 'nl', send: 'transfer-notification', to: 'az-sms', copyTo: ['az-sbs'] },
    { on: 'transfer-notification', by: 'az-sms', send: 'transfer-notification-response', to: 'nl' },
    { on: 'transfer-notification-response', by: 'nl', send: 'transfer-cancellation', to: 'az-sms', copyTo: ['az-sbs'] },
    { on: 'transfer-notification-response', by: 'nl', send: 'case-withdrawal', to: 'az-sms' },
    { on: 'case-withdrawal', by: 'az-sms', send: 'data-erasure-notice', to: 'nl' },
  ],
}
