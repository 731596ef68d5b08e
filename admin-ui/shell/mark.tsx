/** A bridge. */
export function Mark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#1c4f9c" />
      <path
        d="M5 22h22M7 22c0-6 4-10 9-10s9 4 9 10M12 22v-8.6M16 22V12M20 22v-8.6"
        fill="none"
        stroke="#fff"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
    </svg>
  )
}
