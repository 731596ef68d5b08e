/**
 * Diagrams of the choreography, drawn from its data. A case has too many arrows for boxes and lines: each state is a row, and each kind of message that
 * changes the state a column with one arrow, from all states in which it may come to the one that follows.
 */
import { CASE_STATES, type CaseState, CHOREOGRAPHY } from '#schemas/choreography.ts'
import { MESSAGE_TYPES, type MessageType } from '#schemas/index.ts'
import { BOX, box, dot, head, label, line, svg, widthOf } from './drawing.ts'
import { type Html, html } from './html.ts'
import { type Move, movesOf } from './model.ts'

const ROW = 34
const COLUMN = 26
const STATES = Math.max(...CASE_STATES.map(widthOf)) + 20
const TIP = 5

/** All that can happen in a conversation that begins in this state. */
export function conversationDiagram(opening: CaseState): Html {
  const rows = reachableFrom(opening)
  const columns = MESSAGE_TYPES.flatMap(movesOf)
    .map((move) => ({ ...move, from: move.from.filter((state) => state !== move.to && rows.includes(state)) }))
    .filter(({ from }) => from.length > 0)
  const names = Math.max(...columns.map((move) => widthOf(nameOf(move))), 0)
  // Names stand at 60 degrees above their columns.
  const top = Math.ceil(names * 0.87) + 20
  const width = STATES + columns.length * COLUMN + Math.ceil(names * 0.5) + 20
  const yOf = (state: CaseState): number => top + rows.indexOf(state) * ROW + ROW / 2
  return svg(width, top + rows.length * ROW + 4, `Course of a conversation that begins in ${opening}`, [
    ...rows.map((state) => rowOf(state, state === opening, yOf(state), width - Math.ceil(names * 0.5) - 20)),
    ...columns.map((move, at) => columnOf(move, STATES + at * COLUMN + COLUMN, top, yOf)),
  ])
}

/** In the order of the code list. */
export function reachableFrom(opening: CaseState): readonly CaseState[] {
  const found = new Set([opening])
  const moves = MESSAGE_TYPES.flatMap(movesOf)
  for (const state of found) for (const { from, to } of moves) if (from.includes(state)) found.add(to)
  return CASE_STATES.filter((state) => found.has(state))
}

/** The states in which a conversation begins, with the types that open it there. */
export function openings(): ReadonlyMap<CaseState, readonly MessageType[]> {
  const found = new Map<CaseState, readonly MessageType[]>()
  for (const type of MESSAGE_TYPES) {
    const state = CHOREOGRAPHY[type].opens
    if (state) found.set(state, [...(found.get(state) ?? []), type])
  }
  return found
}

/** Short, because it stands above a column. */
const nameOf = ({ type, codes: [first, ...more] }: Move): string =>
  first === undefined ? type : `${type} ${first}${more.length > 0 ? ' …' : ''}`

const fullNameOf = ({ type, codes }: Move): string => [type, codes.join(' or ')].join(' ').trim()

const rowOf = (state: CaseState, opening: boolean, y: number, end: number): Html =>
  html`${line(STATES, y, end, y, 'guide')}<a href="#${state}">${box(1, y - BOX / 2, STATES - 7, state, opening ? 'box first' : 'box')}</a>`

function columnOf(move: Move, x: number, top: number, yOf: (state: CaseState) => number): Html {
  const target = yOf(move.to)
  const starts = move.from.map(yOf)
  const above = starts.filter((y) => y < target)
  const below = starts.filter((y) => y > target)
  return html`<g class="move"><title>${fullNameOf(move)}: ${move.from.join(', ')} to ${move.to}</title>
<a href="${move.type}.html"><text transform="translate(${x + 3} ${top - 4}) rotate(-60)">${nameOf(move)}</text></a>
${above.length > 0 ? html`${line(x, Math.min(...above), x, target - TIP, 'arrow')}${head(x, target - 1, 'down')}` : ''}
${below.length > 0 ? html`${line(x, Math.max(...below), x, target + TIP, 'arrow')}${head(x, target + 1, 'up')}` : ''}
${starts.map((y) => dot(x, y))}</g>
`
}

/** What one type does to its case: the states in which it may come, and those that follow. */
export function moveDiagram(type: MessageType): Html | undefined {
  const { opens } = CHOREOGRAPHY[type]
  const moves: readonly Way[] = opens
    ? [{ from: ['(no case yet)'], to: opens, codes: [] }]
    : movesOf(type).filter(({ from, to }) => from.some((state) => state !== to))
  if (moves.length === 0) return undefined
  const length = Math.max(100, ...moves.map(({ codes }) => widthOf(codes.join(' or ')))) + 50
  const groups = [...Map.groupBy(moves, ({ from }) => from.join()).values()]
  const heights = groups.map((ways) => Math.max(ways.length, ways[0]?.from.length ?? 0) * STEP + 12)
  const drawn = groups.flatMap((ways, at) => groupOf(ways, sum(heights.slice(0, at)) + 6, heights[at] ?? 0, length))
  return svg(STATES * 2 + length, sum(heights), `What ${type} does to its case`, drawn)
}

type Way = Pick<Move, 'to' | 'codes'> & { readonly from: readonly string[] }

const STEP = BOX + 6

/** States on the left that share what may follow. */
function groupOf(ways: readonly Way[], y: number, height: number, length: number): readonly Html[] {
  const from = ways[0]?.from ?? []
  const middleOf = (at: number, count: number): number => y + height / 2 - 6 + (at - (count - 1) / 2) * STEP
  const join = STATES + 14
  const end = STATES + length
  const ys = [...from.map((_, at) => middleOf(at, from.length)), ...ways.map((_, at) => middleOf(at, ways.length))]
  return [
    line(join, Math.min(...ys), join, Math.max(...ys), 'arrow'),
    ...from.flatMap((state, at) => {
      const middle = middleOf(at, from.length)
      return [box(1, middle - BOX / 2, STATES - 10, state), line(STATES - 9, middle, join, middle, 'arrow')]
    }),
    ...ways.flatMap(({ to, codes }, at) => {
      const middle = middleOf(at, ways.length)
      return [
        line(join, middle, end - 6, middle, 'arrow'),
        head(end, middle, 'right'),
        label((join + end) / 2, middle - 6, codes.join(' or '), 'middle'),
        box(end, middle - BOX / 2, STATES - 10, to),
      ]
    }),
  ]
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
