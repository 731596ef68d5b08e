/** One session of the partner lab: each step as it ends, and the signed report once all have. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ChevronLeft, CircleCheck, CircleDashed, CircleX, Download, Square } from 'lucide-react'
import { useState } from 'react'
import { api, ask } from '#admin-ui/api/client.ts'
import { useMe } from '#admin-ui/api/me.ts'
import { Card, PageHead } from '#admin-ui/parts/card.tsx'
import { ActDialog } from '#admin-ui/parts/dialog.tsx'
import { Lines, Loaded } from '#admin-ui/parts/loaded.tsx'
import { useNameOf } from '#admin-ui/parts/party.tsx'
import { State } from '#admin-ui/parts/state.tsx'
import { useToast } from '#admin-ui/parts/toast.tsx'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { type LabSession, type LabStep, sessionQuery } from './queries.ts'
import { LAB_TEXTS } from './texts.ts'

const LOOKS = { passed: [CircleCheck, 'ok'], failed: [CircleX, 'bad'], skipped: [CircleDashed, 'quiet'] } as const
const FORMS = ['json', 'jws', 'html', 'md'] as const

export function LabSessionPage() {
  const { fmt, language } = useTexts()
  const words = LAB_TEXTS[language]
  const { id, session: labId } = useParams({ from: '/shell/parties/$id/lab/$session' })
  const name = useNameOf()(id)
  const session = useQuery(sessionQuery(labId))
  return (
    <>
      <Link to="/parties/$id/lab" params={{ id }} className="back">
        <ChevronLeft size={16} aria-hidden />
        {words.title(name)}
      </Link>
      <Loaded question={session} skeleton={<Lines count={10} height={28} />}>
        {(data) => (
          <div className="stack">
            <PageHead
              title={words.title(name)}
              note={
                <span className="row" role="status">
                  <State
                    state={data.state === 'done' && data.failed > 0 ? 'failed' : data.state}
                    word={words.states[data.state] ?? data.state}
                  />
                  <When at={data.startedAt} as="dateTime" />
                  {words.of(fmt.number(data.steps.length), fmt.number(data.expected))}
                  <span>{words.counts(fmt.number(data.passed), fmt.number(data.failed), fmt.number(data.skipped))}</span>
                </span>
              }
              aside={<Stop session={data} />}
            />
            {data.state === 'running' && (
              <div className="meter" aria-hidden>
                <i style={{ width: `${(data.steps.length / Math.max(1, data.expected)) * 100}%` }} />
              </div>
            )}
            {data.state === 'done' && <Report labId={labId} />}
            <Card title={words.steps}>
              <ol className="steps">
                {data.steps.map((step) => (
                  <Line key={step.step} step={step} />
                ))}
              </ol>
            </Card>
          </div>
        )}
      </Loaded>
    </>
  )
}

function Line({ step: { result, title, expected, happened, durationMs } }: { readonly step: LabStep }) {
  const { fmt, language } = useTexts()
  const words = LAB_TEXTS[language]
  const [Icon, tone] = LOOKS[result]
  return (
    <li className="step">
      <Icon size={20} role="img" aria-label={words.results[result] ?? result} className={`tone-${tone}`} />
      <span className="step-words">
        <b>{title[language]}</b>
        <span className="small">{happened[language]}</span>
        {result === 'failed' && (
          <span className="small muted">
            {words.expected}: {expected[language]}
          </span>
        )}
      </span>
      <span className="muted small number">{fmt.span(durationMs)}</span>
    </li>
  )
}

function Report({ labId }: { readonly labId: string }) {
  const { language } = useTexts()
  const words = LAB_TEXTS[language]
  return (
    <Card title={words.report}>
      <div className="row">
        {FORMS.map((form) => (
          <Button
            key={form}
            component="a"
            href={`/api/lab/${labId}/report?form=${form}&language=${language}`}
            download
            variant="default"
            leftSection={<Download size={16} aria-hidden />}
          >
            {words.forms[form]}
          </Button>
        ))}
      </div>
    </Card>
  )
}

function Stop({ session: { labId, state } }: { readonly session: Pick<LabSession, 'labId' | 'state'> }) {
  const { language } = useTexts()
  const words = LAB_TEXTS[language]
  const { may } = useMe()
  const toast = useToast()
  const [open, setOpen] = useState(false)
  if (state !== 'running' || !may('lab.run')) return null
  const act = async (reason: string): Promise<void> => {
    await ask(api.lab[':id'].stop.$post({ param: { id: labId }, json: { reason } }))
    toast.done(words.stopped)
  }
  return (
    <>
      <Button variant="default" leftSection={<Square size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {words.stop}
      </Button>
      {open && (
        <ActDialog title={words.stopTitle} open close={() => setOpen(false)} verb={words.stop} bad act={act}>
          <p>{words.stopNote}</p>
        </ActDialog>
      )}
    </>
  )
}
