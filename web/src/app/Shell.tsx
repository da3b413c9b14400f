import {
  ActionIcon,
  AppShell,
  Box,
  Burger,
  Group,
  Kbd,
  NavLink,
  type NavLinkProps,
  Stack,
  Text,
  UnstyledButton,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core'
import { useDisclosure, useNetwork } from '@mantine/hooks'
import { IconLogout, IconMoon, IconSearch, IconSun, IconUserCircle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { createLink, Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { type ComponentPropsWithRef, lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CompanyMark } from '@/components/CompanyMark'
import { preloadForms } from '@/components/form/parts'
import { whenIdle } from '@/components/whenIdle'
import { NotificationsBell } from '@/features/notifications/components/NotificationsBell'
import type { Command } from '@/features/search/components/SearchPalette'
import { SignedOutDialog } from '@/features/start/components/SignedOutDialog'
import { api } from '@/lib/api/client'
import { keyLabel, useHotkey } from '@/lib/hotkeys'
import { languageOf, setLanguage } from '@/lib/i18n'
import { type Me, meQuery, useCan, useMe } from '@/lib/session'
import { Account } from './Account'
import { navigation } from './nav'
import classes from './Shell.module.css'

/** Comes with the first search, or on the way to it. */
const loadPalette = () => import('@/features/search/components/SearchPalette')
const SearchPalette = lazy(() => loadPalette().then((palette) => ({ default: palette.SearchPalette })))

// createLink(NavLink) alone loses the types of the polymorphic component's props: wrapped once here.
const LinkItem = createLink((props: Omit<NavLinkProps, 'href'> & Omit<ComponentPropsWithRef<'a'>, keyof NavLinkProps>) => (
  <NavLink {...props} />
))

export function Shell() {
  const { t } = useTranslation()
  const me = useMe()
  const can = useCan()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [navOpened, nav] = useDisclosure()
  const [searching, search] = useDisclosure()
  const [searched, setSearched] = useState(false)
  if (searching && !searched) setSearched(true)
  const { online } = useNetwork()
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  const path = useRouterState({ select: (state) => state.location.pathname })

  useEffect(() => setColorScheme(me.theme.toLowerCase() as 'auto' | 'light' | 'dark'), [me.theme, setColorScheme])
  useEffect(() => void setLanguage(languageOf(me.locale)), [me.locale])
  useEffect(() => {
    document.title = `${me.company.name} · EventKit`
  }, [me.company.name])
  useEffect(() => nav.close(), [path])
  // Scans of an earlier day that no network has taken yet.
  useEffect(
    () => whenIdle(() => void import('@/features/scanning/model/scan-journal').then((all) => all.sendLeftovers(me.id))),
    [me.id],
  )
  // The first dialog should not wait for what forms are made of.
  useEffect(() => whenIdle(preloadForms), [])
  useHotkey('mod+k', search.toggle)
  useHotkey('/', search.open)

  const toggleTheme = async () => {
    const theme = scheme === 'dark' ? 'LIGHT' : 'DARK'
    setColorScheme(scheme === 'dark' ? 'light' : 'dark')
    queryClient.setQueryData(
      meQuery.queryKey,
      await api.patch<Me>('/me', { theme }, { version: me.version }).catch(() => ({ ...me, theme }) as Me),
    )
  }
  const signOut = async () => {
    await api.delete('/session').catch(() => undefined)
    // Whoever comes next must not scan in this person's name.
    ;(await import('@/features/scanning/model/me-here')).forgetMe()
    ;(await import('@/features/scanning/model/scan-journal')).stopSending()
    queryClient.clear()
    await navigate({ to: '/sign-in' })
  }

  const groups = navigation
    .map((group) => ({ ...group, items: group.items.filter((item) => can(item.needs)) }))
    .filter((group) => group.items.length > 0)
  const commands = useMemo<Command[]>(
    () => [
      ...groups.flatMap((group) =>
        group.items.map((item) => ({
          id: item.to,
          label: t(item.label),
          icon: item.icon,
          run: () => void navigate({ to: item.to }),
        })),
      ),
      { id: 'profile', label: t('nav.account'), icon: IconUserCircle, run: () => void navigate({ to: '/account' }) },
      { id: 'theme', label: t('shell.toggleTheme'), icon: IconMoon, run: () => void toggleTheme() },
      { id: 'sign-out', label: t('shell.signOut'), icon: IconLogout, run: () => void signOut() },
    ],
    [searching, t],
  )

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 228, breakpoint: 'md', collapsed: { mobile: !navOpened } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="sm">
          <Group gap="sm" wrap="nowrap" w={{ md: 204 }} miw={0}>
            <Burger
              opened={navOpened}
              onClick={nav.toggle}
              hiddenFrom="md"
              size="sm"
              aria-label={navOpened ? t('shell.closeMenu') : t('shell.openMenu')}
              aria-expanded={navOpened}
            />
            <CompanyMark logo={me.company.logoFileId} />
            <Box miw={0}>
              <Text fw={700} lh={1.15}>
                EventKit
              </Text>
              <Text size="xs" c="dimmed" lh={1.2} truncate>
                {me.company.name}
              </Text>
            </Box>
          </Group>
          <UnstyledButton
            className={classes.search}
            onClick={search.open}
            onPointerEnter={loadPalette}
            onFocus={loadPalette}
            visibleFrom="sm"
          >
            <Group justify="space-between" wrap="nowrap">
              <Group gap={8} wrap="nowrap">
                <IconSearch size={16} aria-hidden />
                <Text size="sm" c="dimmed">
                  {t('shell.search')}
                </Text>
              </Group>
              <Kbd size="xs">{keyLabel('mod+K')}</Kbd>
            </Group>
          </UnstyledButton>
          <Group gap={8} wrap="nowrap">
            <ActionIcon hiddenFrom="sm" aria-label={t('shell.search')} onClick={search.open}>
              <IconSearch size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon visibleFrom="sm" aria-label={t('shell.toggleTheme')} title={t('shell.toggleTheme')} onClick={toggleTheme}>
              {scheme === 'dark' ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
            </ActionIcon>
            <NotificationsBell />
            <Account me={me} dark={scheme === 'dark'} toggleTheme={toggleTheme} signOut={signOut} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label={t('shell.mainMenu')}>
        <div className={classes.menu}>
          <Stack gap="md">
            {groups.map((group) => (
              <div key={group.label}>
                <Text size="xs" fw={600} c="dimmed" px={12} mb={4}>
                  {t(group.label)}
                </Text>
                {group.items.map((item) => (
                  <LinkItem
                    key={item.to}
                    to={item.to}
                    className={classes.link}
                    label={t(item.label)}
                    leftSection={<item.icon size={18} stroke={1.7} aria-hidden />}
                    activeOptions={{ exact: item.to === '/' }}
                  />
                ))}
              </div>
            ))}
          </Stack>
        </div>
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} className={classes.main}>
        {!online && (
          <div role="status" className={classes.offline}>
            {t('shell.offline')}
          </div>
        )}
        <Outlet />
      </AppShell.Main>
      {searched && (
        <Suspense>
          <SearchPalette opened={searching} onClose={search.close} commands={commands} />
        </Suspense>
      )}
      <SignedOutDialog />
    </AppShell>
  )
}
