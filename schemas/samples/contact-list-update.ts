import type { ContactListUpdate } from '#schemas/generated/types.ts'
import { consul, embassy, migrationService } from './cast.ts'

const small: ContactListUpdate = {
  validFrom: '2026-12-01',
  contacts: [{ change: 'ADDED', roles: ['INTERVIEWS'], authority: { name: embassy.name } }],
  official: { name: consul.name },
}

const full: ContactListUpdate = {
  validFrom: '2026-12-01',
  contacts: [
    { change: 'CHANGED', roles: ['INTERVIEWS', 'TRAVEL_DOCUMENTS'], authority: embassy, party: 'az-mfa' },
    { change: 'CHANGED', roles: ['APPLICATIONS'], authority: migrationService, party: 'az-sms' },
  ],
  observations: 'Köhnə nömrələr ilin sonuna kimi işləyəcək.',
  official: consul,
}

export const contactListUpdate = { small, full }
