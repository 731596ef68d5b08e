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
  const broken = data.state === 'done' && data.broken.length > 0
  const [Icon, tone] = broken
    ? ([Link2Off, 'bad'] as const)
    : data.state === 'done'
      ? ([Link2, 'ok'] as const)
      : ([ShieldQuestionMark, data.state === 'failed' ? 'warn' : 'info'] as const)
  const [first] = data.state === 'done' ? data.broken : []
  const says =
    data.state === 'done'
      ? first
        ? t.audit.broken(first.party, fmt.number(Number(first.number)))
        : t.audit.holds(fmt.number(Number(data.links)), fmt.dateTime(data.at))
      : t.audit.states[data.state]
  return (
    <div className={`notice notice-${tone} verification`} role="status">
      <Icon size={20} aria-hidden />
      <span>
        <b>{says}</b>
        {broken && <span className="verification-note">{t.audit.brokenNote}</span>}
      </span>
      {me.may('audit.verify') && (
        <Button size="compact-sm" variant="default" loading={data.state === 'running'} onClick={() => void verify()}>
          {t.audit.verify}
        </Button>
      )}
    </div>
  )
}
