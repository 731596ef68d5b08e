/** The exchange as a picture: who speaks with whom over the hub, how much, and where it hurts. */
import { Link as RouterLink } from '@tanstack/react-router'
import { useLayoutEffect, useRef, useState } from 'react'
import { hubNow } from '#admin-ui/api/clock.ts'
import { useNameOf } from '#admin-ui/parts/party.tsx'
import { lookOf } from '#admin-ui/parts/state.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { type Link, pictureOf, type Spot, type Strand } from './exchange-geometry.ts'
import './exchange.css'

export interface Node {
  readonly party: string
  readonly state: string
}

interface Shown {
  readonly nodes: readonly Node[]
  readonly links: readonly Link[]
}

/** Who spoke within so many milliseconds is drawn moving. */
const LATELY_MS = 600_000

export function Exchange({ nodes, links }: Shown) {
  const { t, fmt } = useTexts()
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [near, setNear] = useState<string>()
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const watching = new ResizeObserver(() => setWidth(element.clientWidth))
    watching.observe(element)
    return () => watching.disconnect()
  }, [])
  const picture = pictureOf(
    nodes.map(({ party }) => party),
    links,
    width || 800,
  )
  const stateOf = (party: string): string => nodes.find((node) => node.party === party)?.state ?? 'up'
  const { bridge } = picture
  return (
    <div ref={box} className="exchange">
      {width > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset
        <svg width={width} height={picture.height} aria-label={t.overview.exchange} role="group">
          {picture.strands.map((strand) => (
            <Way key={strand.key} strand={strand} faint={near !== undefined && !strand.ends.includes(near)} say={fmt.number} />
          ))}
          <g className="exchange-bridge">
            <rect x={bridge.x - 5} y={bridge.top} width={10} height={bridge.bottom - bridge.top} rx={5} />
            <text x={bridge.x} y={bridge.top - 10} textAnchor="middle">
              {t.product}
            </text>
          </g>
          {picture.spots.map((spot) => (
            <Place key={spot.party} spot={spot} state={stateOf(spot.party)} narrow={width < 560} look={setNear} />
          ))}
        </svg>
      )}
    </div>
  )
}

interface WayShown {
  readonly strand: Strand
  readonly faint: boolean
  readonly say: (count: number) => string
}

function Way({ strand: { ends, path, width, failed, count, lastAt }, faint, say }: WayShown) {
  const { t } = useTexts()
  const moving = hubNow() - Date.parse(lastAt) < LATELY_MS
  const tone = failed === 0 ? 'calm' : failed / Math.max(1, count) > 0.2 ? 'bad' : 'warn'
  return (
    <g className={`way way-${tone} ${faint ? 'way-faint' : ''}`}>
      <title>{`${ends.join(' ⇄ ')}: ${t.overview.messagesBetween(count, say(count))}${failed > 0 ? `, ${t.nav.failed(say(failed))}` : ''}`}</title>
      <path d={path} strokeWidth={width} />
      {moving && <path d={path} strokeWidth={Math.max(1.5, width / 2)} className="way-moving" />}
    </g>
  )
}

interface PlaceShown {
  readonly spot: Spot
  readonly state: string
  readonly narrow: boolean
  readonly look: (party: string | undefined) => void
}

function Place({ spot: { party, side, x, y }, state, narrow, look }: PlaceShown) {
  const { t } = useTexts()
  const name = useNameOf()(party)
  const [Icon, tone] = lookOf(state)
  const word = t.partyState[state] ?? state
  const end = side === 'left' ? -1 : 1
  const anchor = side === 'left' ? 'end' : 'start'
  const label = narrow ? party : name.length > 26 ? `${name.slice(0, 25)}…` : name
  return (
    <RouterLink
      to="/parties/$id"
      params={{ id: party }}
      {...(narrow ? { 'aria-label': `${party}, ${name}: ${word}` } : {})}
      className={`place place-${tone}`}
      onMouseEnter={() => look(party)}
      onMouseLeave={() => look(undefined)}
      onFocus={() => look(party)}
      onBlur={() => look(undefined)}
    >
      <rect
        className="place-ground"
        x={side === 'left' ? 2 : x - 14}
        y={y - 25}
        width={side === 'left' ? x + 14 : x + 12}
        height={50}
        rx={10}
      />
      <circle cx={x} cy={y} r={13} />
      <Icon x={x - 8} y={y - 8} width={16} height={16} strokeWidth={2.4} aria-hidden />
      <text x={x + end * 22} y={narrow ? y + 5 : y - 2} textAnchor={anchor} className="place-name">
        {label}
      </text>
      {!narrow && (
        <text x={x + end * 22} y={y + 16} textAnchor={anchor} className="place-state">
          {` ${word}`}
        </text>
      )}
    </RouterLink>
  )
}
