import { Anchor, Box, Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryState } from '@/components/QueryState'
import { showProblem } from '@/components/toasts'
import { type Language, setLanguage } from '@/lib/i18n'
import { useProblemText } from '@/lib/problems'
import type { Sender } from '../api/offers'
import { type Front, frontQuery, type Guest, leave } from '../api/visit'
import { Head } from './Head'
import classes from './Offer.module.css'
import { PortalSignIn } from './PortalSignIn'

/** The portal's frame: whoever is signed in goes on, everybody else signs in first. */
export function PortalGate({ children }: { children: (guest: Guest, front: Front) => ReactNode }) {
  const query = useQuery(frontQuery)
  return (
    <Box component="main" className={classes.page}>
      <Stack gap="md" className={classes.sheet}>
        <QueryState query={query} lines={6}>
          {(front) => (
            <>
              <Head sender={front.company}>{front.guest && <SignedIn guest={front.guest} />}</Head>
              {front.guest ? children(front.guest, front) : <PortalSignIn front={front} />}
              <Foot company={front.guest ? front.company : undefined} />
            </>
          )}
        </QueryState>
      </Stack>
    </Box>
  )
}

function SignedIn({ guest }: { guest: Guest }) {
  const { t } = useTranslation()
  const text = useProblemText()
  const queryClient = useQueryClient()
  const [busy, setBusy] = useState(false)
  const out = async () => {
    setBusy(true)
    try {
      await leave()
      // Whoever sits here next sees nothing of it.
      queryClient.removeQueries({ queryKey: ['offer'] })
      queryClient.removeQueries({ queryKey: ['portal'], predicate: ({ queryKey }) => queryKey[1] !== 'front' })
      await queryClient.invalidateQueries({ queryKey: frontQuery.queryKey })
    } catch (error) {
      showProblem(text(error))
      setBusy(false)
    }
  }
  return (
    <Group gap="xs" justify="flex-end">
      <Text size="sm" fw={600} ta="right" style={{ overflowWrap: 'anywhere' }}>
        {guest.name}
      </Text>
      <Button
        variant="default"
        size="xs"
        loading={busy}
        leftSection={<IconLogout size={14} aria-hidden />}
        onClick={() => void out()}
      >
        {t('portal.door.signOut')}
      </Button>
    </Group>
  )
}

/** How to reach the company, where its head does not say so. */
function Foot({ company }: { company?: Sender }) {
  const { t, i18n } = useTranslation()
  return (
    <Group justify="space-between" gap="sm" component="footer" mt="md">
      <Group gap="md">
        {company?.phone && (
          <Anchor href={`tel:${company.phone.replace(/[^+\d]/g, '')}`} size="sm">
            {company.phone}
          </Anchor>
        )}
        {company?.email && (
          <Anchor href={`mailto:${company.email}`} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {company.email}
          </Anchor>
        )}
      </Group>
      <NativeSelect
        size="xs"
        aria-label={t('start.language')}
        value={i18n.language}
        onChange={(event) => void setLanguage(event.currentTarget.value as Language)}
        data={[
          { value: 'en', label: 'English' },
          { value: 'de', label: 'Deutsch' },
        ]}
      />
    </Group>
  )
}
