/** Refusal: the registers of the Ministry of Internal Affairs do not know the person. A refusal gives its grounds (article 11). */
import { closedAsRefused } from '#demo/bodies/afterwards.ts'
import { refusal as refused } from '#demo/bodies/decision.ts'
import { unknown } from '#demo/bodies/identification.ts'
import type { Story } from '#demo/story.ts'

export const refusal: Story = {
  name: 'refusal',
  title: 'no register knows the person',
  endsIn: 'CLOSED',
  rows: [
    { on: 'start', by: 'pl', send: 'readmission-application', to: 'az-sms' },
    { on: 'readmission-application', by: 'az-sms', send: 'acknowledgement', to: 'pl' },
    { on: 'readmission-application', by: 'az-sms', send: 'verification-request', to: 'az-mia' },
    { on: 'verification-request', by: 'az-mia', send: 'verification-result', to: 'az-sms', write: unknown },
    {
      on: 'verification-result',
      by: 'az-sms',
      send: 'readmission-reply',
      to: 'pl',
      answers: 'readmission-application',
      write: refused,
    },
    { on: 'readmission-reply', by: 'pl', send: 'case-closure', to: 'az-sms', write: closedAsRefused },
    { on: 'case-closure', by: 'az-sms', send: 'data-erasure-notice', to: 'pl' },
  ],
}
