import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { QueryState } from '@/components/QueryState'
import { type Explanation, explanationQuery, type Item, type Question, type Step, timelineQuery } from '../api/availability'
import { lowest, stepsOf } from '../model/ledger'
import { AskLink } from './AskLink'
import { Ledger } from './Ledger'
import { useCompanyFormat } from './useQuestion'
import { WhyKit } from './WhyKit'

export type Asked = { kind: Item['kind'] | 'KIT'; id: string }

/** Why so many are free, for where people plan with it: a ledger, and of a kit its parts with the ledger of the tightest. */
export function WhyFree({ of, quantity, question }: { of: Asked; quantity: number; question: Question }) {
  return of.kind === 'KIT' ? (
    <WhyKit kit={of.id} quantity={quantity} question={question} />
  ) : (
    <LedgerOf item={{ kind: of.kind, id: of.id }} question={question} />
  )
}

type Props = { item: Item; question: Question; knownAt?: string | null }

/** The ledger at the moment of a period when the fewest are free. */
export function LedgerOf(props: Props) {
  const { item, question, knownAt = null } = props
  const timeline = useQuery({ ...timelineQuery(item, question), enabled: !knownAt })
  const explanation = useQuery(explanationQuery(item, question, knownAt))
  return (
    <QueryState query={explanation} lines={6}>
      {(why) =>
        knownAt ? (
          <Fewest {...props} why={why} steps={stepsOf(why.entries, question.from, question.to)} />
        ) : (
          <QueryState query={timeline} lines={6}>
            {(steps) => <Fewest {...props} why={why} steps={steps} />}
          </QueryState>
        )
      }
    </QueryState>
  )
}

function Fewest({ item, question, knownAt, why, steps }: Props & { why: Explanation; steps: Step[] }) {
  const { t } = useTranslation()
  const format = useCompanyFormat()
  const moment = steps[lowest(steps)]?.from ?? question.from
  return (
    <div>
      <Text size="sm" c="dimmed" mb="xs">
        {t('availability.whyAt', { moment: format.dateTime(moment) })}. {t('availability.whyFewest')}
      </Text>
      {why.entries.length === 0 ? (
        <Text size="sm">{t(knownAt ? 'availability.noneThen' : 'availability.noEntries')}</Text>
      ) : (
        <Ledger entries={why.entries} more={why.more} moment={moment} />
      )}
      {item.kind === 'PRODUCT' && (
        <Text size="sm" mt="sm">
          <AskLink question={knownAt ? { ...question, knownAt } : question} productId={item.id}>
            {t('availability.cardMore')}
          </AskLink>
        </Text>
      )}
    </div>
  )
}
