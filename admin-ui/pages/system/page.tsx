/** What the hub stands on: versions, clocks, disk, queue, backup and chain; each with a mark where somebody should look. */
import { Button } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { api, ask } from '#admin-ui/api/client.ts'
import { AdministrationTabs } from '#admin-ui/pages/administration/tabs.tsx'
import { Verification } from '#admin-ui/pages/audit/verification.tsx'
import { Card, Facts, PageHead } from '#admin-ui/parts/card.tsx'
import { Lines, Loaded } from '#admin-ui/parts/loaded.tsx'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { SYSTEM_TEXTS } from './texts.ts'

const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: () => ask(api.administration.system.$get()),
  refetchInterval: 15_000,
})
type System = Awaited<ReturnType<NonNullable<(typeof systemQuery)['queryFn']>>>

/** The same bounds as `korpu doctor`. */
const BACKUP_MS = 26 * 3_600_000
const FULL = 0.9
const SKEW_MS = 1000

export function SystemPage() {
  const { language } = useTexts()
  const words = SYSTEM_TEXTS[language]
  const system = useQuery(systemQuery)
  return (
    <div className="stack">
      <AdministrationTabs />
      <PageHead
        title={words.title}
        note={words.note}
        aside={
          <Button
            component="a"
            href="/api/administration/diagnosis"
            download
            variant="default"
            leftSection={<Download size={16} aria-hidden />}
          >
            {words.diagnosis}
          </Button>
        }
      />
      <Verification />
      <Loaded question={system} skeleton={<Lines count={12} height={28} />}>
        {(data) => (
          <div className="columns">
            <Hub system={data} />
            <Queue system={data} />
            <Database system={data} />
          </div>
        )}
      </Loaded>
    </div>
  )
}

const Marked = ({ bad, children }: { readonly bad: boolean; readonly children: ReactNode }) => (
  <span className={bad ? 'tone-bad' : ''}>{children}</span>
)

function Hub({ system: { version, environment, node, uptimeS, held } }: { readonly system: System }) {
  const { t, fmt, language } = useTexts()
  const words = SYSTEM_TEXTS[language]
  return (
    <Card title={words.hub} className="span-4">
      <Facts
        rows={[
          [words.version, version],
          [words.environment, t.environment[environment] ?? environment],
          [words.node, node],
          [words.up, fmt.span(uptimeS * 1000)],
          [
            words.held,
            <Marked key="held" bad={held}>
              {held ? words.heldNo : t.common.yes}
            </Marked>,
          ],
        ]}
      />
    </Card>
  )
}

function Queue({ system: { queue, clockDueSince } }: { readonly system: System }) {
  const { fmt, language } = useTexts()
  const words = SYSTEM_TEXTS[language]
  return (
    <Card title={words.queue} className="span-4">
      <Facts
        rows={[
          [words.waiting, fmt.number(queue.waiting)],
          [words.oldest, queue.oldest && <When at={queue.oldest} as="dateTime" />],
          [
            words.dead,
            <Marked key="dead" bad={queue.dead > 0}>
              {fmt.number(queue.dead)}
            </Marked>,
          ],
          [
            words.quarantined,
            <Marked key="quarantined" bad={queue.quarantined > 0}>
              {fmt.number(queue.quarantined)}
            </Marked>,
          ],
          [
            words.clocks,
            clockDueSince === undefined ? (
              words.clocksUp
            ) : (
              <>
                {words.clocksLate} <When at={clockDueSince} as="dateTime" />
              </>
            ),
          ],
        ]}
      />
    </Card>
  )
}

function Database({ system: { at, database, disk, attachmentBytes, auditBytes, auditLinks, backupAt } }: { readonly system: System }) {
  const { fmt, language } = useTexts()
  const words = SYSTEM_TEXTS[language]
  const { version, connections, connectionLimit, clockAheadMs, bytes } = database
  const late = backupAt === undefined || Date.parse(at) - Date.parse(backupAt) > BACKUP_MS
  return (
    <Card title={words.database} className="span-4">
      <Facts
        rows={[
          [words.postgres, version],
          [
            words.connections,
            <Marked key="connections" bad={connections > connectionLimit * FULL}>
              {`${fmt.number(connections)} / ${fmt.number(connectionLimit)}`}
            </Marked>,
          ],
          [
            words.clock,
            <Marked key="clock" bad={Math.abs(clockAheadMs) > SKEW_MS}>
              {Math.abs(clockAheadMs) < SKEW_MS / 10
                ? words.clockSame
                : (clockAheadMs > 0 ? words.clockAhead : words.clockBehind)(fmt.span(Math.abs(clockAheadMs)))}
            </Marked>,
          ],
          [words.size, fmt.bytes(bytes)],
          [words.attachments, fmt.bytes(attachmentBytes)],
          [words.audit, `${fmt.bytes(auditBytes)}, ${words.links(fmt.number(auditLinks))}`],
          [
            words.disk,
            disk === undefined ? (
              words.diskElsewhere
            ) : (
              <Marked key="disk" bad={disk.freeBytes < disk.totalBytes * (1 - FULL)}>
                {words.diskFree(fmt.bytes(disk.freeBytes), fmt.bytes(disk.totalBytes))}
              </Marked>
            ),
          ],
          [
            words.backup,
            <Marked key="backup" bad={late}>
              {backupAt === undefined ? words.noBackup : <When at={backupAt} as="dateTime" />}
            </Marked>,
          ],
        ]}
      />
    </Card>
  )
}
