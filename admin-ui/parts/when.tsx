/** A moment in Baku time; its tooltip says it exactly, in both Baku time and UTC. */
import { Tooltip } from '@mantine/core'
import { hubNow } from '#admin-ui/api/clock.ts'
import { useTexts } from '#admin-ui/texts/use.ts'

interface Shown {
  readonly at: string | undefined | null
  /** `moment`: today the time alone. */
  readonly as?: 'moment' | 'dateTime' | 'date' | 'longDate' | 'relative' | 'exactTime'
}

export function When({ at, as = 'moment' }: Shown) {
  const { fmt, t } = useTexts()
  if (!at) return <span className="muted">–</span>
  const utc = at.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC')
  return (
    <Tooltip
      label={
        <span className="number">
          {fmt.dateTime(at)} · {t.common.baku}
          <br />
          {utc}
        </span>
      }
    >
      <time dateTime={at} className="number nowrap">
        {fmt[as](at, hubNow())}
      </time>
    </Tooltip>
  )
}
