/** The parties of the demo: what each speaks, how it signs, and how it is reached. */
import type { PartyId, SignatureProfile } from '#core/message.ts'
import { STORIES } from './stories.ts'
import { messagesOf, recipientsOf } from './story.ts'

export interface DemoParty {
  readonly id: PartyId
  readonly title: string
  readonly dialect: string
  readonly signature: SignatureProfile
  readonly transport: 'push' | 'mailbox'
  readonly home: { readonly state: string; readonly timeZone: string }
  /** How it answers a push. */
  readonly receipts: 'sync' | 'async'
}

const BAKU = { state: 'AZE', timeZone: 'Asia/Baku' }

export const PARTIES: readonly DemoParty[] = [
  {
    id: 'de',
    title: 'Germany, case system of a foreigners authority',
    dialect: 'de',
    signature: 'xades',
    transport: 'push',
    home: { state: 'DEU', timeZone: 'Europe/Berlin' },
    receipts: 'async',
  },
  {
    id: 'at',
    title: 'Austria, office for returns',
    dialect: 'xml',
    signature: 'xades',
    transport: 'push',
    home: { state: 'AUT', timeZone: 'Europe/Vienna' },
    receipts: 'sync',
  },
  {
    id: 'nl',
    title: 'Netherlands, service for returns',
    dialect: 'json',
    signature: 'jws',
    transport: 'push',
    home: { state: 'NLD', timeZone: 'Europe/Amsterdam' },
    receipts: 'async',
  },
  {
    id: 'az-sms',
    title: 'State Migration Service',
    dialect: 'az-sms',
    signature: 'jades',
    transport: 'push',
    home: BAKU,
    receipts: 'sync',
  },
  {
    id: 'az-mfa',
    title: 'Ministry of Foreign Affairs',
    dialect: 'az-mfa',
    signature: 'xades',
    transport: 'mailbox',
    home: BAKU,
    receipts: 'async',
  },
  {
    id: 'az-mia',
    title: 'Ministry of Internal Affairs',
    dialect: 'az-mia',
    signature: 'xades',
    transport: 'mailbox',
    home: BAKU,
    receipts: 'async',
  },
  {
    id: 'az-sbs',
    title: 'State Border Service',
    dialect: 'az-sbs',
    signature: 'jades',
    transport: 'push',
    home: BAKU,
    receipts: 'sync',
  },
]

/** Who writes to whom in the stories. */
export const PAIRS: readonly (readonly [PartyId, PartyId])[] = PARTIES.flatMap(({ id: from }) => {
  const written = STORIES.flatMap(messagesOf).filter(({ by }) => by === from)
  return [...new Set(written.flatMap(recipientsOf))].map((to) => [from, to] as const)
})
