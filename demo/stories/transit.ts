/** Transit: through Baku on the way to another state, with and without the consent being revoked (articles 14 to 16). */

import type { PartyId } from '#core/message.ts'
import { closedAsRevoked, closedAsTransferred } from '#demo/bodies/afterwards.ts'
import type { Row, Story } from '#demo/story.ts'

const approvedFor = (state: PartyId): readonly Row[] => [
  { on: 'start', by: state, send: 'transit-application', to: 'az-sms' },
  { on: 'transit-application', by: 'az-sms', send: 'acknowledgement', to: state },
  { on: 'transit-application', by: 'az-sms', send: 'transit-reply', to: state, copyTo: ['az-sbs'] },
]

export const transit: Story = {
  name: 'transit',
  title: 'through Baku on the way to another state, and who pays for it',
  endsIn: 'CLOSED',
  rows: [
    ...approvedFor('nl'),
    { days: 13, because: 'the person passes through' },
    { on: 'transit-application', by: 'az-sms', send: 'cost-claim', to: 'nl' },
    { on: 'cost-claim', by: 'nl', send: 'cost-settlement', to: 'az-sms' },
    { on: 'transit-reply', by: 'nl', send: 'case-closure', to: 'az-sms', write: closedAsTransferred },
  ],
}

export const transitRevoked: Story = {
  name: 'transit-revoked',
  title: 'the consent to transit is revoked',
  endsIn: 'CLOSED',
  rows: [
    ...approvedFor('fr'),
    {
      on: 'transit-application',
      by: 'az-sms',
      send: 'transit-revocation',
      to: 'fr',
      copyTo: ['az-sbs'],
      answers: 'transit-reply',
    },
    { on: 'transit-revocation', by: 'fr', send: 'case-closure', to: 'az-sms', write: closedAsRevoked },
  ],
}
