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
if ('serviceWorker' in navigator && import.meta.env.PROD) void navigator.serviceWorker.register('/sw.js')
