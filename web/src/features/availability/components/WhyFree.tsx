import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { QueryState } from '@/components/QueryState'
import { explanationQuery, type Question, timelineQuery } from '../api/availability'
import { lowest } from '../model/ledger'
import { AskLink } from './AskLink'
import { Ledger } from './Ledger'
import { useCompanyFormat } from './useQuestion'

/** The ledger of a product at the moment of a period when the fewest are free, for where people plan with it. */
export function WhyFree({ product, question }: { product: string; question: Question }) {
  const { t } = useTranslation()
  const format = useCompanyFormat()
  const timeline = useQuery(timelineQuery(product, question))
  const explanation = useQuery(explanationQuery(product, question, null))
  return (
    <QueryState query={timeline} lines={6}>
      {(steps) => (
        <QueryState query={explanation} lines={6}>
          {(why) => {
            const moment = steps[lowest(steps)]?.from ?? question.from
            return (
              <div>
                <Text size="sm" c="dimmed" mb="xs">
                  {t('availability.whyAt', { moment: format.dateTime(moment) })}. {t('availability.whyFewest')}
                </Text>
                {why.entries.length === 0 ? (
                  <Text size="sm">{t('availability.noEntries')}</Text>
                ) : (
                  <Ledger item={product} entries={why.entries} moment={moment} />
                )}
                <Text size="sm" mt="sm">
                  <AskLink question={question} productId={product}>
                    {t('availability.cardMore')}
                  </AskLink>
                </Text>
              </div>
            )
          }}
        </QueryState>
      )}
    </QueryState>
  )
}
