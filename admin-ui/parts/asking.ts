/** Acts that one role does at once and another may only ask for: whoever acts is told which of the two has happened. */
import { useQueryClient } from '@tanstack/react-query'
import { useTexts } from '#admin-ui/texts/use.ts'
import { useToast } from './toast.tsx'

type Answer = { readonly done: object } | { readonly approvalId: string }

export function useAsking() {
  const { t } = useTexts()
  const toast = useToast()
  const queries = useQueryClient()
  /** @param said what is told when it was done */
  return async (answer: Promise<Answer>, said: string): Promise<void> => {
    toast.done('approvalId' in (await answer) ? t.replay.asked : said)
    await queries.invalidateQueries()
  }
}
