/** Who may do what in the console: the one table that the routes enforce and that pages show or hide by. */

export const ROLES = ['administrator', 'operator', 'auditor'] as const
export type Role = (typeof ROLES)[number]

/** `do`: at once. `ask`: another person approves it first (see four-eyes.ts). Absent: not at all. */
export type Grant = 'do' | 'ask'

type Grants = Partial<Readonly<Record<Role, Grant>>>

const EVERYONE: Grants = { administrator: 'do', operator: 'do', auditor: 'do' }

/** One role a person. Nobody both acts and approves, nobody who audits does either. */
export const GRANTS = {
  'overview.read': EVERYONE,
  'messages.read': EVERYONE,
  'message.reveal': { operator: 'do' },
  'replay.few': { operator: 'do' },
  'replay.many': { operator: 'ask' },
  'delivery.skip': { operator: 'do' },
  'delivery.cancel': { operator: 'ask' },
  'party.hold': { administrator: 'do', operator: 'ask' },
  'party.test': { administrator: 'do', operator: 'do' },
  'party.change': { administrator: 'ask' },
  'certificates.read': EVERYONE,
  'deadlines.read': EVERYONE,
  'statistics.read': EVERYONE,
  'audit.own': EVERYONE,
  'audit.read': { administrator: 'do', auditor: 'do' },
  'audit.verify': { auditor: 'do' },
  'audit.export': { auditor: 'do' },
  'approvals.read': EVERYONE,
  'approvals.decide': { administrator: 'do' },
  'glass.break': { administrator: 'do' },
  'glass.review': { administrator: 'do', auditor: 'do' },
  'users.read': { administrator: 'do', auditor: 'do' },
  'users.change': { administrator: 'ask' },
  'sessions.end': { administrator: 'do' },
  'rules.change': { administrator: 'ask' },
  'alerts.read': EVERYONE,
  'alerts.change': { administrator: 'do' },
  'system.read': EVERYONE,
  'retention.read': EVERYONE,
  'retention.change': { administrator: 'ask' },
  'content.erase': { administrator: 'ask' },
  'evidence.export': { operator: 'ask', auditor: 'do' },
  'lab.read': EVERYONE,
  'lab.run': { administrator: 'do', operator: 'do' },
} as const satisfies Readonly<Record<string, Grants>>

export type Action = keyof typeof GRANTS
export const ACTIONS = Object.keys(GRANTS) as readonly Action[]

export const grantOf = (role: Role, action: Action): Grant | undefined => (GRANTS[action] as Grants)[role]

/** It may at least ask for it. */
export const can = (role: Role, action: Action): boolean => grantOf(role, action) !== undefined

export const actionsOf = (role: Role, grant?: Grant): readonly Action[] =>
  ACTIONS.filter((action) => (grant === undefined ? can(role, action) : grantOf(role, action) === grant))
