import { Button, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { api, ask, queryClient } from '#admin-ui/api/client.ts'
import { useToast } from '#admin-ui/parts/toast.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import type { Guarded } from './page.tsx'
import { ACCOUNT_TEXTS } from './texts.ts'

export function Password({ run }: { readonly run: Guarded }) {
  const { t, language } = useTexts()
  const words = ACCOUNT_TEXTS[language]
  const toast = useToast()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [running, setRunning] = useState(false)
  const submit = async (): Promise<void> => {
    if (running) return
    setRunning(true)
    await run(async () => {
      await ask(api.account.password.$post({ json: { current, password } }))
      setPassword('')
      toast.done(words.changed)
      await queryClient.invalidateQueries({ queryKey: ['sessions'] })
    })
    setCurrent('')
    setRunning(false)
  }
  const toggle = { 'aria-label': t.signIn.showPassword, tabIndex: 0 }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <PasswordInput
        label={words.current}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
        visibilityToggleButtonProps={toggle}
      />
      <PasswordInput
        label={words.next}
        description={words.nextHint}
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={toggle}
      />
      <div>
        <Button type="submit" loading={running}>
          {words.change}
        </Button>
      </div>
    </form>
  )
}
