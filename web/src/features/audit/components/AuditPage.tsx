import { Drawer, Stack, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { Column, FilterDef } from '@/components/grid/types'
import { type AuditEntry, ChangeList, useActionText, useFieldName } from '@/components/HistoryList'
import { useKindText } from '@/components/KindText'
import { TextLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { useFormat } from '@/lib/format'
import { kindNames, kindPath } from '@/lib/kinds'

/** Who changed what, when and from where: read only, kept for good. */
export function AuditPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const actionText = useActionText()
  const fieldName = useFieldName()
  const kindText = useKindText()
  const [opened, setOpened] = useState<AuditEntry | null>(null)
  const columns: Column<AuditEntry>[] = [
    {
      id: 'at',
      header: t('audit.at'),
      cell: (entry) => <span className="num">{format.dateTime(entry.at)}</span>,
      sort: 'at',
      width: 180,
      card: 'subtitle',
    },
    { id: 'actor', header: t('audit.actor'), cell: (entry) => entry.actorName, width: 170 },
    { id: 'kind', header: t('audit.kind'), cell: (entry) => kindText(entry.entity), width: 140 },
    {
      id: 'label',
      header: t('audit.what'),
      cell: (entry) => <b style={{ fontWeight: 550 }}>{entry.entityLabel}</b>,
      width: 240,
      grow: true,
      card: 'title',
    },
    { id: 'action', header: t('audit.action'), cell: (entry) => actionText(entry.action), width: 150 },
    {
      id: 'fields',
      header: t('audit.fields'),
      cell: (entry) => entry.changes.map((change) => fieldName(change.field)).join(', '),
      width: 260,
      grow: true,
      card: 'none',
    },
    { id: 'via', header: t('audit.via'), cell: (entry) => entry.via, width: 110, hidden: true },
    { id: 'ip', header: t('audit.ip'), cell: (entry) => entry.ip ?? '–', width: 150, hidden: true },
  ]
  const filters = useMemo<FilterDef[]>(
    () => [
      {
        id: 'entity',
        label: t('audit.kind'),
        kind: 'options',
        options: kindNames.map((kind) => ({ value: kind, label: kindText(kind) })),
      },
      { id: 'actor', label: t('audit.actor'), kind: 'remote', endpoint: '/users' },
      { id: 'from', label: t('audit.from'), kind: 'date', instant: 'start' },
      { id: 'to', label: t('audit.to'), kind: 'date', instant: 'end' },
    ],
    [t, kindText],
  )
  const path = opened && kindPath(opened.entity, opened.entityId)
  return (
    <>
      <PageHeader title={t('audit.title')} text={t('audit.text')} />
      <DataGrid<AuditEntry>
        list="audit"
        label={t('audit.title')}
        columns={columns}
        filters={filters}
        defaultSort="-at"
        rowLabel={(entry) => entry.entityLabel}
        onOpen={setOpened}
        empty={<EmptyState icon={IconHistory} title={t('audit.none')} text={t('audit.noneText')} />}
      />
      <Drawer
        opened={opened !== null}
        onClose={() => setOpened(null)}
        position="right"
        title={<Text fw={650}>{opened?.entityLabel}</Text>}
      >
        {opened && (
          <Stack gap="sm">
            <Text size="sm">
              <b>{opened.actorName}</b> {actionText(opened.action)}
            </Text>
            <Text size="sm" c="dimmed">
              {format.dateTime(opened.at)} · {opened.via}
              {opened.ip ? ` · ${opened.ip}` : ''}
            </Text>
            {opened.changes.length > 0 && <ChangeList changes={opened.changes} />}
            {path && (
              <TextLink to={path as '/'} size="sm">
                {t('audit.open')}
              </TextLink>
            )}
          </Stack>
        )}
      </Drawer>
    </>
  )
}
