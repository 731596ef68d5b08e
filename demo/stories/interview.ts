/**
 * Interview: there is no document at all, so the mission hears the person and establishes nationality (article 9(3)). The mission refuses the first
 * photograph, and issues the document anew after a slip in it.
 */
import { applicationWithoutDocument } from '#demo/bodies/application.ts'
import { arrivalAtBorder } from '#demo/bodies/transfer.ts'
import type { Story } from '#demo/story.ts'

export const interview: Story = {
  name: 'interview',
  title: 'without any document, the mission hears the person',
  endsIn: 'READMITTED',
  rows: [
    { on: 'start', by: 'nl', send: 'readmission-application', to: 'az-sms', write: applicationWithoutDocument },
    { on: 'readmission-application', by: 'az-sms', send: 'acknowledgement', to: 'nl' },
    { on: 'readmission-application', by: 'az-sms', send: 'interview-request', to: 'az-mfa', copyTo: ['nl'] },
    { on: 'interview-request', by: 'az-mfa', send: 'interview-schedule', to: 'nl', copyTo: ['az-sms'] },
    { days: 2, because: 'the appointment is awaited' },
    {
      on: 'interview-request',
      by: 'az-mfa',
      send: 'interview-result',
      to: 'az-sms',
      copyTo: ['nl'],
      answers: 'interview-schedule',
    },
    { on: 'interview-result', by: 'az-sms', send: 'readmission-reply', to: 'nl', copyTo: ['az-mfa'] },
    { on: 'readmission-reply', by: 'nl', send: 'travel-document-request', to: 'az-mfa' },
    { on: 'travel-document-request', by: 'az-mfa', send: 'travel-document-refused', to: 'nl' },
    { on: 'travel-document-refused', by: 'nl', send: 'travel-document-request', to: 'az-mfa' },
    { on: 'travel-document-request', by: 'az-mfa', send: 'travel-document-issued', to: 'nl' },
    { on: 'travel-document-issued', by: 'nl', send: 'data-correction-notice', to: 'az-sms', copyTo: ['az-mfa'] },
    { on: 'travel-document-issued', by: 'nl', send: 'travel-document-renewal', to: 'az-mfa' },
    { on: 'travel-document-renewal', by: 'az-mfa', send: 'travel-document-issued', to: 'nl' },
    { on: 'travel-document-issued', by: 'nl', send: 'transfer-notification', to: 'az-sms', copyTo: ['az-sbs'] },
    { days: 7, because: 'the flight is awaited' },
    {
      on: 'transfer-notification',
      by: 'az-sbs',
      send: 'arrival-confirmation',
      to: 'nl',
      copyTo: ['az-sms'],
      write: arrivalAtBorder,
    },
  ],
}
