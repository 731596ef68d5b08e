/** What a message says, for a purpose and for a minute: kept in this component alone, gone when it closes, when the minute is over or when the window is left. */
import { Button, Checkbox, Select } from '@mantine/core'
import { EyeOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { api, ask } from '#admin-ui/api/client.ts'
import { useStepUp } from '#admin-ui/pages/session/step-up.tsx'
import { Facts } from '#admin-ui/parts/card.tsx'
import { ActDialog } from '#admin-ui/parts/dialog.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { REVEAL_TEXTS } from './texts.ts'

type Wish = Parameters<(typeof api.messages)[':id']['reveal']['$post']>[0]['json']
type Purpose = Wish['purpose']
type DataClass = Wish['classes'][number]
const CLASSES: readonly DataClass[] = ['i', 'ii', 'iii', 'iv', 'consent', 'procedure']
const PURPOSES: readonly Purpose[] = ['delivery-fault', 'partner-question', 'data-subject-request', 'legal-duty']

async function reveal(id: string, from: string, purpose: Purpose, classes: readonly DataClass[], reason: string) {
  return ask(api.messages[':id'].reveal.$post({ param: { id }, json: { purpose, classes: [...classes], reason, from } }))
}
type Revealed = Awaited<ReturnType<typeof reveal>>

export function Reveal({ id, from }: { readonly id: string; readonly from: string }) {
  const { language } = useTexts()
  const words = REVEAL_TEXTS[language]
  const { guarded, dialog } = useStepUp()
  const [asking, setAsking] = useState(false)
  const [purpose, setPurpose] = useState<Purpose>('delivery-fault')
  const [classes, setClasses] = useState<readonly DataClass[]>([])
  const [shown, setShown] = useState<Revealed>()
  const hide = () => setShown(undefined)
  if (shown) return <Fields revealed={shown} hide={hide} />
  return (
    <>
      <Button onClick={() => setAsking(true)}>{words.show}</Button>
      <ActDialog
        title={words.title}
        open={asking}
        close={() => setAsking(false)}
        verb={words.show}
        act={async (reason) => setShown(await guarded(() => reveal(id, from, purpose, classes, reason)))}
      >
        <p className="muted">{words.note}</p>
        <Select
          label={words.purpose}
          data={PURPOSES.map((one) => ({ value: one, label: words.purposes[one] ?? one }))}
          value={purpose}
          onChange={(chosen) => chosen !== null && setPurpose(chosen as Purpose)}
          allowDeselect={false}
        />
        <Checkbox.Group label={words.classes} value={[...classes]} onChange={(chosen) => setClasses(chosen as DataClass[])}>
          {CLASSES.map((one) => (
            <Checkbox key={one} value={one} label={words.classOf[one]} />
          ))}
        </Checkbox.Group>
      </ActDialog>
      {dialog}
    </>
  )
}

function Fields({ revealed, hide }: { readonly revealed: Revealed; readonly hide: () => void }) {
  const { language, fmt } = useTexts()
  const words = REVEAL_TEXTS[language]
  const [left, setLeft] = useState(revealed.hideAfterS)
  const saidBy = ({ value, binary }: Revealed['fields'][number]): string => {
    if (binary) return words.picture(fmt.bytes(binary.bytes))
    return value === undefined ? `(${words.hidden})` : String(value)
  }
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => seconds - 1), 1000)
    addEventListener('blur', hide)
    return () => {
      clearInterval(timer)
      removeEventListener('blur', hide)
    }
  }, [hide])
  useEffect(() => {
    if (left <= 0) hide()
  }, [left, hide])
  return (
    <section aria-label={words.title} className="stack" data-watermark={revealed.watermark}>
      <p className="row">
        <Button variant="default" leftSection={<EyeOff size={16} aria-hidden />} onClick={hide}>
          {words.hide}
        </Button>
        <span role="timer">{words.gone(left)}</span>
        <code className="small muted">{revealed.watermark}</code>
      </p>
      <Facts rows={revealed.fields.map((field) => [field.path, saidBy(field)])} />
    </section>
  )
}
