/** The clocks of a rule set: what starts each, how long it runs, what ends it. Not to scale: working days and months have no fixed length. */
import type { Limit, RuleSet } from '#schemas/agreements/rule-set.ts'
import { BOX, box, head, label, line, svg, widthOf } from './drawing.ts'
import { type Html, html } from './html.ts'

const ROW = 44
const LENGTH = 190
const UNITS = { calendarDays: 'calendar days', workingDays: 'working days', months: 'months' } as const

export function clockDiagram({ id, limits }: RuleSet): Html {
  const clocks = Object.entries(limits).filter(([, { from, until }]) => from !== undefined && until !== undefined)
  const starts = Math.max(0, ...clocks.map(([, { from = '' }]) => widthOf(from))) + 20
  const ends = Math.max(0, ...clocks.map(([, limit]) => widthOf(endOf(limit)))) + 20
  const rows = clocks.map(([name, limit], at) => rowOf(name, limit, isSure(limit, limits), at * ROW + 14, starts, ends))
  return svg(46 + starts + LENGTH + ends + 2, clocks.length * ROW + 10, `Clocks of ${id}`, rows)
}

function rowOf(name: string, limit: Limit, sure: boolean, y: number, starts: number, ends: number): Html {
  const [x, middle] = [46 + starts, y + BOX / 2]
  const kind = sure ? '' : ' unsure'
  return html`<g><title>${name}: ${limit.title}</title>${label(0, y + 16, name)}${box(46, y, starts, limit.from ?? '')}
${line(x, middle, x + LENGTH - 6, middle, `arrow${kind}`)}${head(x + LENGTH, middle, 'right', `head${kind}`)}${label(x + LENGTH / 2, middle - 6, lengthOf(limit), 'middle')}
${limit.lapse === undefined ? '' : label(x + LENGTH / 2, middle + 15, `then ${limit.lapse}`, 'middle')}${box(x + LENGTH, y, ends, endOf(limit))}</g>
`
}

/** Like the hub, which acts on a limit only when it and everything that it rests on was read. */
const isSure = ({ confidence, unitConfidence = confidence, restsOn = [] }: Limit, limits: RuleSet['limits']): boolean =>
  confidence === 'V' && unitConfidence === 'V' && restsOn.every((id) => limits[id]?.confidence === 'V')

const lengthOf = ({ value, unit }: Limit): string => (value === undefined || unit === undefined ? 'no number' : `${value} ${UNITS[unit]}`)
const endOf = ({ until = [] }: Limit): string => until.join(' or ')
