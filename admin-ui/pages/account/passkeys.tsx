/** The passkeys of one's own: added with this browser, named, removed. */
import { Button, TextInput } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useMemo, useState } from 'react'
import { api, ask, queryClient } from '#admin-ui/api/client.ts'
import { makeWith } from '#admin-ui/api/passkey.ts'
import { Dialog } from '#admin-ui/parts/dialog.tsx'
import { Loaded } from '#admin-ui/parts/loaded.tsx'
import { type Column, Rows } from '#admin-ui/parts/rows.tsx'
import { useToast } from '#admin-ui/parts/toast.tsx'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import type { Guarded } from './page.tsx'
import { ACCOUNT_TEXTS } from './texts.ts'

const passkeysQuery = queryOptions({ queryKey: ['passkeys'], queryFn: () => ask(api.account.passkeys.$get()) })
type Passkey = Awaited<ReturnType<NonNullable<(typeof passkeysQuery)['queryFn']>>>['items'][number]
const keyOf = ({ id }: Passkey): string => id

type Doing = { readonly what: 'add' } | { readonly what: 'rename' | 'remove'; readonly passkey: Passkey }

export function Passkeys({ run }: { readonly run: Guarded }) {
  const { language } = useTexts()
  const words = ACCOUNT_TEXTS[language]
  const passkeys = useQuery(passkeysQuery)
  const [doing, setDoing] = useState<Doing>()
  const columns = useMemo<readonly Column<Passkey>[]>(
    () => [
      { id: 'label', title: words.label, cell: ({ label }) => label ?? <span className="muted">{words.unnamed}</span>, always: true },
      { id: 'since', title: words.since, cell: ({ createdAt }) => <When at={createdAt} as="date" /> },
      {
        id: 'acts',
        title: words.acts,
        cell: (passkey) => (
          <span className="row">
            <Button variant="default" size="compact-sm" onClick={() => setDoing({ what: 'rename', passkey })}>
              {words.rename}
            </Button>
            <Button variant="default" size="compact-sm" onClick={() => setDoing({ what: 'remove', passkey })}>
              {words.remove}
            </Button>
          </span>
        ),
      },
    ],
    [words],
  )
  return (
    <div className="stack">
      <Loaded question={passkeys}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{words.none}</p>
          ) : (
            <Rows label={words.passkeys} columns={columns} rows={items} keyOf={keyOf} />
          )
        }
      </Loaded>
      <div>
        <Button leftSection={<KeyRound size={16} aria-hidden />} onClick={() => setDoing({ what: 'add' })}>
          {words.add}
        </Button>
      </div>
      {doing && <Do doing={doing} run={run} close={() => setDoing(undefined)} />}
    </div>
  )
}

interface DoShown {
  readonly doing: Doing
  readonly run: Guarded
  readonly close: () => void
}

function Do({ doing, run, close }: DoShown) {
  const { t, language } = useTexts()
  const words = ACCOUNT_TEXTS[language]
  const toast = useToast()
  const known = doing.what === 'add' ? '' : (doing.passkey.label ?? '')
  const [label, setLabel] = useState(known)
  const acts = {
    add: async () => {
      const response = await makeWith(await ask(api.account.passkeys.options.$post()))
      await ask(api.account.passkeys.$post({ json: { response, label } }))
      toast.done(words.added)
    },
    rename: async (id: string) => {
      await ask(api.account.passkeys[':id'].label.$post({ param: { id }, json: { label } }))
      toast.done(words.renamed)
    },
    remove: async (id: string) => {
      await ask(api.account.passkeys[':id'].$delete({ param: { id } }))
      toast.done(words.removed)
    },
  }
  const submit = async (): Promise<void> => {
    close()
    await run(async () => {
      await (doing.what === 'add' ? acts.add() : acts[doing.what](doing.passkey.id))
      await queryClient.invalidateQueries(passkeysQuery)
    })
  }
  return (
    <Dialog title={words[doing.what]} open close={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {doing.what === 'remove' ? (
          <p>{words.sure(known || words.unnamed)}</p>
        ) : (
          <TextInput
            label={words.label}
            description={words.labelHint}
            value={label}
            maxLength={40}
            required
            withAsterisk={false}
            onChange={(event) => setLabel(event.currentTarget.value)}
            data-autofocus
          />
        )}
        <div className="dialog-buttons">
          <Button variant="default" onClick={close}>
            {t.common.cancel}
          </Button>
          <Button type="submit" color={doing.what === 'remove' ? 'bad' : 'accent'}>
            {words[doing.what]}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
