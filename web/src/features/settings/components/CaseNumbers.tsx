import { SimpleGrid, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NumberField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { QueryState } from '@/components/QueryState'
import { showDone } from '@/components/toasts'
import { useCan } from '@/lib/session'
import {
  changeNumbering,
  type Numbering,
  type NumberingInput,
  numberingInput,
  numberingInputOf,
  numberingQuery,
} from '../api/numbering'
import { Section } from './Section'

/** How the next case is numbered; cases that have a number keep it. */
export function CaseNumbers() {
  const { t } = useTranslation()
  const can = useCan()
  const queryClient = useQueryClient()
  const query = useQuery(numberingQuery)
  return (
    <Section title={t('settings.caseNumbers')} text={t('settings.caseNumbersText')}>
      <QueryState query={query} lines={2}>
        {(numbering) => (
          <ResourceForm<NumberingInput, Numbering>
            schema={numberingInput}
            values={numberingInputOf(numbering)}
            version={numbering.version}
            disabled={!can('CASE_EDIT')}
            save={(values, { version }) => changeNumbering(values, version)}
            reload={async () => {
              const fresh = await queryClient.fetchQuery({ ...numberingQuery, staleTime: 0 })
              return { values: numberingInputOf(fresh), version: fresh.version }
            }}
            onSaved={(saved) => {
              queryClient.setQueryData(numberingQuery.queryKey, saved)
              showDone(t('settings.saved'))
            }}
          >
            <SimpleGrid cols={{ base: 1, sm: 3 }}>
              <TextField name="prefix" label={t('settings.prefix')} maxLength={20} />
              <NumberField name="width" label={t('settings.digits')} min={1} max={10} required />
              <NumberField name="next" label={t('settings.next')} min={1} required />
            </SimpleGrid>
            <Example />
          </ResourceForm>
        )}
      </QueryState>
    </Section>
  )
}

function Example() {
  const { t } = useTranslation()
  const [prefix, width, next] = useWatch<NumberingInput>({ name: ['prefix', 'width', 'next'] }) as [
    string | null,
    number | null,
    number | null,
  ]
  const digits = Math.min(10, Math.max(1, width ?? 4))
  return (
    <Text size="sm" c="dimmed" className="num">
      {t('settings.nextCase', { number: `${(prefix ?? '').trim()}${String(next ?? 1).padStart(digits, '0')}` })}
    </Text>
  )
}
