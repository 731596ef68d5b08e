/** An identifier: its end, which tells ids of one minute apart, with the whole to copy. */
import { ActionIcon, CopyButton, Tooltip } from '@mantine/core'
import { Check, Copy } from 'lucide-react'
import { useTexts } from '#admin-ui/texts/use.ts'

export const shortOf = (id: string): string => (id.length > 13 ? `…${id.slice(-12)}` : id)

export function Id({ id, whole = false }: { readonly id: string; readonly whole?: boolean }) {
  const { t } = useTexts()
  return (
    <span className="id">
      <code>{whole ? id : shortOf(id)}</code>
      <CopyButton value={id}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t.common.copied : t.common.copy}>
            <ActionIcon variant="subtle" color="gray" size={24} onClick={copy} aria-label={`${t.common.copy} ${id}`}>
              {copied ? <Check size={14} /> : <Copy size={14} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </span>
  )
}
