/** The parties of the demo: what each speaks, how it signs, and how it is reached. */
import { pvpTokenOf } from '#adapters/at/pvp.ts'
import type { Element, PartyId, SignatureProfile } from '#core/message.ts'
import type { AuthorityRole } from '#schemas/agreements/competence.ts'
import { RETURN_OFFICES } from './offices.ts'
import { STORIES } from './stories.ts'
import { askedBy, messagesOf, recipientsOf } from './story.ts'

export interface DemoParty {
  readonly id: PartyId
  readonly title: string
  readonly dialect: string
  readonly signature: SignatureProfile
  readonly transport: 'push' | 'mailbox'
  readonly home: { readonly state: string; readonly timeZone: string }
  readonly roles: readonly AuthorityRole[]
  /** How it answers a push. */
  readonly receipts: 'sync' | 'async'
  /** What its portal says of it. */
  readonly token?: Element
}

const BAKU = { state: 'AZE', timeZone: 'Asia/Baku' }
/** Of the one office that a member state has here. */
const RETURNS: DemoParty['roles'] = ['CENTRAL', 'BORDER']

export const PARTIES: readonly DemoParty[] = [
  {
    id: 'de',
    title: 'Germany, case system of a foreigners authority',
    dialect: 'de',
    signature: 'xades',
    transport: 'push',
    home: { state: 'DEU', timeZone: 'Europe/Berlin' },
    roles: RETURNS,
    receipts: 'async',
  },
  {
    id: 'at',
    title: 'Austria, office for returns',
    dialect: 'at',
    signature: 'wss',
    transport: 'push',
    home: { state: 'AUT', timeZone: 'Europe/Vienna' },
    roles: RETURNS,
    receipts: 'sync',
    token: pvpTokenOf({ participantId: 'AT:VKZ:beispiel', userId: 'rueckkehr', name: 'Rückkehrbüro Beispielstadt' }),
  },
  {
    id: 'be',
    title: 'Belgium, office for returns',
    dialect: 'be',
    signature: 'wss',
    transport: 'mailbox',
    home: { state: 'BEL', timeZone: 'Europe/Brussels' },
    roles: RETURNS,
    receipts: 'async',
  },
  {
    id: 'fr',
    title: 'France, central service for returns',
    dialect: 'fr',
    signature: 'jades',
    transport: 'push',
    home: { state: 'FRA', timeZone: 'Europe/Paris' },
    roles: RETURNS,
    receipts: 'sync',
  },
  {
    id: 'nl',
    title: 'Netherlands, service for returns',
    dialect: 'nl',
    signature: 'jades',
    transport: 'push',
    home: { state: 'NLD', timeZone: 'Europe/Amsterdam' },
    roles: RETURNS,
    receipts: 'async',
  },
  {
    id: 'pl',
    title: 'Poland, border guard',
    dialect: 'pl',
    signature: 'xades',
    transport: 'push',
    home: { state: 'POL', timeZone: 'Europe/Warsaw' },
    roles: RETURNS,
    receipts: 'async',
  },
  {
    id: 'az-sms',
    title: 'State Migration Service',
    dialect: 'az-sms',
    signature: 'jades',
    transport: 'push',
    home: BAKU,
    roles: ['CENTRAL'],
    receipts: 'sync',
  },
  {
    id: 'az-mfa',
    title: 'Ministry of Foreign Affairs',
    dialect: 'az-mfa',
    signature: 'xades',
    transport: 'mailbox',
    home: BAKU,
    roles: ['MISSION'],
    receipts: 'async',
  },
  {
    id: 'az-mia',
    title: 'Ministry of Internal Affairs',
    dialect: 'az-mia',
    signature: 'xades',
    transport: 'mailbox',
    home: BAKU,
    roles: ['REGISTER'],
    receipts: 'async',
  },
  {
    id: 'az-sbs',
    title: 'State Border Service',
    dialect: 'az-sbs',
    signature: 'jades',
    transport: 'push',
    home: BAKU,
    roles: ['BORDER'],
    receipts: 'sync',
  },
]

/** The states that ask for readmission. */
export const STATES: readonly PartyId[] = Object.keys(RETURN_OFFICES)

/** Who writes to whom in the stories, whichever state asks. */
export const PAIRS: readonly (readonly [PartyId, PartyId])[] = PARTIES.flatMap(({ id: from }) => {
  const stories = STORIES.flatMap((story) => STATES.map((state) => askedBy(story, state)))
  const written = stories.flatMap(messagesOf).filter(({ by }) => by === from)
  return [...new Set(written.flatMap(recipientsOf))].map((to) => [from, to] as const)
})
