import '@fontsource-variable/inter/wght.css'
import 'virtual:mantine-styles'
import '@/app/global.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Providers } from '@/app/Providers'
import { makeRouter } from '@/app/router'
import { firstLanguage, setLanguage } from '@/lib/i18n'
import { printByDay } from '@/lib/print-page'
import { makeQueryClient } from '@/lib/query-client'

const queryClient = makeQueryClient()
const router = makeRouter(queryClient)

printByDay()
await setLanguage(firstLanguage())
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Providers queryClient={queryClient}>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
)
if ('serviceWorker' in navigator && import.meta.env.PROD) {
  // Where it could not be kept for want of a network it is tried again with one; where it is kept that asks for nothing.
  const keep = () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined)
  keep()
  addEventListener('online', keep)
}
