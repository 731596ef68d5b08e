/** Short words after an act, said aloud too; gone after a while. A fault stays until it is closed. */
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import { type Fault, faultOf } from '#admin-ui/api/fault.ts'
import { useTexts } from '#admin-ui/texts/use.ts'

interface Toast {
  readonly id: number
  readonly tone: 'ok' | 'warn' | 'bad'
  readonly text: string
  readonly note?: string | undefined
}

interface Telling {
  readonly done: (text: string) => void
  readonly failed: (error: unknown) => void
  /** Of something that began by itself; stays as a fault does. */
  readonly alarmed: (text: string) => void
}

const ToastContext = createContext<Telling>({ done: () => undefined, failed: () => undefined, alarmed: () => undefined })

const SHOWN_MS = 6000
let count = 0

export function Toasts({ children }: { readonly children: ReactNode }) {
  const { t } = useTexts()
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const close = useCallback((id: number) => setToasts((now) => now.filter((toast) => toast.id !== id)), [])
  const show = useCallback((toast: Omit<Toast, 'id'>): number => {
    count += 1
    const id = count
    setToasts((now) => [...now.slice(-2), { ...toast, id }])
    return id
  }, [])
  const done = useCallback(
    (text: string) => {
      const id = show({ tone: 'ok', text })
      setTimeout(() => close(id), SHOWN_MS)
    },
    [show, close],
  )
  const failed = useCallback(
    (error: unknown) => {
      const fault: Fault = faultOf(error)
      const said = fault.status === 0 ? t.failed.offline : (t.fault[fault.code ?? ''] ?? fault.message)
      show({ tone: 'bad', text: `${t.failed.acting}: ${said}`, note: fault.instance })
    },
    [show, t],
  )
  const alarmed = useCallback((text: string) => void show({ tone: 'warn', text }), [show])
  const telling = useMemo(() => ({ done, failed, alarmed }), [done, failed, alarmed])
  return (
    <ToastContext value={telling}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map(({ id, tone, text, note }) => (
          <div key={id} className={`toast toast-${tone}`}>
            {tone === 'ok' ? <CircleCheck size={20} aria-hidden /> : <CircleAlert size={20} aria-hidden />}
            <div>
              {text}
              {note !== undefined && <code className="small muted">{note}</code>}
            </div>
            <button type="button" className="icon-button" onClick={() => close(id)} aria-label={t.common.close}>
              <X size={16} aria-hidden />
            </button>
          </div>
        ))}
      </div>
    </ToastContext>
  )
}

export const useToast = (): Telling => use(ToastContext)
