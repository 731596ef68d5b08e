/** The partner lab of one party: its sessions, and a new one. */
import { Button, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { ChevronLeft, FlaskConical } from 'lucide-react'
import { useMemo, useState } from 'react'
import { api, ask } from '#admin-ui/api/client.ts'
import { useMe } from '#admin-ui/api/me.ts'
import { Card, PageHead } from '#admin-ui/parts/card.tsx'
import { ActDialog } from '#admin-ui/parts/dialog.tsx'
import { Empty } from '#admin-ui/parts/empty.tsx'
import { Lines, Loaded } from '#admin-ui/parts/loaded.tsx'
import { useNameOf } from '#admin-ui/parts/party.tsx'
import { type Column, Rows } from '#admin-ui/parts/rows.tsx'
import { State } from '#admin-ui/parts/state.tsx'
import { useToast } from '#admin-ui/parts/toast.tsx'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { candidatesQuery, type LabSession, sessionsQuery } from './queries.ts'
import { LAB_TEXTS } from './texts.ts'

const keyOf = ({ labId }: LabSession): string => labId

export function LabPage() {
  const { t, fmt, language } = useTexts()
  const words = LAB_TEXTS[language]
  const { id } = useParams({ from: '/shell/parties/$id/lab' })
  const name = useNameOf()(id)
  const sessions = useQuery(sessionsQuery(id))
  const columns = useMemo<readonly Column<LabSession>[]>(
    () => [
      {
        id: 'begun',
        title: words.begun,
        always: true,
        cell: ({ labId, startedAt, party }) => (
          <Link to="/parties/$id/lab/$session" params={{ id: party, session: labId }}>
            <When at={startedAt} as="dateTime" />
          </Link>
        ),
      },
      {
        id: 'state',
        title: t.words.state,
        cell: ({ state, failed }) => (
          <State state={state === 'done' && failed > 0 ? 'failed' : state} word={words.states[state] ?? state} />
        ),
      },
      {
        id: 'result',
        title: words.result,
        cell: ({ passed, failed, skipped }) => words.counts(fmt.number(passed), fmt.number(failed), fmt.number(skipped)),
      },
      { id: 'by', title: t.words.by, cell: ({ by }) => by },
    ],
    [t, fmt, words],
  )
  return (
    <>
      <Link to="/parties/$id" params={{ id }} className="back">
        <ChevronLeft size={16} aria-hidden />
        {name}
      </Link>
      <PageHead title={words.title(name)} note={words.note} aside={<Start id={id} />} />
      <Card title={words.sessions} flush>
        <Loaded question={sessions} skeleton={<Lines count={5} height={28} />}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty kind="nothing" title={words.none} note={words.noneNote} />
            ) : (
              <Rows label={words.sessions} columns={columns} rows={items} keyOf={keyOf} />
            )
          }
        </Loaded>
      </Card>
    </>
  )
}

function Start({ id }: { readonly id: string }) {
  const { t, fmt, language } = useTexts()
  const words = LAB_TEXTS[language]
  const { may } = useMe()
  const toast = useToast()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const [agreed, setAgreed] = useState(false)
  const candidate = useQuery(candidatesQuery).data?.items.find(({ party }) => party === id)
  if (!may('lab.run') || !candidate) return null
  const { obstacle, steps = 0 } = candidate
  const yields = obstacle === undefined || obstacle === 'LAB_PRODUCTION'
  if (!yields) return <p className="notice notice-info">{t.fault[obstacle] ?? obstacle}</p>
  const act = async (reason: string): Promise<void> => {
    const { labId } = await ask(api.lab.$post({ json: { party: id, reason, ...(agreed && { inProduction: true }) } }))
    toast.done(words.started)
    await navigate({ to: '/parties/$id/lab/$session', params: { id, session: labId } })
  }
  return (
    <>
      <Button leftSection={<FlaskConical size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {words.start}
      </Button>
      {open && (
        <ActDialog
          title={words.start}
          open
          close={() => setOpen(false)}
          verb={words.start}
          disabled={obstacle !== undefined && !agreed}
          act={act}
        >
          <p>{words.startNote(fmt.number(steps))}</p>
          {obstacle !== undefined && (
            <Checkbox label={words.agreed} checked={agreed} onChange={(event) => setAgreed(event.currentTarget.checked)} />
          )}
        </ActDialog>
      )}
    </>
  )
}
