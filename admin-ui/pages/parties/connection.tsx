/** Tests the way to a party: each step with its time and a sentence, until the first that fails. */
import { Button, Loader } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { CircleCheck, CircleDashed, CircleX, PlugZap } from 'lucide-react'
import { useState } from 'react'
import { api, ask } from '#admin-ui/api/client.ts'
import { useMe } from '#admin-ui/api/me.ts'
import { Dialog } from '#admin-ui/parts/dialog.tsx'
import { Failed } from '#admin-ui/parts/loaded.tsx'
import { useNameOf } from '#admin-ui/parts/party.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { CONNECTION_TEXTS } from './connection-texts.ts'

const STEPS = ['dns', 'tcp', 'tls', 'certificate', 'http', 'clock'] as const

const test = (id: string) => ask(api.parties[':id'].test.$post({ param: { id } }))
type Tested = Awaited<ReturnType<typeof test>>
type Step = NonNullable<Tested['steps']>[number]

interface Shown {
  readonly id: string
  readonly title: string
}

export function ConnectionTest({ id, title }: Shown) {
  const { t, language } = useTexts()
  const words = CONNECTION_TEXTS[language]
  const { may } = useMe()
  const name = useNameOf()(id, title)
  const [open, setOpen] = useState(false)
  const testing = useMutation({ mutationFn: () => test(id) })
  const begin = (): void => {
    setOpen(true)
    testing.mutate()
  }
  if (!may('party.test')) return null
  return (
    <>
      <Button variant="default" leftSection={<PlugZap size={16} aria-hidden />} onClick={begin}>
        {words.test}
      </Button>
      {open && (
        <Dialog title={words.title(name)} open close={() => setOpen(false)} size={620}>
          <div className="stack" aria-busy={testing.isPending}>
            {testing.error ? <Failed fault={testing.error} /> : <Steps tested={testing.data} />}
            <div className="dialog-buttons">
              <Button variant="default" loading={testing.isPending} onClick={begin}>
                {t.common.tryAgain}
              </Button>
              <Button onClick={() => setOpen(false)}>{t.common.close}</Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  )
}

function Steps({ tested }: { readonly tested: Tested | undefined }) {
  const { t, language } = useTexts()
  const words = CONNECTION_TEXTS[language]
  if (tested && !tested.steps)
    return <p className="notice notice-info">{words.fetches(t.transport[tested.transport] ?? tested.transport)}</p>
  return (
    <>
      <p className="muted">{words.note}</p>
      <ol className="steps">
        {STEPS.map((step) => (
          <Line key={step} step={step} found={tested?.steps?.find((one) => one.step === step)} running={tested === undefined} />
        ))}
      </ol>
      <p role="status" className={tested?.ok ? 'notice notice-ok' : tested ? 'notice notice-bad' : 'unseen'}>
        {tested && (tested.ok ? words.reached : words.notReached)}
      </p>
    </>
  )
}

interface LineShown {
  readonly step: (typeof STEPS)[number]
  readonly found: Step | undefined
  readonly running: boolean
}

function Line({ step, found, running }: LineShown) {
  const { fmt, language } = useTexts()
  const words = CONNECTION_TEXTS[language]
  const [Icon, tone] =
    found === undefined ? ([CircleDashed, 'quiet'] as const) : found.ok ? ([CircleCheck, 'ok'] as const) : ([CircleX, 'bad'] as const)
  return (
    <li className="step">
      {running ? <Loader size={18} aria-hidden /> : <Icon size={20} aria-hidden className={`tone-${tone}`} />}
      <span className="step-words">
        <b>{words.steps[step]}</b>
        {found && <span className="small">{words.says(found, fmt)}</span>}
        {!found && !running && <span className="small muted">{words.notAsked}</span>}
      </span>
      {found && <span className="muted small number">{fmt.span(found.durationMs)}</span>}
    </li>
  )
}
