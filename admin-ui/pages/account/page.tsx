/** One's own account: what one proves with who one is. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { api, ask, queryClient } from '#admin-ui/api/client.ts'
import { meQuery, useMe } from '#admin-ui/api/me.ts'
import { Sessions } from '#admin-ui/pages/session/sessions.tsx'
import { useStepUp } from '#admin-ui/pages/session/step-up.tsx'
import { Card, PageHead } from '#admin-ui/parts/card.tsx'
import { Dialog } from '#admin-ui/parts/dialog.tsx'
import { RecoveryCodes } from '#admin-ui/parts/recovery-codes.tsx'
import { useToast } from '#admin-ui/parts/toast.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { Passkeys } from './passkeys.tsx'
import { Password } from './password.tsx'
import { ACCOUNT_TEXTS } from './texts.ts'

/** Does an act that may ask for the second factor first; what fails is told, what was given up is not. */
export type Guarded = (act: () => Promise<void>) => Promise<void>

export function AccountPage() {
  const { language } = useTexts()
  const words = ACCOUNT_TEXTS[language]
  const { name, factors } = useMe()
  const toast = useToast()
  const { guarded, dialog } = useStepUp()
  const run: Guarded = async (act) => {
    try {
      await guarded(act)
      await queryClient.invalidateQueries(meQuery)
    } catch (error) {
      if (error !== undefined) toast.failed(error)
    }
  }
  return (
    <div className="stack">
      <PageHead title={words.title} note={`${name}. ${factors.singleSignOn ? words.provider : words.note}`} />
      {!factors.singleSignOn && (
        <div className="columns">
          <Card title={words.passkeys} note={words.passkeysNote} className="span-7">
            <Passkeys run={run} />
          </Card>
          <Card title={words.password} note={words.passwordNote} className="span-5">
            <Password run={run} />
          </Card>
          <Card title={words.app} className="span-7">
            <p>{factors.totp ? words.appSet : words.appNotSet}</p>
          </Card>
          <Card title={words.recovery} className="span-5">
            <Recovery run={run} left={factors.recoveryLeft} />
          </Card>
        </div>
      )}
      <h2>{words.sessions}</h2>
      <Sessions whose="mine" />
      {dialog}
    </div>
  )
}

function Recovery({ run, left }: { readonly run: Guarded; readonly left: number }) {
  const { fmt, language } = useTexts()
  const words = ACCOUNT_TEXTS[language]
  const [codes, setCodes] = useState<readonly string[]>()
  const renew = (): Promise<void> => run(async () => setCodes((await ask(api.account.recovery.$post())).recoveryCodes))
  return (
    <div className="stack">
      <p>{words.recoveryLeft(fmt.number(left))}</p>
      <p className="muted small">{words.renewNote}</p>
      <div>
        <Button variant="default" onClick={() => void renew()}>
          {words.renew}
        </Button>
      </div>
      {codes && (
        <Dialog title={words.recovery} open close={() => setCodes(undefined)}>
          <RecoveryCodes codes={codes} kept={() => setCodes(undefined)} />
        </Dialog>
      )}
    </div>
  )
}
