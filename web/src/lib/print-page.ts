const attribute = 'data-mantine-color-scheme'

/** Prints the page as it is shown by day: paper is white, also for whoever works in the dark. */
export function printPage(): void {
  const root = document.documentElement
  const scheme = root.getAttribute(attribute)
  root.setAttribute(attribute, 'light')
  window.addEventListener('afterprint', () => scheme && root.setAttribute(attribute, scheme), { once: true })
  window.print()
}
