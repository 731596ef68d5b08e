/** The Markdown that the prose of docs/ is written in: headings, paragraphs, lists, tables, fenced code; code, bold and links within a line. */
import { type Html, html } from './html.ts'
import { table } from './page.ts'

/** Throws on a block that it does not know, so that no page shows markup. */
export const markdown = (text: string): Html => html`${blocksOf(text).map(blockOf)}`

function blocksOf(text: string): readonly string[] {
  const blocks: string[] = []
  const open: string[] = []
  let fenced = false
  for (const line of [...text.split('\n'), '']) {
    if (line.startsWith('```')) fenced = !fenced
    if (line !== '' || fenced) open.push(line)
    else if (open.length > 0) blocks.push(open.splice(0).join('\n'))
  }
  if (fenced) throw new Error('a fenced block has no end')
  return blocks
}

const FENCE = /^```\w*\n([\s\S]*)\n```$/
const HEADING = /^(#{1,3}) (.*)$/
const TABLE = /^\|.*\|$/
const UNKNOWN = /^(>|<|!\[|\* |\+ |#{4})/

function blockOf(block: string): Html {
  const [, fenced] = FENCE.exec(block) ?? []
  if (fenced !== undefined) return html`<pre tabindex="0"><code>${fenced}</code></pre>\n`
  const [, marks = '', heading] = HEADING.exec(block) ?? []
  if (heading !== undefined) return headingOf(marks.length, inline(heading))
  const lines = block.split('\n')
  if (lines.every((line) => TABLE.test(line))) return tableOf(lines)
  if (block.startsWith('- ')) return html`<ul>${itemsOf(block, /^- /m)}</ul>\n`
  if (block.startsWith('1. ')) return html`<ol>${itemsOf(block, /^\d+\. /m)}</ol>\n`
  if (UNKNOWN.test(block)) throw new Error(`not known here: ${block.slice(0, 40)}`)
  return html`<p>${inline(block)}</p>\n`
}

/** The first heading is the title of the page, which its frame gives. */
function headingOf(level: number, text: Html): Html {
  if (level === 1) return html``
  return level === 2 ? html`<h2>${text}</h2>\n` : html`<h3>${text}</h3>\n`
}

const itemsOf = (block: string, mark: RegExp): readonly Html[] =>
  block
    .split(mark)
    .slice(1)
    .map((item) => html`<li>${inline(item.trim())}</li>`)

const tableOf = ([head = '', , ...rows]: readonly string[]): Html =>
  table(
    cellsOf(head),
    rows.map((row) => cellsOf(row).map(inline)),
  )

const cellsOf = (row: string): readonly string[] =>
  row
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'))

const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)]+)\)/g

/** Code, bold and links within a line. */
export function inline(text: string): Html {
  const parts: (Html | string)[] = []
  let done = 0
  for (const match of text.matchAll(INLINE)) {
    const [whole, code, bold, label, target] = match
    parts.push(text.slice(done, match.index))
    if (code !== undefined) parts.push(html`<code>${code}</code>`)
    else if (bold !== undefined) parts.push(html`<b>${bold}</b>`)
    else parts.push(html`<a href="${addressOf(target ?? '')}">${label}</a>`)
    done = match.index + whole.length
  }
  return html`${parts}${text.slice(done)}`
}

/** A link to another text of docs/ is one to its page. */
const addressOf = (target: string): string => target.replace(/^([a-z-]+)\.md(?=#|$)/, '$1.html')
