/** Support after return, with the person's consent: a conversation of its own, for who gives support must see nothing of the readmission case. */
import type { Story } from '#demo/story.ts'

export const referral: Story = {
  name: 'referral',
  title: 'support after return, with consent',
  endsIn: 'INFORMED',
  rows: [
    { on: 'start', by: 'nl', send: 'reintegration-referral', to: 'az-sms' },
    { on: 'reintegration-referral', by: 'az-sms', send: 'information-request', to: 'nl' },
    { on: 'information-request', by: 'nl', send: 'information-response', to: 'az-sms' },
  ],
}
