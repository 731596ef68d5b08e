/** The second factor, whichever of those that the account has. */
import { Button, TextInput } from '@mantine/core'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { api, ask } from '#admin-ui/api/client.ts'
import { useTexts } from '#admin-ui/texts/use.ts'

export type Method = 'passkey' | 'totp' | 'recovery'

interface Shown {
  readonly methods: readonly Method[]
  readonly step: (act: () => Promise<void>) => Promise<void>
  readonly said: string | undefined
  readonly entered: () => Promise<void>
  readonly restart: () => void
}

export function Factor({ step, said, entered, restart }: Shown) {
  const { t } = useTexts()
  const [code, setCode] = useState('')
  const [running, setRunning] = useState(false)
  const send = async (typed: string): Promise<void> => {
    if (running) return
    setRunning(true)
    await step(async () => {
      await ask(api['sign-in'].totp.$post({ json: { code: typed } }))
      await entered()
    })
    setCode('')
    setRunning(false)
  }
  const type = (typed: string): void => {
    const digits = typed.replace(/\D/g, '').slice(0, 6)
    setCode(digits)
    if (digits.length === 6) void send(digits)
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void send(code)
      }}
    >
      <TextInput
        label={t.signIn.code}
        description={t.signIn.codeHint}
        size="md"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="\d{6}"
        required
        withAsterisk={false}
        value={code}
        onChange={(event) => type(event.currentTarget.value)}
        className="sign-in-code"
        autoFocus
      />
      <p className="sign-in-said" role="alert">
        {said}
      </p>
      <Button type="submit" size="md" loading={running}>
        {t.signIn.enter}
      </Button>
      <Button variant="subtle" leftSection={<ArrowLeft size={16} />} onClick={restart}>
        {t.common.back}
      </Button>
    </form>
  )
}
