/** Certificates of all parties and of the hub, the first to end on top. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type CertificateItem, certificatesQuery } from '#admin-ui/api/queries.ts'
import { PageHead } from '#admin-ui/parts/card.tsx'
import { Empty } from '#admin-ui/parts/empty.tsx'
import { Id } from '#admin-ui/parts/id.tsx'
import { Lines, Loaded } from '#admin-ui/parts/loaded.tsx'
import { Party } from '#admin-ui/parts/party.tsx'
import { type Column, Rows } from '#admin-ui/parts/rows.tsx'
import { State } from '#admin-ui/parts/state.tsx'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { PartyTabs } from './party-tabs.tsx'

const SOON_DAYS = 30

const keyOf = ({ party, sha256, use }: CertificateItem): string => `${party} ${use} ${sha256}`

function toneOf({ daysLeft, status }: Pick<CertificateItem, 'daysLeft' | 'status'>): 'bad' | 'warn' | undefined {
  if (status !== 'active') return undefined
  return daysLeft < 0 ? 'bad' : daysLeft < SOON_DAYS ? 'warn' : undefined
}

export function CertificatesPage() {
  const { t } = useTexts()
  const certificates = useQuery(certificatesQuery)
  const columns = useCertificateColumns()
  return (
    <>
      <PageHead title={t.certificate.title} note={t.certificate.note} />
      <PartyTabs />
      <section className="card card-flush" aria-label={t.certificate.title}>
        <Loaded question={certificates} skeleton={<Lines count={10} height={28} />}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty kind="nothing" title={t.parties.none} note={t.parties.noneNote} />
            ) : (
              <Rows label={t.certificate.title} columns={columns} rows={items} keyOf={keyOf} toneOf={toneOf} />
            )
          }
        </Loaded>
      </section>
    </>
  )
}

function useCertificateColumns(): readonly Column<CertificateItem>[] {
  const { t, fmt } = useTexts()
  return useMemo<readonly Column<CertificateItem>[]>(
    () => [
      { id: 'party', title: t.words.party, cell: ({ party }) => <Party id={party} link /> },
      {
        id: 'use',
        title: t.certificate.use,
        cell: ({ use, by }) => `${t.certificate.uses[use] ?? use}${by === 'leaf' ? '' : `, ${t.certificate.anchor}`}`,
      },
      {
        id: 'left',
        title: t.certificate.validity,
        cell: (item) => {
          const { daysLeft, status } = item
          const tone = toneOf(item)
          if (status !== 'active') return <State state={status} word={t.certificate.states[status] ?? status} />
          const word = daysLeft < 0 ? t.certificate.ended : t.deadlines.days(daysLeft, fmt.number(daysLeft))
          return <State state={tone === 'bad' ? 'expired' : tone === 'warn' ? 'degraded' : 'ok'} word={word} />
        },
      },
      { id: 'until', title: t.certificate.validUntil, cell: ({ validUntil }) => <When at={validUntil} as="longDate" /> },
      { id: 'subject', title: t.certificate.subject, cell: ({ subject }) => <span className="small subject">{subject}</span> },
      {
        id: 'successor',
        title: t.certificate.successor,
        cell: (item) =>
          'successor' in item && item.successor !== undefined ? (
            <State state="ok" word={t.certificate.hasSuccessor} />
          ) : toneOf(item) === undefined ? (
            ''
          ) : (
            <State state="degraded" word={t.certificate.noSuccessor} />
          ),
      },
      { id: 'sha256', title: 'SHA-256', cell: ({ sha256 }) => <Id id={sha256} /> },
    ],
    [t, fmt],
  )
}
