/** A report to read: Markdown and HTML, in one language. */
import type { Words } from '#schemas/words.ts'
import type { LabReport, ReportedStep } from './report.ts'

export type Language = 'en' | 'az'

const TEXTS = {
  heading: ['Partner lab', 'Tərəfdaş laboratoriyası'],
  conforms: ['No step failed.', 'Heç bir addım uğursuz olmadı.'],
  fails: ['Some steps failed.', 'Bəzi addımlar uğursuz oldu.'],
  step: ['Step', 'Addım'],
  result: ['Result', 'Nəticə'],
  expected: ['Expected', 'Gözlənilən'],
  happened: ['Happened', 'Baş verən'],
  passed: ['passed', 'keçdi'],
  failed: ['failed', 'uğursuz'],
  skipped: ['left out', 'buraxıldı'],
  signed: [
    'The hub has signed the JSON of this report; what counts is that, checked with `korpu verify`.',
    'Qovşaq bu hesabatın JSON formasını imzalayıb; əsas olan odur, `korpu verify` ilə yoxlanılır.',
  ],
} as const satisfies Readonly<Record<string, Words>>

const said = (language: Language) => (key: keyof typeof TEXTS) => TEXTS[key][language === 'en' ? 0 : 1]

export function reportMarkdown(report: LabReport, language: Language): string {
  const say = said(language)
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
  const rows = cellsOf(report, language).map((cells) => `| ${cells.map(cell).join(' | ')} |`)
  return [
    `# ${say('heading')}: ${report.party}, ${report.title}`,
    summaryOf(report, language),
    [`| ${headsOf(language).join(' | ')} |`, '| --- | --- | --- | --- |', ...rows].join('\n'),
    say('signed'),
    '',
  ].join('\n\n')
}

export function reportHtml(report: LabReport, language: Language): string {
  const say = said(language)
  const heading = escaped(`${say('heading')}: ${report.party}, ${report.title}`)
  const rows = cellsOf(report, language).map(
    (cells, index) => `<tr class="${report.steps[index]?.result}">${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
  )
  return `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><title>${heading}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}table{border-collapse:collapse}
td,th{border-bottom:1px solid #ccc;padding:.4rem .8rem;text-align:left;vertical-align:top}.failed td:nth-child(2){color:#a00000;font-weight:bold}.skipped{color:#555}</style>
<h1>${heading}</h1>
<p>${escaped(summaryOf(report, language))}</p>
<table><thead><tr>${headsOf(language)
    .map((head) => `<th scope="col">${head}</th>`)
    .join('')}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table>
<p>${escaped(say('signed'))}</p>
</html>
`
}

const headsOf = (language: Language): readonly string[] => (['step', 'result', 'expected', 'happened'] as const).map(said(language))

const cellsOf = ({ steps }: LabReport, language: Language): readonly (readonly string[])[] =>
  steps.map(({ title, result, expected, happened }: ReportedStep) => [
    title[language],
    said(language)(result),
    expected[language],
    happened[language],
  ])

function summaryOf(
  { conforms, passed, failed, skipped, startedAt, dialect, transport, signature, labId }: LabReport,
  language: Language,
): string {
  const say = said(language)
  const counts = `${say('passed')} ${passed}, ${say('failed')} ${failed}, ${say('skipped')} ${skipped}`
  return `${say(conforms ? 'conforms' : 'fails')} ${counts}. ${startedAt}; ${dialect}, ${transport}, ${signature}; ${labId}.`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')
