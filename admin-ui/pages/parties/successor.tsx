/** A certificate that takes over from one of a party: chosen from a file, its consequences shown, then asked of a second administrator. */
import { Button, FileInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FileKey2 } from 'lucide-react'
import { useState } from 'react'
import { api, ask } from '#admin-ui/api/client.ts'
import { useMe } from '#admin-ui/api/me.ts'
import type { PartyAnswer } from '#admin-ui/api/queries.ts'
import { useAsking } from '#admin-ui/parts/asking.ts'
import { ActDialog } from '#admin-ui/parts/dialog.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { SuccessionPlan, type SuccessionShown } from './succession-plan.tsx'
import { SUCCESSOR_TEXTS } from './successor-texts.ts'

type Certificate = Pick<PartyAnswer['certificates'][number], 'sha256' | 'use'>

interface Shown {
  readonly party: string
  readonly certificate: Certificate
}

export function Successor({ party, certificate }: Shown) {
  const { language } = useTexts()
  const words = SUCCESSOR_TEXTS[language]
  const { may } = useMe()
  const [open, setOpen] = useState(false)
  if (!may('party.change')) return null
  return (
    <>
      <Button variant="default" size="compact-sm" leftSection={<FileKey2 size={15} aria-hidden />} onClick={() => setOpen(true)}>
        {words.upload}
      </Button>
      {open && <Upload party={party} certificate={certificate} close={() => setOpen(false)} />}
    </>
  )
}

function Upload({ party, certificate: { sha256, use }, close }: Shown & { readonly close: () => void }) {
  const { t, language } = useTexts()
  const words = SUCCESSOR_TEXTS[language]
  const asking = useAsking()
  const [file, setFile] = useState<File | null>(null)
  const [bytes, setBytes] = useState<string>()
  const [day, setDay] = useState('')
  const json = {
    succeeds: sha256,
    use: use as 'tls' | 'signing',
    certificate: bytes ?? '',
    ...(day !== '' && { until: new Date(`${day}T00:00:00+04:00`).toISOString() }),
  }
  const plan = useQuery({
    queryKey: ['succession', party, json],
    queryFn: () => ask(api.parties[':id'].certificates.plan.$post({ param: { id: party }, json })),
    enabled: bytes !== undefined,
    retry: false,
    gcTime: 0,
  })
  const unfit = plan.error?.issues?.[0]?.expected
  return (
    <ActDialog
      title={words.title}
      open
      close={close}
      verb={words.request}
      disabled={plan.data === undefined}
      act={(reason) =>
        asking(ask(api.parties[':id'].certificates.$post({ param: { id: party }, json: { ...json, reason } })), words.request)
      }
    >
      <p>{words.note}</p>
      <FileInput
        label={words.file}
        description={words.fileHint}
        placeholder={words.choose}
        accept=".pem,.crt,.cer,.der"
        value={file}
        onChange={(chosen) => {
          setFile(chosen)
          setBytes(undefined)
          if (chosen) void base64Of(chosen).then(setBytes)
        }}
        error={plan.error ? (words.unfit[unfit ?? ''] ?? t.fault[plan.error.code ?? ''] ?? plan.error.message) : undefined}
      />
      <TextInput
        type="date"
        label={`${words.until} (${t.common.optional})`}
        description={words.untilHint}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      {plan.data && <SuccessionPlan effect={plan.data as unknown as SuccessionShown} />}
    </ActDialog>
  )
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
