/** The second factor, whichever of those that the account has. */
import { Button, TextInput } from '@mantine/core'
import { ArrowLeft, KeyRound, LifeBuoy } from 'lucide-react'
import { useState } from 'react'
import { api, ask } from '#admin-ui/api/client.ts'
import { signWith } from '#admin-ui/api/passkey.ts'
import { SESSION_TEXTS } from '#admin-ui/pages/session/texts.ts'
import { useTexts } from '#admin-ui/texts/use.ts'

export type Method = 'passkey' | 'totp' | 'recovery'

interface Shown {
  readonly methods: readonly Method[]
  readonly step: (act: () => Promise<void>) => Promise<void>
  readonly said: string | undefined
  readonly entered: () => Promise<void>
  readonly restart: () => void
}

export function Factor({ methods, step, said, entered, restart }: Shown) {
  const { t, language } = useTexts()
  const words = SESSION_TEXTS[language]
  const [way, setWay] = useState(methods[0] ?? 'totp')
  const [code, setCode] = useState('')
  const [running, setRunning] = useState(false)
  const send = async (typed: string): Promise<void> => {
    if (running) return
    setRunning(true)
    await step(async () => {
      if (way === 'recovery') await ask(api['sign-in'].recovery.$post({ json: { code: typed } }))
      else await ask(api['sign-in'].totp.$post({ json: { code: typed } }))
      await entered()
    })
    setCode('')
    setRunning(false)
  }
  const withKey = async (): Promise<void> => {
    if (running) return
    setRunning(true)
    await step(async () => {
      const response = await signWith(await ask(api['sign-in'].passkey.options.$post()))
      await ask(api['sign-in'].passkey.$post({ json: { response } }))
      await entered()
    })
    setRunning(false)
  }
  const type = (typed: string): void => {
    const given = way === 'recovery' ? typed.slice(0, 40) : typed.replace(/\D/g, '').slice(0, 6)
    setCode(given)
    if (way === 'totp' && given.length === 6) void send(given)
  }
  const choose = (other: Method): void => {
    setWay(other)
    setCode('')
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void (way === 'passkey' ? withKey() : send(code))
      }}
    >
      {way !== 'passkey' && (
        <TextInput
          key={way}
          label={way === 'recovery' ? words.recoveryCode : t.signIn.code}
          description={way === 'recovery' ? words.recoveryHint : t.signIn.codeHint}
          size="md"
          autoComplete={way === 'recovery' ? 'off' : 'one-time-code'}
          {...(way === 'totp' && { inputMode: 'numeric' as const, pattern: '\\d{6}' })}
          required
          withAsterisk={false}
          value={code}
          onChange={(event) => type(event.currentTarget.value)}
          className="sign-in-code"
          autoFocus
        />
      )}
      <p className="sign-in-said" role="alert">
        {said}
      </p>
      <Button type="submit" size="md" loading={running}>
        {way === 'passkey' ? words.useKey : t.signIn.enter}
      </Button>
      {methods
        .filter((other) => other !== way)
        .map((other) => (
          <Button
            key={other}
            variant="subtle"
            leftSection={other === 'recovery' ? <LifeBuoy size={16} aria-hidden /> : <KeyRound size={16} aria-hidden />}
            onClick={() => choose(other)}
          >
            {{ passkey: words.useKey, totp: words.useApp, recovery: words.useRecovery }[other]}
          </Button>
        ))}
      <Button variant="subtle" leftSection={<ArrowLeft size={16} />} onClick={restart}>
        {t.common.back}
      </Button>
    </form>
  )
}
