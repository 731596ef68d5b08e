/** Who signed, when, and with which certificate. */
import type { MessageAnswer } from '#admin-ui/api/queries.ts'
import { Facts } from '#admin-ui/parts/card.tsx'
import { Id } from '#admin-ui/parts/id.tsx'
import { Party } from '#admin-ui/parts/party.tsx'
import { State } from '#admin-ui/parts/state.tsx'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'

export function Signature({ message }: { readonly message: MessageAnswer }) {
  const { t } = useTexts()
  const { from, signedAt, digest, signatureDigest, signerSha256, receiptId, signer } = message
  return (
    <div className="stack">
      <Facts
        rows={[
          [t.message.verdict, <State key="ok" state="ok" word={t.message.holds} />],
          [t.message.signer, <Party key="party" id={from} link />],
          [t.message.signedAt, signedAt && <When at={signedAt} as="dateTime" />],
          [t.message.digest, digest && <Id id={digest} whole />],
          [t.message.signatureDigest, signatureDigest && <Id id={signatureDigest} whole />],
          [t.message.acceptance, receiptId && <Id id={receiptId} whole />],
        ]}
      />
      <h3>{t.message.certificate}</h3>
      <Facts
        rows={[
          [t.certificate.subject, signer?.subject],
          [t.certificate.issuer, signer?.issuer],
          [t.certificate.serial, signer && <code>{signer.serial}</code>],
          [t.certificate.algorithm, signer?.algorithm],
          [t.certificate.validUntil, signer && <When at={signer.validUntil} as="longDate" />],
          ['SHA-256', signerSha256 && <Id id={signerSha256} whole />],
        ]}
      />
    </div>
  )
}
