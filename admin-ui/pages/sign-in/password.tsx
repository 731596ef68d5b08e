import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api, ask } from '#admin-ui/api/client.ts'
import { useTexts } from '#admin-ui/texts/use.ts'
import type { Method } from './factor.tsx'

interface Shown {
  readonly step: (act: () => Promise<void>) => Promise<void>
  readonly said: string | undefined
  readonly passed: (methods: readonly Method[]) => void
}

export function Password({ step, said, passed }: Shown) {
  const { t } = useTexts()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [running, setRunning] = useState(false)
  const submit = async (): Promise<void> => {
    if (running) return
    setRunning(true)
    await step(async () => {
      const { methods } = await ask(api['sign-in'].$post({ json: { name, password } }))
      passed(methods)
    })
    setPassword('')
    setRunning(false)
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextInput
        label={t.signIn.name}
        size="md"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        withAsterisk={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <PasswordInput
        label={t.signIn.password}
        size="md"
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t.signIn.showPassword, tabIndex: 0 }}
      />
      <p className="sign-in-said" role="alert">
        {said}
      </p>
      <Button type="submit" size="md" loading={running}>
        {t.common.next}
      </Button>
    </form>
  )
}
