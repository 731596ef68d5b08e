/** A question before an act. Its title stands inside, because the kit's own header would be a second banner of the page. */
import { Button, Modal, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { faultOf } from '#admin-ui/api/fault.ts'
import { useTexts } from '#admin-ui/texts/use.ts'

interface DialogShown {
  readonly title: string
  readonly open: boolean
  readonly close: () => void
  readonly size?: string | number
  readonly children: ReactNode
}

export function Dialog({ title, open, close, size = 520, children }: DialogShown) {
  return (
    <Modal opened={open} onClose={close} size={size}>
      <Modal.Title className="dialog-title">{title}</Modal.Title>
      {children}
    </Modal>
  )
}

const SHORTEST = 10

interface ActShown {
  readonly title: string
  readonly open: boolean
  readonly close: () => void
  /** The word on the button: the act itself. */
  readonly verb: string
  readonly bad?: boolean
  /** Something is still missing, or cannot be. */
  readonly disabled?: boolean
  readonly act: (reason: string) => Promise<unknown>
  readonly children?: ReactNode
}

/** An act that is audited with its reason. While it runs the button does nothing, so that a second Enter acts on nothing. */
export function ActDialog({ title, open, close, verb, bad = false, disabled = false, act, children }: ActShown) {
  const { t } = useTexts()
  const [reason, setReason] = useState('')
  const [running, setRunning] = useState(false)
  const [said, setSaid] = useState<string>()
  const submit = async (): Promise<void> => {
    if (running) return
    if (reason.trim().length < SHORTEST) return setSaid(t.common.reasonMissing)
    setRunning(true)
    setSaid(undefined)
    try {
      await act(reason.trim())
      setReason('')
      close()
    } catch (error) {
      // Closed the question for the second factor: nothing failed.
      if (error === undefined) return
      const fault = faultOf(error)
      setSaid(fault.status === 0 ? t.failed.offline : (t.fault[fault.code ?? ''] ?? fault.message))
    } finally {
      setRunning(false)
    }
  }
  return (
    <Dialog title={title} open={open} close={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {children}
        <Textarea
          label={t.common.reason}
          description={t.common.reasonHint}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={500}
          required
          withAsterisk={false}
          data-autofocus
          error={said}
        />
        <div className="dialog-buttons">
          <Button variant="default" onClick={close}>
            {t.common.cancel}
          </Button>
          <Button type="submit" color={bad ? 'bad' : 'accent'} loading={running} disabled={disabled}>
            {verb}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
