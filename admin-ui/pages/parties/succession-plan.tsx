/** What a successor would change, and what happens on which day: to whoever asks, and to whoever decides. */
import { TriangleAlert } from 'lucide-react'
import { Facts } from '#admin-ui/parts/card.tsx'
import { Id } from '#admin-ui/parts/id.tsx'
import { Party } from '#admin-ui/parts/party.tsx'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { SUCCESSOR_TEXTS } from './successor-texts.ts'

/** The effect of `certificate.succeed`, as its act gives it. */
export interface SuccessionShown {
  readonly party: string
  readonly use: string
  readonly sha256: string
  readonly succeeds: string
  readonly subject: string
  readonly sameSubject: boolean
  readonly turns: readonly { readonly at: string; readonly what: 'begins' | 'ends' | 'gap' | 'shorter' | 'renew' }[]
  readonly fromFile: boolean
}

export function SuccessionPlan({ effect }: { readonly effect: SuccessionShown }) {
  const { t, language } = useTexts()
  const words = SUCCESSOR_TEXTS[language]
  const { party, use, sha256, succeeds, subject, sameSubject, turns, fromFile } = effect
  return (
    <section aria-label={words.plan} className="stack">
      <Facts
        rows={[
          [t.words.party, <Party key="party" id={party} />],
          [t.certificate.use, t.certificate.uses[use] ?? use],
          [
            t.certificate.subject,
            <span key="subject" className="small subject">
              {subject}
            </span>,
          ],
          ['SHA-256', <Id key="sha256" id={sha256} />],
          [words.succeeds, <Id key="succeeds" id={succeeds} />],
        ]}
      />
      <ol className="turns">
        {turns.map(({ at, what }) => (
          <li key={what} className={what === 'gap' || what === 'shorter' ? 'tone-bad' : undefined}>
            <When at={at} as="longDate" />
            <span>{words.turn[what]}</span>
          </li>
        ))}
      </ol>
      {!sameSubject && <Warning text={words.otherSubject} />}
      {fromFile && <Warning text={words.fromFile} />}
    </section>
  )
}

function Warning({ text }: { readonly text: string }) {
  return (
    <p className="notice notice-warn">
      <TriangleAlert size={18} aria-hidden />
      {text}
    </p>
  )
}
