/** Accounts and sessions. Whatever is changed here waits for a second administrator. */
import { Button, Select, TextInput } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { api, ask, queryClient } from '#admin-ui/api/client.ts'
import { useMe } from '#admin-ui/api/me.ts'
import { Sessions } from '#admin-ui/pages/session/sessions.tsx'
import { useStepUp } from '#admin-ui/pages/session/step-up.tsx'
import { Card, PageHead } from '#admin-ui/parts/card.tsx'
import { ActDialog, Dialog } from '#admin-ui/parts/dialog.tsx'
import { Loaded } from '#admin-ui/parts/loaded.tsx'
import { type Column, Rows } from '#admin-ui/parts/rows.tsx'
import { useToast } from '#admin-ui/parts/toast.tsx'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { AdministrationTabs } from './tabs.tsx'
import { USER_TEXTS } from './texts.ts'

const ROLES = ['operator', 'auditor', 'administrator'] as const
type Role = (typeof ROLES)[number]

const usersQuery = queryOptions({ queryKey: ['users'], queryFn: () => ask(api.users.$get()) })
type User = Awaited<ReturnType<NonNullable<(typeof usersQuery)['queryFn']>>>['items'][number]
const keyOf = ({ name }: User): string => name

type Asking = { readonly what: 'invite' } | { readonly what: 'role' | 'disable' | 'reset'; readonly user: User }

export function UsersPage() {
  const { t, language } = useTexts()
  const words = USER_TEXTS[language]
  const { may } = useMe()
  const toast = useToast()
  const { guarded, dialog } = useStepUp()
  const [asking, setAsking] = useState<Asking>()
  const [link, setLink] = useState<string>()
  const users = useQuery(usersQuery)
  const mayChange = may('users.change')
  const makeLink = async ({ name }: User): Promise<void> => {
    try {
      setLink((await guarded(() => ask(api.users[':name'].link.$post({ param: { name } })))).link)
    } catch (error) {
      if (error !== undefined) toast.failed(error)
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows call what is current when they are clicked
  const columns = useMemo<readonly Column<User>[]>(
    () => [
      { id: 'name', title: words.name, cell: ({ name }) => name, always: true },
      { id: 'role', title: words.role, cell: ({ role }) => t.role[role] ?? role },
      { id: 'state', title: words.state, cell: ({ state }) => words.states[state] ?? state },
      {
        id: 'factors',
        title: words.factors,
        cell: ({ factors }) =>
          [
            ...(factors.passkeys > 0 ? [words.passkeys(factors.passkeys)] : []),
            ...(factors.totp ? [words.app] : []),
            ...(factors.recoveryLeft > 0 ? [words.recovery(factors.recoveryLeft)] : []),
          ].join(', ') || '–',
      },
      { id: 'last', title: words.last, cell: ({ lastSignInAt }) => <When at={lastSignInAt} /> },
      ...(mayChange
        ? [
            {
              id: 'acts',
              title: words.acts,
              cell: (user: User) => (
                <span className="row">
                  {user.state === 'invited' && <Small act={() => void makeLink(user)} says={words.link} />}
                  <Small act={() => setAsking({ what: 'role', user })} says={words.change} />
                  <Small act={() => setAsking({ what: 'reset', user })} says={words.reset} />
                  {user.state !== 'disabled' && <Small act={() => setAsking({ what: 'disable', user })} says={words.disable} />}
                </span>
              ),
            },
          ]
        : []),
    ],
    [words, t, mayChange],
  )
  return (
    <div className="stack">
      <AdministrationTabs />
      <PageHead title={words.title} aside={mayChange && <Button onClick={() => setAsking({ what: 'invite' })}>{words.invite}</Button>} />
      <Card flush>
        <Loaded question={users}>{({ items }) => <Rows label={words.title} columns={columns} rows={items} keyOf={keyOf} />}</Loaded>
      </Card>
      <Sessions whose="all" />
      {asking && <Ask asking={asking} close={() => setAsking(undefined)} />}
      {link !== undefined && (
        <Dialog title={words.link} open close={() => setLink(undefined)}>
          <p className="muted">{words.linkNote}</p>
          <code>{link}</code>
        </Dialog>
      )}
      {dialog}
    </div>
  )
}

const Small = ({ act, says }: { readonly act: () => void; readonly says: string }) => (
  <Button variant="default" size="compact-sm" onClick={act}>
    {says}
  </Button>
)

function Ask({ asking, close }: { readonly asking: Asking; readonly close: () => void }) {
  const { t, language } = useTexts()
  const words = USER_TEXTS[language]
  const toast = useToast()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('operator')
  const act = async (reason: string): Promise<void> => {
    if (asking.what === 'invite') await ask(api.users.$post({ json: { name, role, reason } }))
    else {
      const param = { name: asking.user.name }
      if (asking.what === 'role') await ask(api.users[':name'].role.$post({ param, json: { role, reason } }))
      else if (asking.what === 'reset') await ask(api.users[':name'].reset.$post({ param, json: { reason } }))
      else await ask(api.users[':name'].disable.$post({ param, json: { reason } }))
    }
    toast.done(words.asked)
    await queryClient.invalidateQueries({ queryKey: ['approvals'] })
  }
  const title = { invite: words.invite, role: words.change, reset: words.reset, disable: words.disable }[asking.what]
  return (
    <ActDialog
      title={asking.what === 'invite' ? title : `${title}: ${asking.user.name}`}
      open
      close={close}
      verb={title}
      bad={asking.what === 'disable' || asking.what === 'reset'}
      act={act}
    >
      {asking.what === 'invite' && (
        <>
          <p className="muted">{words.inviteNote}</p>
          <TextInput
            label={words.name}
            description={words.nameHint}
            pattern="[a-z][a-z0-9._\-]{1,39}"
            required
            withAsterisk={false}
            autoCapitalize="none"
            spellCheck={false}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </>
      )}
      {(asking.what === 'invite' || asking.what === 'role') && (
        <Select
          label={words.role}
          data={ROLES.map((one) => ({ value: one, label: t.role[one] ?? one }))}
          value={role}
          onChange={(chosen) => chosen !== null && setRole(chosen as Role)}
          allowDeselect={false}
        />
      )}
    </ActDialog>
  )
}
