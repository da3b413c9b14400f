import { Card, Stack } from '@mantine/core'
import { IconBuildingWarehouse } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { QueryState } from '@/components/QueryState'
import { kitQuery, type Question } from '../api/availability'
import { Figures } from './Figures'
import { knownAtOf, PastQuestion } from './PastQuestion'
import { useQuestion } from './useQuestion'
import { WhyKit } from './WhyKit'

/** On a kit's page: how many of it are free, where and when, and which of its parts say so. */
export function KitFree({ kitId }: { kitId: string }) {
  const { t } = useTranslation()
  const asking = useQuestion()
  const knownAt = knownAtOf(asking)
  return (
    <QueryState query={asking.warehouses}>
      {() =>
        asking.question ? (
          <>
            <PastQuestion asking={asking} knownAt={knownAt} />
            <Answer kitId={kitId} question={asking.question} knownAt={knownAt} />
          </>
        ) : (
          <EmptyState
            icon={IconBuildingWarehouse}
            title={t('availability.noWarehouse')}
            text={t('availability.noWarehouseText')}
          />
        )
      }
    </QueryState>
  )
}

function Answer({ kitId, question, knownAt }: { kitId: string; question: Question; knownAt: string | null }) {
  const query = useQuery(kitQuery(kitId, question, knownAt))
  return (
    <Stack gap="md">
      <Card padding="md">
        <QueryState query={query} lines={2}>
          {({ free }) => <Figures free={free} />}
        </QueryState>
      </Card>
      <Card padding="md">
        <WhyKit kit={kitId} quantity={1} question={question} knownAt={knownAt} />
      </Card>
    </Stack>
  )
}
