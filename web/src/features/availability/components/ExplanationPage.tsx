import { Box, Breadcrumbs, Card, Stack, Text, Title } from '@mantine/core'
import { IconBuildingWarehouse } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { ButtonLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { useCan } from '@/lib/session'
import {
  type Explanation,
  explanationQuery,
  type Product,
  productQuery,
  type Question,
  type Step,
  timelineQuery,
} from '../api/availability'
import { lowest, stepsOf } from '../model/ledger'
import { AskLink } from './AskLink'
import { Figures } from './Figures'
import { Ledger } from './Ledger'
import { knownAtOf, PastQuestion } from './PastQuestion'
import { StepChart } from './StepChart'
import { StepTable } from './StepTable'
import { type Asking, useCompanyFormat, useQuestion } from './useQuestion'

/** Why so many of one product are free: over time, and each plus and minus behind the number. */
export function ExplanationPage({ id }: { id: string }) {
  const { t } = useTranslation()
  const asking = useQuestion()
  const product = useQuery(productQuery(id))
  return (
    <>
      <Breadcrumbs mb={6} fz="sm">
        <AskLink question={asking.question}>{t('availability.title')}</AskLink>
      </Breadcrumbs>
      <QueryState query={product} lines={10}>
        {(found) => (
          <>
            <PageHeader
              title={found.name}
              text={[found.manufacturer, found.model, found.categoryName].filter(Boolean).join(' · ')}
            >
              <ButtonLink to={`/products/${id}` as '/'} variant="default">
                {t('availability.toProduct')}
              </ButtonLink>
            </PageHeader>
            <QueryState query={asking.warehouses}>
              {() =>
                asking.question ? (
                  <Answer asking={asking} question={asking.question} product={found} />
                ) : (
                  <EmptyState
                    icon={IconBuildingWarehouse}
                    title={t('availability.noWarehouse')}
                    text={t('availability.noWarehouseText')}
                  />
                )
              }
            </QueryState>
          </>
        )}
      </QueryState>
    </>
  )
}

function Answer({ asking, question, product }: { asking: Asking; question: Question; product: Product }) {
  const knownAt = knownAtOf(asking)
  const timeline = useQuery({ ...timelineQuery({ kind: 'PRODUCT', id: product.id }, question), enabled: !knownAt })
  const explanation = useQuery(explanationQuery({ kind: 'PRODUCT', id: product.id }, question, knownAt))
  return (
    <>
      <PastQuestion asking={asking} knownAt={knownAt} />
      <QueryState query={explanation} lines={8}>
        {(why) =>
          knownAt ? (
            <Reasons
              why={why}
              past
              steps={stepsOf(why.entries, question.from, question.to)}
              question={question}
              product={product}
            />
          ) : (
            <QueryState query={timeline} lines={8}>
              {(steps) => <Reasons why={why} steps={steps} question={question} product={product} />}
            </QueryState>
          )
        }
      </QueryState>
    </>
  )
}

function Reasons(props: { past?: boolean; why: Explanation; steps: Step[]; question: Question; product: Product }) {
  const { t } = useTranslation()
  const can = useCan()
  const format = useCompanyFormat()
  const { why, steps, question, product } = props
  const [picked, setPicked] = useState<string | null>(null)
  const index = steps.findIndex((step) => step.from === picked)
  const chosen = index >= 0 ? index : lowest(steps)
  const moment = steps[chosen]?.from ?? question.from
  const choose = (step: number) => setPicked(steps[step]?.from ?? null)
  return (
    <Stack gap="md">
      <Card padding="md">
        <Figures free={why.free} />
        <Box mt="md">
          <StepChart name={product.name} steps={steps} span={question} chosen={chosen} onChoose={choose} />
          <StepTable steps={steps} chosen={chosen} onChoose={choose} />
        </Box>
      </Card>
      <Card padding="md">
        <Title order={2} size="h5">
          {t('availability.whyAt', { moment: format.dateTime(moment) })}
        </Title>
        <Text size="sm" c="dimmed" mb="xs">
          {index >= 0 ? t('availability.whyChosen') : t('availability.whyLowest')}
        </Text>
        {why.entries.length === 0 ? (
          <EmptyState
            icon={IconBuildingWarehouse}
            title={t(props.past ? 'availability.noneThen' : 'availability.noEntries')}
            text={t(props.past ? 'availability.noneThenText' : 'availability.noEntriesText')}
          >
            {can('ASSET_EDIT') && (
              <ButtonLink to={`/products/${product.id}` as '/'} variant="default">
                {t('availability.toProduct')}
              </ButtonLink>
            )}
          </EmptyState>
        ) : (
          <Ledger entries={why.entries} more={why.more} moment={moment} />
        )}
      </Card>
    </Stack>
  )
}
