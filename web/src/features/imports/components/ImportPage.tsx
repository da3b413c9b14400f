import { Alert, Anchor, Button, Card, Group, Select, SimpleGrid, Stack, Switch, Table, Text } from '@mantine/core'
import { IconArrowRight, IconDownload, IconEye, IconPlayerPlay } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isOver, JobProgress, jobQuery } from '@/components/JobProgress'
import { ButtonLink, TextLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { showProblem } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { download } from '@/lib/download'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { badRowsQuery, type Column, type Counts, importQuery, lists, type Mapping, type Upload } from '../api/imports'
import { LastRun } from './LastRun'

export function ImportPage({ id }: { id: string }) {
  const query = useQuery(importQuery(id))
  return <QueryState query={query}>{(upload) => <Loaded key={upload.id} upload={upload} />}</QueryState>
}

function Loaded({ upload }: { upload: Upload }) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = useProblemText()
  const queryClient = useQueryClient()
  const [mapping, setMapping] = useState<Mapping>(upload.mapping ?? upload.suggested)
  const [running, setRunning] = useState<string | null>(null)
  const done = upload.state === 'DONE'
  const last = useQuery({ ...jobQuery(upload.jobId ?? ''), enabled: !done && upload.jobId !== null, retry: false })
  // Whoever left the page while the work went on finds it going on.
  const goesOn = last.data && !isOver(last.data) ? last.data.id : null
  useEffect(() => {
    if (goesOn) setRunning(goesOn)
  }, [goesOn])
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['imports'] })
  const changed = JSON.stringify(mapping) !== JSON.stringify(upload.mapping)
  const start = async (what: 'preview' | 'run') => {
    try {
      if (changed) await api.put<Upload>(`/imports/${upload.id}/mapping`, mapping, { version: upload.version })
      const asked = await api.post<Upload>(`/imports/${upload.id}/${what}`)
      if (asked.jobId) setRunning(asked.jobId)
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
  }
  const set = (change: Partial<Mapping>) => setMapping({ ...mapping, ...change })
  const counts = upload.result ?? (changed ? null : upload.preview)
  return (
    <Stack gap="md" maw={1180}>
      <PageHeader
        title={upload.fileName}
        text={
          <>
            <TextLink to={'/imports' as '/'} size="sm">
              {t('imports.title')}
            </TextLink>
            {' · '}
            {t(`imports.kinds.${upload.kind}`)} ·{' '}
            {t('imports.rowsFound', { count: upload.rowCount, shown: format.number(upload.rowCount) })} · {upload.charset}
          </>
        }
      >
        {done && (
          <ButtonLink to={lists[upload.kind] as '/'} rightSection={<IconArrowRight size={16} aria-hidden />}>
            {t('imports.toList', { kind: t(`imports.kinds.${upload.kind}`) })}
          </ButtonLink>
        )}
        {!done && (
          <>
            <Button
              variant="default"
              leftSection={<IconEye size={16} aria-hidden />}
              disabled={Boolean(running)}
              onClick={() => void start('preview')}
            >
              {t('imports.preview')}
            </Button>
            <Button
              leftSection={<IconPlayerPlay size={16} aria-hidden />}
              disabled={
                Boolean(running) || !upload.preview || changed || (upload.preview.bad > 0 && mapping.mode === 'ALL_OR_NOTHING')
              }
              onClick={() => void start('run')}
            >
              {t('imports.run')}
            </Button>
          </>
        )}
      </PageHeader>
      {running && (
        <Card padding="lg">
          <JobProgress
            key={running}
            jobId={running}
            onDone={async () => {
              await refresh()
              setRunning(null)
              await queryClient.invalidateQueries()
            }}
          />
        </Card>
      )}
      {last.data && !running && <LastRun upload={upload} job={last.data} />}
      {counts && !running && <Outcome counts={counts} done={done} upload={upload} />}
      {!done && (
        <>
          <Card padding="lg">
            <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="md">
              <Select
                label={t('imports.mode')}
                data={(['ALL_OR_NOTHING', 'GOOD_ROWS_ONLY'] as const).map((one) => ({
                  value: one,
                  label: t(`imports.modes.${one}`),
                }))}
                value={mapping.mode}
                allowDeselect={false}
                onChange={(mode) => mode && set({ mode: mode as Mapping['mode'] })}
              />
              <Select
                label={t('imports.existing')}
                data={(['SKIP', 'UPDATE'] as const).map((one) => ({ value: one, label: t(`imports.existings.${one}`) }))}
                value={mapping.existing}
                allowDeselect={false}
                onChange={(existing) => existing && set({ existing: existing as Mapping['existing'] })}
              />
              <Select
                label={t('imports.dates')}
                data={(['DAY_FIRST', 'MONTH_FIRST'] as const).map((one) => ({
                  value: one,
                  label: t(`imports.dateForms.${one}`),
                }))}
                value={mapping.dates}
                allowDeselect={false}
                onChange={(dates) => dates && set({ dates: dates as Mapping['dates'] })}
              />
              <Select
                label={t('imports.decimals')}
                data={(['AUTO', 'POINT', 'COMMA'] as const).map((one) => ({
                  value: one,
                  label: t(`imports.decimalForms.${one}`),
                }))}
                value={mapping.decimals}
                allowDeselect={false}
                onChange={(decimals) => decimals && set({ decimals: decimals as Mapping['decimals'] })}
              />
            </SimpleGrid>
            {(upload.kind === 'PRODUCTS' || upload.kind === 'DEALS') && (
              <Switch
                mt="md"
                label={t(upload.kind === 'DEALS' ? 'imports.createMissingClients' : 'imports.createMissing')}
                checked={mapping.createMissing !== false}
                onChange={(event) => set({ createMissing: event.currentTarget.checked })}
              />
            )}
          </Card>
          <Columns upload={upload} mapping={mapping} onChange={(columns) => set({ columns })} />
        </>
      )}
    </Stack>
  )
}

function Columns(props: { upload: Upload; mapping: Mapping; onChange: (columns: Mapping['columns']) => void }) {
  const { t } = useTranslation()
  const fieldLabel = useFieldLabel()
  const { upload, mapping } = props
  const used = new Set(mapping.columns.map((one) => one.field))
  const set = (column: Column, field: string | null, unit: string | null) => {
    const others = mapping.columns.filter((one) => one.column !== column.index && one.field !== field)
    props.onChange(field ? [...others, { column: column.index, field, unit }].sort((a, b) => a.column - b.column) : others)
  }
  return (
    <Card padding={0}>
      <Table.ScrollContainer minWidth={680}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('imports.column')}</Table.Th>
              <Table.Th>{t('imports.samples')}</Table.Th>
              <Table.Th w={260}>{t('imports.becomes')}</Table.Th>
              <Table.Th w={110}>{t('imports.unit')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {upload.columns.map((column) => {
              const use = mapping.columns.find((one) => one.column === column.index)
              const field = upload.fields.find((one) => one.name === use?.field)
              return (
                <Table.Tr key={column.index}>
                  <Table.Td fw={550}>{column.name || t('imports.unnamed', { n: column.index + 1 })}</Table.Td>
                  <Table.Td>
                    <Text size="sm" c="dimmed" lineClamp={1}>
                      {column.samples.filter(Boolean).slice(0, 3).join(' · ') || '–'}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <Select
                      size="xs"
                      aria-label={t('imports.becomesNamed', { name: column.name })}
                      placeholder={t('imports.leftOut')}
                      clearable
                      searchable
                      value={use?.field ?? null}
                      onChange={(value) => set(column, value, null)}
                      data={upload.fields.map((one) => ({
                        value: one.name,
                        label: `${fieldLabel(one.name)}${one.required ? ' *' : ''}`,
                        disabled: used.has(one.name) && one.name !== use?.field,
                      }))}
                    />
                  </Table.Td>
                  <Table.Td>
                    {field && field.units.length > 0 && (
                      <Select
                        size="xs"
                        aria-label={t('imports.unitNamed', { name: column.name })}
                        data={field.units}
                        value={use?.unit ?? field.units[0]!}
                        allowDeselect={false}
                        onChange={(unit) => set(column, field.name, unit)}
                      />
                    )}
                  </Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  )
}

/** A field's name in the person's language, else its own with spaces. */
function useFieldLabel(): (name: string) => string {
  const { t, i18n } = useTranslation()
  return (name) => {
    if (i18n.exists(`imports.fields.${name}`)) return t(`imports.fields.${name}`)
    const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
    return words.charAt(0).toUpperCase() + words.slice(1)
  }
}

function Outcome({ counts, done, upload }: { counts: Counts; done: boolean; upload: Upload }) {
  const { t } = useTranslation()
  const format = useFormat()
  const bad = useQuery({ ...badRowsQuery(upload.id, upload.version), enabled: counts.bad > 0 })
  const stops = counts.bad > 0 && !done && (upload.mapping?.mode ?? 'ALL_OR_NOTHING') === 'ALL_OR_NOTHING'
  return (
    <Card padding="lg">
      <Group gap="xl">
        {(['created', 'updated', 'existing', 'bad'] as const).map((name) => (
          <div key={name}>
            <Text size="xs" c="dimmed">
              {t(`imports.counts.${done ? 'done' : 'would'}.${name}`)}
            </Text>
            <Text
              fz={24}
              fw={680}
              className="num"
              c={name === 'bad' && counts.bad > 0 ? 'var(--mantine-color-error)' : undefined}
            >
              {format.number(counts[name])}
            </Text>
          </div>
        ))}
      </Group>
      {stops && (
        <Alert color="warn" mt="md">
          {t('imports.stops')}
        </Alert>
      )}
      {counts.bad > 0 && (
        <Stack gap="xs" mt="md">
          <Group justify="space-between">
            <Text fw={600} size="sm">
              {t('imports.badRows')}
            </Text>
            <Anchor component="button" type="button" size="sm" onClick={() => download(`/imports/${upload.id}/bad-rows.csv`)}>
              <Group gap={4}>
                <IconDownload size={16} aria-hidden />
                {t('imports.downloadBad')}
              </Group>
            </Anchor>
          </Group>
          <QueryState query={bad}>
            {({ items }) => (
              <Table.ScrollContainer minWidth={560} mah={420}>
                <Table>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th w={80}>{t('imports.line')}</Table.Th>
                      <Table.Th w={180}>{t('imports.column')}</Table.Th>
                      <Table.Th w={180}>{t('imports.value')}</Table.Th>
                      <Table.Th>{t('imports.reason')}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {items.map((row) => (
                      <Table.Tr key={`${row.line}-${row.column}-${row.code}`}>
                        <Table.Td className="num">{row.line}</Table.Td>
                        <Table.Td>{row.column ?? '–'}</Table.Td>
                        <Table.Td>
                          <Text size="sm" lineClamp={1}>
                            {row.value ?? '–'}
                          </Text>
                        </Table.Td>
                        <Table.Td>{row.message}</Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            )}
          </QueryState>
        </Stack>
      )}
    </Card>
  )
}
