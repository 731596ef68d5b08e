/**
 * Silence: the application was handed over, and the limit for the reply runs out. The hub says so to both sides, once, with the proof of the
 * hand-over; the transfer is deemed agreed (article 11(2)). On limits that nobody has confirmed the hub would only warn.
 */
import { arrivalAtBorder } from '#demo/bodies/transfer.ts'
import type { Story } from '#demo/story.ts'

export const silence: Story = {
  name: 'silence',
  title: 'no reply comes, and the readmission is deemed approved',
  endsIn: 'READMITTED',
  rows: [
    { confirm: ['T5', 'T6', 'T7'], because: 'nobody could read them in the agreement, and the hub gives no legal notice on a guess' },
    { on: 'start', by: 'de', send: 'readmission-application', to: 'az-sms' },
    { on: 'readmission-application', by: 'az-sms', send: 'acknowledgement', to: 'de' },
    { days: 17, because: 'no reply comes' },
    { by: 'hub', send: 'deemed-approval-notice', to: 'de', copyTo: ['az-sms'] },
    { on: 'deemed-approval-notice', by: 'de', send: 'travel-document-request', to: 'az-mfa' },
    { on: 'travel-document-request', by: 'az-mfa', send: 'travel-document-issued', to: 'de' },
    { on: 'travel-document-issued', by: 'de', send: 'transfer-notification', to: 'az-sms', copyTo: ['az-sbs'] },
    { days: 7, because: 'the flight is awaited' },
    {
      on: 'transfer-notification',
      by: 'az-sbs',
      send: 'arrival-confirmation',
      to: 'de',
      copyTo: ['az-sms'],
      write: arrivalAtBorder,
    },
  ],
}
