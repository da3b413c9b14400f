import { Box } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { Numbered } from '@/components/Numbered'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { eventQuery } from '../api/technical'
import { TechnicalReport } from './TechnicalReport'

/** The same on a page of its own, to send around and to print. */
export function TechnicalPage({ eventId }: { eventId: string }) {
  const { t } = useTranslation()
  const query = useQuery(eventQuery(eventId))
  return (
    <QueryState query={query}>
      {(event) => (
        <Box maw={980}>
          <TextLink to={`/events/${event.id}` as '/'} size="sm">
            <Numbered>{[event.number, event.name].filter(Boolean).join(' ')}</Numbered>
          </TextLink>
          <PageHeader title={t('technical.title')} text={event.venueName} />
          <TechnicalReport eventId={event.id} page />
        </Box>
      )}
    </QueryState>
  )
}
