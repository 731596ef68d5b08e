/** No application at all: a national with a valid passport is only announced (article 7(2)). */
import { arrivalAtBorder } from '#demo/bodies/transfer.ts'
import type { Story } from '#demo/story.ts'

export const direct: Story = {
  name: 'direct',
  title: 'with a valid passport nothing needs to be applied for',
  endsIn: 'READMITTED',
  rows: [
    { on: 'start', by: 'be', send: 'direct-transfer-notice', to: 'az-sms', copyTo: ['az-sbs'] },
    { on: 'direct-transfer-notice', by: 'az-sms', send: 'transfer-notification-response', to: 'be' },
    { days: 7, because: 'the flight is awaited' },
    {
      on: 'direct-transfer-notice',
      by: 'az-sbs',
      send: 'arrival-confirmation',
      to: 'be',
      copyTo: ['az-sms'],
      write: arrivalAtBorder,
    },
  ],
}
