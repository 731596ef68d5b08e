/** Behind a one-time link. Its token stands after the #, is taken out of the address at once, and goes to the hub in bodies only. */
import { Button, PasswordInput, SegmentedControl, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api, ask } from '#admin-ui/api/client.ts'
import { faultOf } from '#admin-ui/api/fault.ts'
import { makeWith } from '#admin-ui/api/passkey.ts'
import '#admin-ui/pages/sign-in/sign-in.css'
import { Qr } from '#admin-ui/parts/qr.tsx'
import { RecoveryCodes } from '#admin-ui/parts/recovery-codes.tsx'
import { LanguageSwitch, ThemeSwitch } from '#admin-ui/shell/bar.tsx'
import { Mark } from '#admin-ui/shell/mark.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { ENROL_TEXTS } from './texts.ts'

export function EnrolPage() {
  const { language } = useTexts()
  const words = ENROL_TEXTS[language]
  const [token] = useState(() => location.hash.slice(1))
  const [codes, setCodes] = useState<readonly string[]>()
  useEffect(() => history.replaceState(null, '', '/enrol'), [])
  const opened = useQuery({
    queryKey: ['enrol'],
    queryFn: () => ask(api.enrol.$post({ json: { token } })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  })
  return (
    <div className="sign-in">
      <header className="sign-in-bar">
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main className="sign-in-card">
        <div className="sign-in-brand">
          <Mark size={52} />
          <h1>{words.title}</h1>
          {opened.data && <p className="muted">{words.hello(opened.data.name)}</p>}
        </div>
        {opened.error && <p role="alert">{words.over}</p>}
        {codes && <Codes codes={codes} />}
        {opened.data && !codes && <Choose token={token} totp={opened.data.totp} enrolled={setCodes} />}
      </main>
    </div>
  )
}

interface ChooseShown {
  readonly token: string
  readonly totp: { readonly uri: string; readonly secret: string }
  readonly enrolled: (codes: readonly string[]) => void
}

function Choose({ token, totp, enrolled }: ChooseShown) {
  const { t, language } = useTexts()
  const words = ENROL_TEXTS[language]
  const [factor, setFactor] = useState<'key' | 'app'>('key')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [running, setRunning] = useState(false)
  const [said, setSaid] = useState<string>()
  const withKey = async () => {
    const response = await makeWith(await ask(api.enrol.passkey.options.$post({ json: { token } })))
    return ask(api.enrol.passkey.$post({ json: { token, password, response } }))
  }
  const submit = async (): Promise<void> => {
    if (running) return
    setRunning(true)
    setSaid(undefined)
    try {
      const { recoveryCodes } = await (factor === 'key' ? withKey() : ask(api.enrol.totp.$post({ json: { token, password, code } })))
      enrolled(recoveryCodes)
    } catch (error) {
      const fault = faultOf(error)
      setSaid(t.fault[fault.code ?? ''] ?? fault.message)
    } finally {
      setRunning(false)
    }
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <PasswordInput
        label={words.password}
        description={words.passwordHint}
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t.signIn.showPassword, tabIndex: 0 }}
      />
      <SegmentedControl
        aria-label={words.factor}
        orientation="vertical"
        value={factor}
        onChange={(chosen) => setFactor(chosen as 'key' | 'app')}
        data={[
          { value: 'key', label: words.key },
          { value: 'app', label: words.app },
        ]}
      />
      {factor === 'app' && (
        <>
          <p className="muted small">{words.appHint}</p>
          <Qr text={totp.uri} label={words.qr} />
          <a href={totp.uri}>{words.open}</a>
          <p>
            {words.secret}: <code>{totp.secret}</code>
          </p>
          <TextInput
            label={words.code}
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="\d{6}"
            required
            withAsterisk={false}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value.replace(/\D/g, '').slice(0, 6))}
          />
        </>
      )}
      <p className="sign-in-said" role="alert">
        {said}
      </p>
      <Button type="submit" size="md" loading={running}>
        {words.enrol}
      </Button>
    </form>
  )
}

function Codes({ codes }: { readonly codes: readonly string[] }) {
  const { language } = useTexts()
  const words = ENROL_TEXTS[language]
  const navigate = useNavigate()
  return (
    <div className="stack">
      <h2>{words.codes}</h2>
      <RecoveryCodes codes={codes} kept={() => void navigate({ to: '/sign-in', replace: true })} />
    </div>
  )
}
