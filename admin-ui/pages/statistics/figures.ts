/** Figures of a report and their words. */
import type { api } from '#admin-ui/api/client.ts'
import type { Fmt } from '#admin-ui/fmt.ts'
import type { Bar } from '#admin-ui/parts/chart/bars.tsx'
import { codeIn } from '#admin-ui/parts/codes.ts'
import { useTexts } from '#admin-ui/texts/use.ts'
import { measure, replyTime } from '#schemas/codelists/cooperation.ts'
import { country } from '#schemas/codelists/country.ts'
import { personCategory } from '#schemas/codelists/person.ts'
import { refusalGround } from '#schemas/codelists/procedure.ts'
import { STATISTICS_TEXTS } from './texts.ts'

type Answer = Awaited<ReturnType<Awaited<ReturnType<typeof api.statistics.$get>>['json']>>
/** Without what the route says when it refuses. */
export type Report = Extract<Answer, { readonly figures: unknown }>
export type Figure = Report['figures'][number]

const LISTS = { category: personCategory, replyTime, ground: refusalGround }

export function useWords() {
  const { language } = useTexts()
  const { other } = STATISTICS_TEXTS[language]
  return {
    measureWord: (code: string): string => other[code] ?? codeIn(measure, code, language),
    stateWord: (code: string): string => other[code] ?? codeIn(country, code, language),
    partWord: (by: keyof typeof LISTS, code: string): string => other[code] ?? codeIn(LISTS[by], code, language),
  }
}

export const barOf = ({ count }: Pick<Figure, 'count'>, id: string, label: string, small: string, fmt: Fmt): Bar => ({
  id,
  label,
  value: count,
  said: count === undefined ? small : fmt.number(count),
})
