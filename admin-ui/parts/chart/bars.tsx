/** Figures side by side: lying with their names, or standing month by month. A figure that is not told is hatched and says so. */
import './bars.css'

export interface Bar {
  readonly id: string
  readonly label: string
  /** Absent where it is not told. */
  readonly value: number | undefined
  /** The figure as it is written. */
  readonly said: string
}

interface Shown {
  readonly label: string
  readonly bars: readonly Bar[]
}

/** What is not told is drawn as this share of the largest. */
const HIDDEN = 0.12

const mostOf = (bars: readonly Bar[]): number => Math.max(1, ...bars.map(({ value = 0 }) => value))
const shareOf = ({ value }: Bar, most: number): string => `${(value === undefined ? HIDDEN : value / most) * 100}%`

interface Choosable extends Shown {
  readonly chosen?: string | undefined
  readonly choose?: ((id: string) => void) | undefined
}

export function Bars({ label, bars, chosen, choose }: Choosable) {
  const most = mostOf(bars)
  return (
    <ul className="bars" aria-label={label}>
      {bars.map((bar) => {
        const inside = (
          <>
            <span className="bar-label">{bar.label}</span>
            <span className="bar-track" aria-hidden>
              <i className={bar.value === undefined ? 'bar-hidden' : ''} style={{ width: shareOf(bar, most) }} />
            </span>
            <b className="number">{bar.said}</b>
          </>
        )
        return (
          <li key={bar.id}>
            {choose ? (
              <button type="button" className="bar-row" aria-pressed={bar.id === chosen} onClick={() => choose(bar.id)}>
                {inside}
              </button>
            ) : (
              <div className="bar-row">{inside}</div>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** More than so many have no room for their figures. */
const ROOMY = 14

export function StandingBars({ label, bars }: Shown) {
  const most = mostOf(bars)
  const every = Math.ceil(bars.length / ROOMY)
  return (
    <ol className="standing-bars" aria-label={label} style={{ gridTemplateColumns: `repeat(${bars.length}, minmax(0, 1fr))` }}>
      {bars.map((bar, index) => (
        <li key={bar.id}>
          <b className={`number ${every > 1 ? 'unseen' : ''}`}>{bar.said}</b>
          <i className={bar.value === undefined ? 'bar-hidden' : ''} style={{ height: shareOf(bar, most) }} aria-hidden />
          <span className={index % every === 0 ? '' : 'unseen'}>{bar.label}</span>
        </li>
      ))}
    </ol>
  )
}
