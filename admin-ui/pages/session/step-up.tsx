/** Asks for the second factor again, when the hub says that it wants it, and then goes on with what was to be done. */
import { Button, TextInput } from '@mantine/core'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { api, ask, queryClient } from '#admin-ui/api/client.ts'
import { faultOf } from '#admin-ui/api/fault.ts'
import { meQuery, useMe } from '#admin-ui/api/me.ts'
import { signWith } from '#admin-ui/api/passkey.ts'
import { Dialog } from '#admin-ui/parts/dialog.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { SESSION_TEXTS } from './texts.ts'

interface Waiting {
  readonly go: () => void
  readonly stop: (fault: unknown) => void
}

/** `guarded(act)` does the act; where the hub wants a step-up it asks for one and does it again. `dialog` must stand on the page. */
export function useStepUp() {
  const [waiting, setWaiting] = useState<Waiting>()
  const guarded = async <T,>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act()
    } catch (fault) {
      if (faultOf(fault).code !== 'STEP_UP') throw fault
      await new Promise<void>((go, stop) => setWaiting({ go, stop: () => stop(fault) }))
      return act()
    }
  }
  const dialog = waiting && (
    <StepUp
      done={() => {
        setWaiting(undefined)
        waiting.go()
      }}
      close={() => {
        setWaiting(undefined)
        waiting.stop(undefined)
      }}
    />
  )
  return { guarded, dialog }
}

function StepUp({ done, close }: { readonly done: () => void; readonly close: () => void }) {
  const { t, language } = useTexts()
  const words = SESSION_TEXTS[language]
  const { factors } = useMe()
  const [code, setCode] = useState('')
  const [running, setRunning] = useState(false)
  const [said, setSaid] = useState<string>()
  const run = async (prove: () => Promise<unknown>): Promise<void> => {
    if (running) return
    setRunning(true)
    setSaid(undefined)
    try {
      await prove()
      await queryClient.invalidateQueries(meQuery)
      done()
    } catch (error) {
      const fault = faultOf(error)
      setSaid(t.fault[fault.code ?? ''] ?? fault.message)
      setCode('')
    } finally {
      setRunning(false)
    }
  }
  const withKey = () =>
    run(async () => {
      const response = await signWith(await ask(api['step-up'].passkey.options.$post()))
      await ask(api['step-up'].passkey.$post({ json: { response } }))
    })
  const withCode = () => run(() => ask(api['step-up'].totp.$post({ json: { code } })))
  return (
    <Dialog title={words.stepUp} open close={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void withCode()
        }}
      >
        <p className="muted">{words.stepUpNote}</p>
        {factors.passkeys > 0 && (
          <Button variant="default" leftSection={<KeyRound size={16} aria-hidden />} onClick={() => void withKey()} loading={running}>
            {words.useKey}
          </Button>
        )}
        {factors.singleSignOn && (
          <Button component="a" variant="default" href="/api/single-sign-on/start?for=step-up">
            {words.useProvider}
          </Button>
        )}
        {factors.totp && (
          <TextInput
            label={words.code}
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="\d{6}"
            required
            withAsterisk={false}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value.replace(/\D/g, '').slice(0, 6))}
            data-autofocus
          />
        )}
        <p role="alert">{said}</p>
        <div className="dialog-buttons">
          <Button variant="default" onClick={close}>
            {t.common.cancel}
          </Button>
          {factors.totp && (
            <Button type="submit" loading={running}>
              {words.prove}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}
