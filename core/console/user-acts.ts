/** What two administrators do with accounts. */
import type { JsonObject } from '#core/message.ts'
import type { Account, Accounts, Doing } from './accounts.ts'
import { type Act, type Acts, act } from './four-eyes.ts'
import { refusal } from './refusal.ts'
import type { Role } from './roles.ts'

export interface Named extends JsonObject {
  readonly name: string
}

export interface WithRole extends Named {
  readonly role: Role
}

export function userActs(accounts: Accounts): Acts {
  const existing = async (name: string): Promise<Account> => {
    const account = await accounts.find(name)
    if (!account) throw refusal('NOT_FOUND')
    return account
  }

  /** Somebody must be left who can decide, or nobody ever could again. */
  const withoutAdministrator = async ({ name }: Account): Promise<void> => {
    const others = (await accounts.list()).filter((one) => one.role === 'administrator' && one.state === 'active' && one.name !== name)
    if (others.length === 0) throw refusal('CONFLICT')
  }

  const changing = (change: (params: Named, doing: Doing) => Promise<boolean>, takesAway: boolean): Act =>
    act<Named>({
      action: 'users.change',
      async effect({ name }) {
        const account = await existing(name)
        if (takesAway) await withoutAdministrator(account)
        return { name, role: account.role, state: account.state }
      },
      async execute(params, doing) {
        if (takesAway) await withoutAdministrator(await existing(params.name))
        if (!(await change(params, doing))) throw refusal('CONFLICT')
        return { name: params.name }
      },
    })

  return new Map<string, Act>([
    [
      'user.invite',
      act<WithRole>({
        action: 'users.change',
        async effect({ name, role }) {
          if (await accounts.find(name)) throw refusal('CONFLICT')
          return { name, to: role }
        },
        async execute({ name, role }, doing) {
          if (!(await accounts.add({ name, role }, doing))) throw refusal('CONFLICT')
          return { name }
        },
      }),
    ],
    [
      'user.role',
      act<WithRole>({
        action: 'users.change',
        async effect({ name, role }) {
          const account = await existing(name)
          if (account.role === role) throw refusal('CONFLICT')
          await withoutAdministrator(account)
          return { name, from: account.role, to: role }
        },
        async execute({ name, role }, doing) {
          await withoutAdministrator(await existing(name))
          if (!(await accounts.setRole(name, role, doing))) throw refusal('CONFLICT')
          return { name }
        },
      }),
    ],
    ['user.disable', changing(({ name }, doing) => accounts.disable(name, doing), true)],
    ['user.reset', changing(({ name }, doing) => accounts.reset(name, doing), true)],
  ])
}
