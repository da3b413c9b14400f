import '@testing-library/jest-dom/vitest'
import { notifications } from '@mantine/notifications'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { featuresOfPages, i18n, loadWords, setLanguage } from '@/lib/i18n'

// What the app loads with its pages and its first form.
await Promise.all([
  loadWords(...featuresOfPages),
  import('@/components/form/check'),
  import('@/components/form/parts').then(({ loadForms }) => loadForms()),
])

// Each test leaves nothing behind.
afterEach(async () => {
  cleanup()
  if (i18n.language !== 'en') await setLanguage('en')
  notifications.clean()
  notifications.cleanQueue()
  localStorage.clear()
  sessionStorage.clear()
})
// A busy machine takes its time to load a screen's code; what never comes still fails.
configure({ asyncUtilTimeout: 15_000 })
// There are no fonts here; fields that grow with their text listen for them.
if (!document.fonts) Object.defineProperty(document, 'fonts', { value: new EventTarget() })
window.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener() {},
  removeListener() {},
  addEventListener() {},
  removeEventListener() {},
  dispatchEvent: () => false,
})) as typeof window.matchMedia
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Element.prototype.scrollIntoView ??= () => {}
// There is no layout here: lists that draw only what is visible are told a window's size.
Object.defineProperties(HTMLElement.prototype, {
  clientHeight: { configurable: true, get: () => 600 },
  clientWidth: { configurable: true, get: () => 1000 },
})
