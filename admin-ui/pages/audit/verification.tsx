/** Whether the chain of the audit trail holds. Where it does not, nothing hides it. */
import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link2, Link2Off, ShieldQuestionMark } from 'lucide-react'
import { api, ask } from '#admin-ui/api/client.ts'
import { useMe } from '#admin-ui/api/me.ts'
import { verificationQuery } from '#admin-ui/api/queries.ts'
import { useToast } from '#admin-ui/parts/toast.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'

export function Verification() {
  const { t, fmt } = useTexts()
  const me = useMe()
  const toast = useToast()
  const queries = useQueryClient()
  const { data } = useQuery(verificationQuery)
  if (data === undefined) return null
  const verify = async (): Promise<void> => {
    try {
      await ask(api.audit.verify.$post())
      await queries.invalidateQueries({ queryKey: ['verification'] })
    } catch (error) {
      toast.failed(error)
    }
  }
  const { state, verdict } = data
  const first = verdict?.broken[0]
  const [Icon, tone] = first
    ? ([Link2Off, 'bad'] as const)
    : verdict
      ? ([Link2, state === 'failed' ? 'warn' : 'ok'] as const)
      : ([ShieldQuestionMark, state === 'failed' ? 'warn' : 'info'] as const)
  const found = first
    ? t.audit.broken(first.party, fmt.number(first.number))
    : verdict && t.audit.holds(fmt.number(verdict.links), fmt.dateTime(verdict.at))
  return (
    <div className={`notice notice-${tone} verification`} role="status">
      <Icon size={20} aria-hidden />
      <span>
        {found !== undefined && <b>{found}</b>}
        {state !== 'done' && <span className="verification-note">{t.audit.states[state]}</span>}
        {first && <span className="verification-note">{t.audit.brokenNote}</span>}
      </span>
      {me.may('audit.verify') && (
        <Button size="compact-sm" variant="default" loading={state === 'running'} onClick={() => void verify()}>
          {t.audit.verify}
        </Button>
      )}
    </div>
  )
}
