/** What every page does with a question to the hub: waits without flicker, keeps what it has, and says what failed. */
import { Button, Skeleton } from '@mantine/core'
import { CircleAlert, Lock, RotateCw, SearchX } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import type { Fault } from '#admin-ui/api/fault.ts'
import { useTexts } from '#admin-ui/texts/use.ts'

/** Of TanStack Query's result, what is needed here. */
export interface Question<Data> {
  readonly data: Data | undefined
  readonly error: Fault | null
  readonly dataUpdatedAt: number
  readonly isFetching: boolean
  readonly refetch: () => unknown
}

interface Shown<Data> {
  readonly question: Question<Data>
  /** In the shape of what will come. */
  readonly skeleton?: ReactNode
  readonly children: (data: Data) => ReactNode
}

export function Loaded<Data>({ question, skeleton, children }: Shown<Data>) {
  const { t, fmt } = useTexts()
  const { data, error } = question
  if (data === undefined)
    return error ? <Failed fault={error} again={() => void question.refetch()} /> : <Slow>{skeleton ?? <Lines />}</Slow>
  return (
    <>
      {error && (
        <p className="stale" role="status">
          <CircleAlert size={16} aria-hidden />
          {t.failed.stale(fmt.time(question.dataUpdatedAt))}
          <button type="button" className="link" onClick={() => void question.refetch()}>
            {t.common.tryAgain}
          </button>
        </p>
      )}
      {children(data)}
    </>
  )
}

/** Shows nothing for the first 200 ms: what comes sooner should not blink. */
function Slow({ children }: { readonly children: ReactNode }) {
  const { t } = useTexts()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div aria-busy="true" className="slow">
      <span className="unseen" role="status">
        {late ? t.common.loading : ''}
      </span>
      {late && children}
    </div>
  )
}

export function Lines({ count = 6, height = 20 }: { readonly count?: number; readonly height?: number }) {
  return (
    <div className="lines">
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
        <Skeleton key={index} height={height} radius={6} />
      ))}
    </div>
  )
}

export function Failed({ fault, again }: { readonly fault: Fault; readonly again?: () => void }) {
  const { t } = useTexts()
  const [Icon, title, hint] =
    fault.status === 403
      ? [Lock, t.failed.forbidden, t.failed.forbiddenHint]
      : fault.status === 404
        ? [SearchX, t.failed.absent, t.failed.absentHint]
        : [CircleAlert, t.failed.title, fault.status === 0 ? t.failed.offline : (fault.hint ?? fault.message)]
  return (
    <div className="empty empty-failed" role="alert">
      <Icon size={32} strokeWidth={1.7} aria-hidden />
      <p className="empty-title">{title}</p>
      <p className="muted">{hint}</p>
      {fault.instance !== undefined && (
        <p className="muted small">
          {t.failed.instance} <code>{fault.instance}</code>
        </p>
      )}
      {again && fault.status !== 403 && (
        <Button variant="default" leftSection={<RotateCw size={16} />} onClick={again}>
          {t.common.tryAgain}
        </Button>
      )}
    </div>
  )
}
