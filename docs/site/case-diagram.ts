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
    ...rows.map((state) => rowOf(state, yOf(state), width - Math.ceil(names * 0.5) - 20)),
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

const nameOf = ({ type, code }: Pick<Move, 'type' | 'code'>): string => (code === undefined ? type : `${type} ${code}`)

const rowOf = (state: CaseState, y: number, end: number): Html =>
  html`${line(STATES, y, end, y, 'guide')}<a href="#${state}">${box(0, y - BOX / 2, STATES - 6, state)}</a>`

function columnOf(move: Move, x: number, top: number, yOf: (state: CaseState) => number): Html {
  const target = yOf(move.to)
  const starts = move.from.map(yOf)
  const above = starts.filter((y) => y < target)
  const below = starts.filter((y) => y > target)
  return html`<g class="move"><title>${nameOf(move)}: ${move.from.join(', ')} to ${move.to}</title>
<a href="${move.type}.html"><text transform="translate(${x + 3} ${top - 4}) rotate(-60)">${nameOf(move)}</text></a>
${above.length > 0 ? html`${line(x, Math.min(...above), x, target - TIP, 'arrow')}${head(x, target - 1, 'down')}` : ''}
${below.length > 0 ? html`${line(x, Math.max(...below), x, target + TIP, 'arrow')}${head(x, target + 1, 'up')}` : ''}
${starts.map((y) => dot(x, y))}</g>
`
}

/** What one type does to its case: the states in which it may come, and the one that follows. */
export function moveDiagram(type: MessageType): Html | undefined {
  const { opens } = CHOREOGRAPHY[type]
  const moves = movesOf(type).filter(({ from, to }) => from.some((state) => state !== to))
  if (opens) return svg(3 * STATES, BOX + 12, `${type} opens a conversation in ${opens}`, groupOf(['(none)'], opens, 'opens', 6))
  if (moves.length === 0) return undefined
  const heights = moves.map(({ from }) => from.length * (BOX + 6) + 12)
  const groups = moves.flatMap(({ from, to, code }, at) => groupOf(from, to, code ?? '', 6 + sum(heights.slice(0, at))))
  return svg(3 * STATES, sum(heights), `What ${type} does to its case`, groups)
}

function groupOf(from: readonly string[], to: CaseState, why: string, y: number): readonly Html[] {
  const yOf = (at: number): number => y + at * (BOX + 6)
  const middle = (yOf(0) + yOf(from.length - 1) + BOX) / 2
  const join = STATES + 14
  return [
    ...from.flatMap((state, at) => [box(1, yOf(at), STATES - 10, state), line(STATES - 9, yOf(at) + BOX / 2, join, yOf(at) + BOX / 2, 'arrow')]),
    line(join, yOf(0) + BOX / 2, join, yOf(from.length - 1) + BOX / 2, 'arrow'),
    line(join, middle, 2 * STATES - 6, middle, 'arrow'),
    head(2 * STATES, middle, 'right'),
    label(join + (STATES - 20) / 2, middle - 6, why, 'middle'),
    box(2 * STATES, middle - BOX / 2, STATES - 10, to),
  ]
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
