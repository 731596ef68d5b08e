/** The ways that alerts go to people outside the console, and a test of them. */
import { Button } from '@mantine/core'
import { Send } from 'lucide-react'
import { useState } from 'react'
import { api, ask } from '#admin-ui/api/client.ts'
import { useMe } from '#admin-ui/api/me.ts'
import { State } from '#admin-ui/parts/state.tsx'
import { useToast } from '#admin-ui/parts/toast.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import type { AlertSettings } from './queries.ts'
import { ALERT_TEXTS } from './texts.ts'

export function Channels({ kinds }: { readonly kinds: AlertSettings['channels'] }) {
  const { language } = useTexts()
  const words = ALERT_TEXTS[language]
  const toast = useToast()
  const { may } = useMe()
  const [running, setRunning] = useState(false)
  const [results, setResults] = useState<readonly { readonly kind: string; readonly ok: boolean }[]>([])
  const test = async (): Promise<void> => {
    if (running) return
    setRunning(true)
    try {
      setResults((await ask(api.alerts.test.$post())).results)
    } catch (error) {
      toast.failed(error)
    } finally {
      setRunning(false)
    }
  }
  return (
    <>
      <ul className="channels" aria-live="polite">
        {['console', ...kinds].map((kind) => {
          const result = results.find((one) => one.kind === kind)
          return (
            <li key={kind} className="row">
              <b>{words.channel[kind] ?? kind}</b>
              {result && <State state={result.ok ? 'ok' : 'failed'} word={result.ok ? words.arrived : words.notArrived} />}
            </li>
          )
        })}
      </ul>
      {kinds.length === 0 && <p className="muted small">{words.noChannel}</p>}
      {kinds.length > 0 && may('alerts.change') && (
        <Button variant="default" leftSection={<Send size={16} aria-hidden />} loading={running} onClick={() => void test()}>
          {words.test}
        </Button>
      )}
    </>
  )
}
