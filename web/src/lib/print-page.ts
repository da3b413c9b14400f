const attribute = 'data-mantine-color-scheme'

/** Prints every page as it is shown by day: paper is white, also for whoever works in the dark, by the button and by the browser's own key. */
export function printByDay(): void {
  const root = document.documentElement
  let scheme: string | null = null
  window.addEventListener('beforeprint', () => {
    scheme ??= root.getAttribute(attribute)
    root.setAttribute(attribute, 'light')
  })
  window.addEventListener('afterprint', () => {
    if (scheme) root.setAttribute(attribute, scheme)
    scheme = null
  })
}
