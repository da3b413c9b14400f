// Runs before the first paint, so that a dark page never flashes white. A file of its own because the page's
// Content-Security-Policy allows no inline script.
;(() => {
  let scheme = 'auto'
  try {
    scheme = localStorage.getItem('mantine-color-scheme-value') || 'auto'
  } catch {
    // storage may be switched off
  }
  if (scheme === 'auto') scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme)
  document.documentElement.style.background = scheme === 'dark' ? '#0d1013' : '#f5f7f8'
})()
