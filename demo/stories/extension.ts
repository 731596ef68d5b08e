/**
 * Extension: the application lacks something, an archive is slow, and the requested state asks for more time while it still has some (article 11).
 * The reply comes after the fifteenth day; the limit was moved, so silence meant nothing.
 */
import { incomplete } from '#demo/bodies/application.ts'
import { arrivalAtBorder } from '#demo/bodies/transfer.ts'
import type { Story } from '#demo/story.ts'

export const extension: Story = {
  name: 'extension',
  title: 'an archive is slow, and the reply comes in the time that was asked for',
  endsIn: 'READMITTED',
  rows: [
    { on: 'start', by: 'at', send: 'readmission-application', to: 'az-sms' },
    { on: 'readmission-application', by: 'az-sms', send: 'acknowledgement', to: 'at', write: incomplete },
    { on: 'acknowledgement', by: 'at', send: 'readmission-application-update', to: 'az-sms' },
    { on: 'readmission-application-update', by: 'az-sms', send: 'verification-request', to: 'az-mia' },
    { days: 14, because: 'the archive is searched' },
    {
      on: 'readmission-application-update',
      by: 'az-sms',
      send: 'time-limit-extension',
      to: 'at',
      answers: 'readmission-application',
    },
    { days: 6, because: 'the limit of fifteen days would be over' },
    { on: 'verification-request', by: 'az-mia', send: 'verification-result', to: 'az-sms' },
    {
      on: 'verification-result',
      by: 'az-sms',
      send: 'readmission-reply',
      to: 'at',
      copyTo: ['az-mfa'],
      answers: 'readmission-application',
    },
    { on: 'readmission-reply', by: 'at', send: 'travel-document-request', to: 'az-mfa' },
    { on: 'travel-document-request', by: 'az-mfa', send: 'travel-document-issued', to: 'at' },
    { on: 'travel-document-issued', by: 'at', send: 'transfer-notification', to: 'az-sms', copyTo: ['az-sbs'] },
    { days: 7, because: 'the flight is awaited' },
    {
      on: 'transfer-notification',
      by: 'az-sbs',
      send: 'arrival-confirmation',
      to: 'at',
      copyTo: ['az-sms'],
      write: arrivalAtBorder,
    },
    { on: 'arrival-confirmation', by: 'az-sms', send: 'data-use-report', to: 'at' },
  ],
}
