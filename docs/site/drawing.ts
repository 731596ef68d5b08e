/** The few shapes that all diagrams are made of. Lengths are in SVG units, at most as many as pixels on a wide screen. */
import { type Html, html } from './html.ts'

/** Of the monospaced face that all labels are set in, at 12 units. */
export const CHAR = 7.3
export const widthOf = (text: string): number => Math.ceil(text.length * CHAR)

export const svg = (width: number, height: number, label: string, content: readonly Html[]): Html => html`<div class="scroll"><svg
 xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${label}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
${content}</svg></div>
`

export const line = (x1: number, y1: number, x2: number, y2: number, kind: string): Html =>
  html`<line class="${kind}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/>\n`

/** Text that begins at `x`, or with `end` ends there. */
export const label = (x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end' = 'start'): Html =>
  html`<text x="${x}" y="${y}" text-anchor="${anchor}">${text}</text>\n`

/** A rounded box around one line of text, its left upper corner at `x`, `y`. */
export const box = (x: number, y: number, width: number, text: string, kind = 'box'): Html =>
  html`<rect class="${kind}" x="${x}" y="${y}" width="${width}" height="${BOX}" rx="4"/>${label(x + width / 2, y + 16, text, 'middle')}`
export const BOX = 24

export const dot = (x: number, y: number): Html => html`<circle class="dot" cx="${x}" cy="${y}" r="4"/>\n`

/** An arrow head whose tip is at `x`, `y`. */
export const head = (x: number, y: number, to: 'right' | 'down' | 'up', kind = 'head'): Html => {
  const [dx, dy] = { right: [-8, 0], down: [0, -8], up: [0, 8] }[to] as [number, number]
  const [sx, sy] = dx === 0 ? [5, 0] : [0, 5]
  return html`<polygon class="${kind}" points="${x},${y} ${x + dx + sx},${y + dy + sy} ${x + dx - sx},${y + dy - sy}"/>\n`
}
