import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import type { PullLine } from '../api/pull-lists'
import { alternativesQuery, numbersQuery } from '../api/suggestions'
import type { Span } from '../model/times'

/** What may stand in for the pieces a line lacks, with what is free of it then. Nothing where the catalogue names nothing. */
export function Instead(props: {
  line: PullLine
  productId: string
  lacking: number
  question: Span & { warehouse: string }
  onTake: (productId: string, quantity: number) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { warehouse, ...span } = props.question
  const offers = useQuery(alternativesQuery(props.productId)).data ?? []
  const numbers = useQuery(numbersQuery(offers, warehouse, span))
  if (offers.length === 0) return null
  return (
    <section>
      <Title order={3} size="h6" mb={4}>
        {t('pulllists.instead')}
      </Title>
      <Stack gap={6}>
        {offers.map((offer) => {
          const free = Math.max(0, numbers.data?.get(offer.id)?.firm ?? 0)
          const quantity = Math.min(props.lacking, free)
          return (
            <Group key={offer.id} justify="space-between" gap="sm">
              <Text size="sm" fw={550}>
                {offer.name}{' '}
                <Text span size="sm" c="dimmed" fw={400}>
                  {[offer.code, numbers.data && t('pulllists.free', { free: format.number(free) })].filter(Boolean).join(' · ')}
                </Text>
              </Text>
              {quantity > 0 && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('pulllists.takeInsteadOf', { number: format.number(quantity), name: offer.name })}
                  onClick={() => props.onTake(offer.id, quantity)}
                >
                  {t('pulllists.takeInstead', { number: format.number(quantity) })}
                </Button>
              )}
            </Group>
          )
        })}
      </Stack>
    </section>
  )
}
