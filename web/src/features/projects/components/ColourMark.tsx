/** A project's colour before its name. */
export function ColourMark({ colour }: { colour: string | null }) {
  if (!colour) return null
  return (
    <span
      aria-hidden
      style={{ display: 'inline-block', width: 9, height: 9, borderRadius: 99, background: colour, marginRight: 7 }}
    />
  )
}
