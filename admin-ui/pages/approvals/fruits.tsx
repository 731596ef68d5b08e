/** Where an approved request leads: to its replay, or to the file that was asked for. */
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Download, RotateCw } from 'lucide-react'
import { takeEvidence } from '#admin-ui/api/evidence.ts'
import { useToast } from '#admin-ui/parts/toast.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import type { Looked } from './queries.ts'
import { APPROVAL_TEXTS } from './texts.ts'

interface Shown {
  readonly one: Looked
  readonly guarded: <T>(act: () => Promise<T>) => Promise<T>
}

export function Fruits({ one: { act, isOwn, approvalId, outcome }, guarded }: Shown) {
  const { language } = useTexts()
  const words = APPROVAL_TEXTS[language]
  const toast = useToast()
  const { jobId, messageId, party } = (outcome ?? {}) as Readonly<Record<string, string | undefined>>
  const take = async (): Promise<void> => {
    try {
      await guarded(() => takeEvidence(messageId ?? '', { party: party ?? '', approvalId }))
    } catch (error) {
      if (error !== undefined) toast.failed(error)
    }
  }
  if (jobId !== undefined && act !== 'replay.cancel')
    return (
      <Button
        variant="default"
        leftSection={<RotateCw size={16} aria-hidden />}
        renderRoot={(props) => <Link to="/approvals/jobs/$id" params={{ id: jobId }} {...props} />}
      >
        {words.toJob}
      </Button>
    )
  if (act !== 'evidence.export' || !isOwn) return null
  return (
    <Button leftSection={<Download size={16} aria-hidden />} onClick={() => void take()}>
      {words.takeEvidence}
    </Button>
  )
}
