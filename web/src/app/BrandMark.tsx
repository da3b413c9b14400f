/** The sign of EventKit: an E cut from a flight case's lid. */
export function BrandMark() {
  return (
    <span className="brand-mark" aria-hidden>
      <svg viewBox="0 0 64 64" width="32" height="32" aria-hidden="true">
        <path d="M18 20h28v6H25v4h17v6H25v4h21v6H18z" fill="currentColor" />
      </svg>
    </span>
  )
}
