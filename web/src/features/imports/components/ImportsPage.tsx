import { Anchor, Card, Group, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconDownload, IconTableImport } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { FileDrop } from '@/components/FileDrop'
import { DataGrid } from '@/components/grid/DataGrid'
import type { Column } from '@/components/grid/types'
import { PageHeader } from '@/components/PageHeader'
import { StatusBadge } from '@/components/StatusBadge'
import { api } from '@/lib/api/client'
import { download } from '@/lib/download'
import { useFormat } from '@/lib/format'
import { type ImportKind, kinds, type Upload } from '../api/imports'

export function ImportsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const asked = useSearch({ strict: false }) as { kind?: string }
  const [kind, setKind] = useState<ImportKind>(kinds.find((one) => one === asked.kind) ?? 'PRODUCTS')
  const columns = useMemo<Column<Upload>[]>(
    () => [
      {
        id: 'file',
        header: t('imports.file'),
        cell: (one) => <b style={{ fontWeight: 550 }}>{one.fileName}</b>,
        width: 260,
        grow: true,
        card: 'title',
      },
      { id: 'kind', header: t('imports.kind'), cell: (one) => t(`imports.kinds.${one.kind}`), width: 140, card: 'subtitle' },
      { id: 'rows', header: t('imports.rows'), cell: (one) => format.number(one.rowCount), align: 'end', width: 100 },
      {
        id: 'state',
        header: t('imports.state'),
        cell: (one) => <StatusBadge tone={one.state === 'DONE' ? 'ok' : 'gray'}>{t(`imports.states.${one.state}`)}</StatusBadge>,
        width: 140,
        card: 'badge',
      },
      { id: 'by', header: t('imports.by'), cell: (one) => one.createdByName, width: 160 },
      { id: 'at', header: t('imports.at'), cell: (one) => format.dateTime(one.createdAt), width: 180 },
    ],
    [t, format],
  )
  const choices = kinds.map((one) => ({ value: one, label: t(`imports.kinds.${one}`) }))
  return (
    <>
      <PageHeader title={t('imports.title')} text={t('imports.text')} />
      <Card padding="lg" mb="md">
        <Stack gap="sm">
          <Text size="sm" fw={500} id="import-kind">
            {t('imports.what')}
          </Text>
          <SegmentedControl
            visibleFrom="sm"
            style={{ alignSelf: 'start' }}
            aria-labelledby="import-kind"
            value={kind}
            onChange={(value) => setKind(value as ImportKind)}
            data={choices}
          />
          <NativeSelect
            hiddenFrom="sm"
            aria-labelledby="import-kind"
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as ImportKind)}
            data={choices}
          />
          <Anchor
            component="button"
            type="button"
            size="sm"
            ta="start"
            onClick={() => download('/imports/template.csv', { kind })}
          >
            <Group gap={4} component="span">
              <IconDownload size={16} aria-hidden />
              {t('imports.template')}
            </Group>
          </Anchor>
          <FileDrop
            label={t('imports.drop')}
            hint={t('imports.dropHint')}
            accept=".csv,.tsv,.txt,text/csv"
            multiple={false}
            send={async (file, options) => {
              const form = new FormData()
              form.append('kind', kind)
              form.append('file', file)
              const upload = await api.upload<Upload>('/imports', form, options)
              await queryClient.invalidateQueries({ queryKey: ['imports'] })
              await navigate({ href: `/imports/${upload.id}` })
            }}
          />
        </Stack>
      </Card>
      <DataGrid<Upload>
        list="imports"
        label={t('imports.earlier')}
        columns={columns}
        rowHref={(one) => `/imports/${one.id}`}
        rowLabel={(one) => one.fileName}
        searchable={false}
        views={false}
        height={420}
        empty={<EmptyState icon={IconTableImport} title={t('imports.none')} text={t('imports.noneText')} />}
      />
    </>
  )
}
