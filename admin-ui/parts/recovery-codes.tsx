/** Recovery codes, on the one occasion on which they can be seen. */
import { Button } from '@mantine/core'
import { ENROL_TEXTS } from '#admin-ui/pages/enrol/texts.ts'
import { useTexts } from '#admin-ui/texts/use.ts'

interface Shown {
  readonly codes: readonly string[]
  readonly kept: () => void
}

export function RecoveryCodes({ codes, kept }: Shown) {
  const { language } = useTexts()
  const words = ENROL_TEXTS[language]
  return (
    <div className="stack">
      <p className="muted">{words.codesHint}</p>
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Button size="md" onClick={kept}>
        {words.kept}
      </Button>
    </div>
  )
}
