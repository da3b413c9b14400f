import { Alert, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconUsersGroup } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { type ClientInput, similarQuery } from '../api/clients'

const said = (text: string | null | undefined) => text?.trim() || undefined

/** Warns, while somebody enters a client, of those that may be the same. */
export function SimilarClients({ except }: { except?: string }) {
  const { t } = useTranslation()
  const [name, vatNumber, email, phone] = useWatch<ClientInput, ['name', 'vatNumber', 'email', 'phone']>({
    name: ['name', 'vatNumber', 'email', 'phone'],
  })
  const now = [said(name), said(vatNumber), said(email), said(phone)].join('\n')
  const [settled] = useDebouncedValue(now, 400)
  const [askedName, askedVat, askedEmail, askedPhone] = settled.split('\n')
  const found = useQuery({
    ...similarQuery({
      name: askedName || undefined,
      vatNumber: askedVat || undefined,
      email: askedEmail || undefined,
      phone: askedPhone || undefined,
      except,
    }),
    placeholderData: keepPreviousData,
  })
  const items = settled.trim() ? (found.data?.items ?? []) : []
  return (
    <div role="status">
      {items.length > 0 && (
        <Alert color="warn" icon={<IconUsersGroup aria-hidden />} title={t('clients.similar.title')}>
          {items.map((one) => (
            <Text key={one.id} size="sm">
              <TextLink to={`/clients/${one.id}` as '/'} size="sm">
                {one.name}
              </TextLink>{' '}
              – {one.by.map((by) => t(`clients.similar.by.${by}`)).join(', ')}
              {one.archived && ` (${t('clients.archived')})`}
            </Text>
          ))}
        </Alert>
      )}
    </div>
  )
}
