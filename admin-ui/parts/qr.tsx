/** A text as a QR code: dark on light whatever the theme, for cameras; one path, so that no policy has to allow anything. */
import { encode } from 'uqr'

interface Shown {
  readonly text: string
  /** For screen readers: what one gets by pointing a camera at it. */
  readonly label: string
  readonly size?: number
}

export function Qr({ text, label, size = 200 }: Shown) {
  const { data, size: cells } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${cells} ${cells}`}
      shapeRendering="crispEdges"
    >
      <rect width={cells} height={cells} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  )
}
