/**
 * Accelerated procedure: apprehended at the airport right after an illegal crossing, so that both sides have two working days (articles 7(3), 11).
 * The border service objects to the time of the flight, and accepts another.
 */
import { acceleratedApplication } from '#demo/bodies/application.ts'
import { approvalWithPassport } from '#demo/bodies/decision.ts'
import { askBorder, crossed } from '#demo/bodies/identification.ts'
import { arrivalAtBorder, transferObjection } from '#demo/bodies/transfer.ts'
import type { Story } from '#demo/story.ts'

export const accelerated: Story = {
  name: 'accelerated',
  title: 'apprehended at the airport; two working days for the reply',
  endsIn: 'READMITTED',
  rows: [
    { on: 'start', by: 'fr', send: 'readmission-application', to: 'az-sms', write: acceleratedApplication },
    { on: 'readmission-application', by: 'az-sms', send: 'acknowledgement', to: 'fr' },
    { on: 'readmission-application', by: 'az-sms', send: 'verification-request', to: 'az-sbs', write: askBorder },
    { on: 'verification-request', by: 'az-sbs', send: 'verification-result', to: 'az-sms', write: crossed },
    {
      on: 'verification-result',
      by: 'az-sms',
      send: 'readmission-reply',
      to: 'fr',
      answers: 'readmission-application',
      write: approvalWithPassport,
    },
    { on: 'readmission-reply', by: 'fr', send: 'transfer-notification', to: 'az-sms', copyTo: ['az-sbs'] },
    { on: 'transfer-notification', by: 'az-sms', send: 'transfer-notification-response', to: 'fr', write: transferObjection },
    { on: 'transfer-notification-response', by: 'fr', send: 'transfer-update', to: 'az-sms', copyTo: ['az-sbs'] },
    { on: 'transfer-update', by: 'az-sms', send: 'transfer-notification-response', to: 'fr' },
    { days: 8, because: 'the flight is awaited' },
    {
      on: 'transfer-update',
      by: 'az-sbs',
      send: 'arrival-confirmation',
      to: 'fr',
      copyTo: ['az-sms'],
      write: arrivalAtBorder,
    },
  ],
}
