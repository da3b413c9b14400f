import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ModalsHost } from '@/components/ConfirmDialog'
import { ToastHost } from '@/components/ToastHost'
import { cssVariablesResolver, themeWith } from './theme'

export function Providers({ queryClient, children, test }: { queryClient: QueryClient; children: ReactNode; test?: boolean }) {
  const { t, i18n } = useTranslation()
  const theme = useMemo(() => themeWith({ close: t('common.close'), clear: t('common.clear') }), [t])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      env={test ? 'test' : 'default'}
    >
      <DatesProvider settings={{ locale: i18n.language === 'de' ? 'de' : 'en-gb', firstDayOfWeek: 1 }}>
        <QueryClientProvider client={queryClient}>
          <ToastHost />
          <ModalsHost />
          {children}
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  )
}
