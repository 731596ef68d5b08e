/** The evidence of a message: asked for with a reason, and taken out as a file by whoever may. */
import { Button, NativeSelect } from '@mantine/core'
import { FileCheck2 } from 'lucide-react'
import { useState } from 'react'
import { api, ask } from '#admin-ui/api/client.ts'
import { takeEvidence } from '#admin-ui/api/evidence.ts'
import { useMe } from '#admin-ui/api/me.ts'
import type { MessageAnswer } from '#admin-ui/api/queries.ts'
import { useStepUp } from '#admin-ui/pages/session/step-up.tsx'
import { useAsking } from '#admin-ui/parts/asking.ts'
import { ActDialog } from '#admin-ui/parts/dialog.tsx'
import { useNameOf } from '#admin-ui/parts/party.tsx'
import { useToast } from '#admin-ui/parts/toast.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { EVIDENCE_TEXTS } from './evidence-texts.ts'

export function Evidence({ message: { messageId, from, deliveries } }: { readonly message: MessageAnswer }) {
  const { language } = useTexts()
  const words = EVIDENCE_TEXTS[language]
  const { may, mustAsk } = useMe()
  const asking = useAsking()
  const toast = useToast()
  const nameOf = useNameOf()
  const { guarded, dialog } = useStepUp()
  const [open, setOpen] = useState(false)
  const parties = [...new Set([from, ...deliveries.map(({ party }) => party)])].filter((party) => party !== 'hub')
  const [party = '', setParty] = useState(parties[0])
  if (!may('evidence.export') || parties.length === 0) return null
  const act = async (reason: string): Promise<void> => {
    const param = { id: messageId }
    if (mustAsk('evidence.export'))
      return asking(ask(api.messages[':id'].evidence.request.$post({ param, json: { party, reason } })), words.done)
    await guarded(() => takeEvidence(messageId, { party, reason }))
    toast.done(words.done)
  }
  return (
    <>
      <Button variant="default" leftSection={<FileCheck2 size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {words.evidence}
      </Button>
      {open && (
        <ActDialog
          title={words.title}
          open
          close={() => setOpen(false)}
          verb={mustAsk('evidence.export') ? words.request : words.take}
          act={act}
        >
          <p>{words.note}</p>
          <NativeSelect
            label={words.whose}
            value={party}
            onChange={(event) => setParty(event.currentTarget.value)}
            data={parties.map((value) => ({ value, label: nameOf(value) }))}
          />
          {mustAsk('evidence.export') && <p className="muted">{words.requestNote}</p>}
        </ActDialog>
      )}
      {dialog}
    </>
  )
}
