import { Box, Button, Card, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { IconPlus, IconRuler2, IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { ResourceForm } from '@/components/form/ResourceForm'
import { HistoryList } from '@/components/HistoryList'
import { QueryState } from '@/components/QueryState'
import { showDone } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import {
  changeFormat,
  createFormat,
  type FormatInput,
  formatInput,
  formatInputOf,
  formatsQuery,
  type LabelFormat,
  removeFormat,
  type Sheet,
  sheetsQuery,
} from '../api/labels'
import { FormatFields } from './FormatFields'
import classes from './FormatsPage.module.css'
import { LabelsTabs } from './LabelsTabs'

export function FormatsPage() {
  const { t } = useTranslation()
  const can = useCan()
  const { number } = useFormat()
  const formats = useQuery(formatsQuery)
  const sheets = useQuery(sheetsQuery)
  const [chosen, setChosen] = useState<string | 'new'>()
  const items = formats.data?.items ?? []
  const format = chosen === 'new' ? undefined : (items.find((one) => one.id === chosen) ?? items[0])
  const add = can('LABEL_EDIT') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setChosen('new')}>
      {t('labels.newFormat')}
    </Button>
  )
  return (
    <LabelsTabs tab="/labels/formats" actions={add}>
      <QueryState query={formats} lines={8}>
        {() => (
          <div className={classes.split}>
            <Card padding="xs">
              <Stack gap={2} role="group" aria-label={t('labels.formats')}>
                {items.map((one) => (
                  <UnstyledButton
                    key={one.id}
                    className={classes.format}
                    aria-pressed={format?.id === one.id}
                    data-chosen={format?.id === one.id || undefined}
                    onClick={() => setChosen(one.id)}
                  >
                    <Text size="sm" fw={550} truncate>
                      {one.name}
                    </Text>
                    <Text size="xs" c="dimmed" className="num">
                      {number(one.geometry.labelWidthMillimetres)} × {number(one.geometry.labelHeightMillimetres)} mm ·{' '}
                      {one.output}
                    </Text>
                  </UnstyledButton>
                ))}
              </Stack>
            </Card>
            <Card>
              <QueryState query={sheets}>
                {(known) =>
                  chosen === 'new' || format ? (
                    <FormatEditor key={format?.id ?? 'new'} format={format} sheets={known.items} onDone={setChosen} />
                  ) : (
                    <EmptyState icon={IconRuler2} title={t('labels.noFormats')} />
                  )
                }
              </QueryState>
            </Card>
          </div>
        )}
      </QueryState>
    </LabelsTabs>
  )
}

const blank = (sheet: Sheet): FormatInput => ({
  name: '',
  sheet: sheet.name,
  geometry: sheet.geometry,
  outlined: false,
  output: 'PDF',
  dpi: '203',
  showProduct: true,
  showCompany: true,
  showDetail: true,
  showLogo: false,
})

function FormatEditor({
  format,
  sheets,
  onDone,
}: {
  format?: LabelFormat
  sheets: Sheet[]
  onDone: (id: string | undefined) => void
}) {
  const { t } = useTranslation()
  const can = useCan()
  const queryClient = useQueryClient()
  const readOnly = !can('LABEL_EDIT')
  const ask = () =>
    format &&
    confirm({
      title: t('labels.removeTitle', { name: format.name }),
      text: t('labels.removeText'),
      action: t('labels.removeFormat'),
      danger: true,
      run: async () => {
        await removeFormat(format)
        await queryClient.invalidateQueries({ queryKey: formatsQuery.queryKey })
        onDone(undefined)
      },
    })
  return (
    <>
      <Group justify="space-between" mb="md">
        <Title order={2} size="h4">
          {format?.name ?? t('labels.newFormat')}
        </Title>
        {format && !readOnly && (
          <Button variant="subtle" color="bad" leftSection={<IconTrash size={16} aria-hidden />} onClick={ask}>
            {t('labels.removeFormat')}
          </Button>
        )}
      </Group>
      <ResourceForm<FormatInput, LabelFormat>
        schema={formatInput}
        values={format ? formatInputOf(format) : blank(sheets[0]!)}
        version={format?.version}
        disabled={readOnly}
        submitLabel={format ? t('common.save') : t('labels.createFormat')}
        fieldNames={{ namedSheet: 'sheet' }}
        onCancel={format ? undefined : () => onDone(undefined)}
        save={(input, { version }) => (format ? changeFormat(format.id, input, version) : createFormat(input))}
        reload={
          format &&
          (async () => {
            const fresh = await api.get<LabelFormat>(`/label-formats/${format.id}`)
            return { values: formatInputOf(fresh), version: fresh.version }
          })
        }
        onSaved={async (saved) => {
          await queryClient.invalidateQueries({ queryKey: formatsQuery.queryKey })
          showDone(t('labels.saved', { name: saved.name }))
          onDone(saved.id)
        }}
      >
        <FormatFields sheets={sheets} format={format} />
      </ResourceForm>
      {format && (
        <Box mt="xl">
          <Title order={3} size="h5" mb="sm">
            {t('labels.history')}
          </Title>
          <HistoryList path={`/label-formats/${format.id}/history`} />
        </Box>
      )}
    </>
  )
}
