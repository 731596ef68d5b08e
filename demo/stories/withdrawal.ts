/** Withdrawal: a court grants residence when the flight is booked. The transfer is cancelled first, so that nobody waits at the border. */
import { approvalWithPassport } from '#demo/bodies/decision.ts'
import type { Story } from '#demo/story.ts'

export const withdrawal: Story = {
  name: 'withdrawal',
  title: 'a court grants residence when the flight is booked',
  endsIn: 'WITHDRAWN',
  rows: [
    { on: 'start', by: 'be', send: 'readmission-application', to: 'az-sms' },
    { on: 'readmission-application', by: 'az-sms', send: 'acknowledgement', to: 'be' },
    { on: 'readmission-application', by: 'az-sms', send: 'readmission-reply', to: 'be', write: approvalWithPassport },
    { on: 'readmission-reply', by: 'be', send: 'transfer-notification', to: 'az-sms', copyTo: ['az-sbs'] },
    { on: 'transfer-notification', by: 'az-sms', send: 'transfer-notification-response', to: 'be' },
    { on: 'transfer-notification-response', by: 'be', send: 'transfer-cancellation', to: 'az-sms', copyTo: ['az-sbs'] },
    { on: 'transfer-notification-response', by: 'be', send: 'case-withdrawal', to: 'az-sms' },
    { on: 'case-withdrawal', by: 'az-sms', send: 'data-erasure-notice', to: 'be' },
  ],
}
