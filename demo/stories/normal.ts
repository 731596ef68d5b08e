/** The normal case: an application, one question, an approval, and the transfer. */
import type { Story } from '#demo/story.ts'

export const normal: Story = {
  name: 'normal',
  title: 'an application, one question, an approval, and the transfer',
  endsIn: 'READMITTED',
  rows: [
    { on: 'start', by: 'de', send: 'readmission-application', to: 'az-sms' },
    { on: 'readmission-application', by: 'az-sms', send: 'acknowledgement', to: 'de' },
    { on: 'readmission-application', by: 'az-sms', send: 'information-request', to: 'de' },
    { on: 'information-request', by: 'de', send: 'information-response', to: 'az-sms' },
    { on: 'information-response', by: 'az-sms', send: 'readmission-reply', to: 'de', copyTo: ['az-mfa'] },
    { on: 'readmission-reply', by: 'de', send: 'transfer-notification', to: 'az-sms', copyTo: ['az-mfa'] },
    { on: 'transfer-notification', by: 'az-sms', send: 'arrival-confirmation', to: 'de' },
  ],
}
