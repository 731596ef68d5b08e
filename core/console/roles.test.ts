import { expect, it } from 'vitest'
import { ACTIONS, actionsOf, can, grantOf, ROLES } from './roles.ts'

it('nobody decides what he may ask for', () => {
  for (const role of ROLES) {
    const asks = actionsOf(role, 'ask')
    if (role !== 'administrator') expect(can(role, 'approvals.decide') && asks.length > 0).toBe(false)
  }
  expect(grantOf('administrator', 'users.change')).toBe('ask')
})

it('an auditor reads and changes nothing', () => {
  const changing = actionsOf('auditor').filter((action) => !/\.(read|own|verify|export|review)$/.test(action))
  expect(changing).toEqual([])
})

it('an administrator sees no personal data and replays nothing', () => {
  expect(actionsOf('administrator').filter((action) => /^(message\.reveal|replay|delivery)/.test(action))).toEqual([])
})

it('only operators reveal what a message says', () => {
  expect(ROLES.filter((role) => can(role, 'message.reveal'))).toEqual(['operator'])
})

it('every action is allowed to somebody', () => {
  expect(ACTIONS.filter((action) => !ROLES.some((role) => can(role, action)))).toEqual([])
})
