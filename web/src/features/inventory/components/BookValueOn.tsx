import { Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayInput } from '@/components/form/DayInput'
import { parseDay } from '@/components/form/days'
import { api, type Money } from '@/lib/api/client'
import { useFormat } from '@/lib/format'

/** What it stands in the books for on a day: the end of a year, the day of a sale. */
export function BookValueOn({ assetId }: { assetId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [day, setDay] = useState<string | null>(`${new Date().getFullYear()}-12-31`)
  const value = useQuery({
    queryKey: ['assets', assetId, 'book-value', day],
    queryFn: ({ signal }) =>
      api.get<{ bookValue: Money | null }>(`/assets/${assetId}/book-value`, { query: { on: day }, signal }),
    enabled: day !== null,
  })
  return (
    <Group gap="xs">
      <DayInput
        size="xs"
        w={130}
        aria-label={t('inventory.bookValueOn')}
        value={day}
        onChange={setDay}
        dateParser={parseDay}
        valueFormat="D MMM YYYY"
      />
      <Text size="sm" className="num" role="status" style={{ whiteSpace: 'nowrap' }}>
        {value.data ? format.money(value.data.bookValue) : '…'}
      </Text>
    </Group>
  )
}
