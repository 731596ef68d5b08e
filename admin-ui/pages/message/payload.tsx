/** What the message says about a person stays closed, until somebody who may needs it. */
import { EyeOff, Lock } from 'lucide-react'
import { useMe } from '#admin-ui/api/me.ts'
import type { MessageAnswer } from '#admin-ui/api/queries.ts'
import { useTexts } from '#admin-ui/texts/use.ts'
import { Reveal } from './reveal.tsx'

export function Payload({ message }: { readonly message: MessageAnswer }) {
  const { t } = useTexts()
  const { may } = useMe()
  const Icon = message.kept ? Lock : EyeOff
  return (
    <div className="empty">
      <Icon size={34} strokeWidth={1.6} aria-hidden />
      <p className="empty-title">{message.kept ? t.message.locked : t.message.erased}</p>
      <p className="muted">{message.kept ? t.message.lockedNote : t.message.erasedNote}</p>
      {message.kept && may('message.reveal') && <Reveal id={message.messageId} from={message.from} />}
    </div>
  )
}
