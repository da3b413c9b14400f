import { useMantineColorScheme } from '@mantine/core'
import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useLive } from '@/features/notifications/components/useLive'
import { SignedOutDialog } from '@/features/start/components/SignedOutDialog'
import { languageOf, setLanguage } from '@/lib/i18n'
import { useMe } from '@/lib/session'

/** Around the scan screens, in place of the shell: they have no menu, and need the room. */
export function ScanLayout() {
  const me = useMe()
  const { setColorScheme } = useMantineColorScheme()
  useLive()
  useEffect(() => setColorScheme(me.theme.toLowerCase() as 'auto' | 'light' | 'dark'), [me.theme, setColorScheme])
  useEffect(() => void setLanguage(languageOf(me.locale)), [me.locale])
  useEffect(() => {
    document.title = `${me.company.name} · EventKit`
  }, [me.company.name])
  return (
    <>
      <Outlet />
      <SignedOutDialog />
    </>
  )
}
