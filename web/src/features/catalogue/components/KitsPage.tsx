import { Button, Modal, Text } from '@mantine/core'
import { IconPlus, IconPuzzle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { Column } from '@/components/grid/types'
import { later } from '@/components/later'
import { PageHeader } from '@/components/PageHeader'
import { StatusBadge } from '@/components/StatusBadge'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { componentLines, type Kit } from '../api/catalogue'

const KitForm = later(() => import('./KitForm').then((file) => file.KitForm))

export function KitsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [creating, setCreating] = useState(false)
  const columns = useMemo<Column<Kit>[]>(
    () => [
      { id: 'code', header: t('catalogue.code'), cell: (kit) => kit.code, sort: 'code', width: 140, card: 'subtitle' },
      {
        id: 'name',
        header: t('catalogue.name'),
        cell: (kit) => <b style={{ fontWeight: 550 }}>{kit.name}</b>,
        sort: 'name',
        width: 300,
        grow: true,
        card: 'title',
      },
      {
        id: 'components',
        header: t('catalogue.components'),
        cell: (kit) => format.number(kit.components.length),
        align: 'end',
        width: 120,
      },
      { id: 'mode', header: t('catalogue.mode'), cell: (kit) => t(`catalogue.kitModes.${kit.mode}`), width: 160 },
      {
        id: 'hirePrice',
        header: t('catalogue.hirePrice'),
        cell: (kit) => format.money(kit.hirePrice),
        align: 'end',
        width: 130,
      },
      {
        id: 'state',
        header: t('catalogue.state'),
        cell: (kit) => (kit.archivedAt ? <StatusBadge tone="gray">{t('catalogue.archived')}</StatusBadge> : null),
        width: 120,
        card: 'badge',
      },
    ],
    [t, format],
  )
  const create = can('KIT_EDIT') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
      {t('catalogue.newKit')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('catalogue.kits')} text={t('catalogue.kitsText')}>
        {create}
      </PageHeader>
      <DataGrid<Kit>
        list="kits"
        label={t('catalogue.kits')}
        columns={columns}
        filters={[{ id: 'archived', label: t('catalogue.archived'), kind: 'boolean' }]}
        defaultSort="name"
        rowHref={(kit) => `/kits/${kit.id}`}
        rowLabel={(kit) => kit.name}
        empty={
          <EmptyState icon={IconPuzzle} title={t('catalogue.noKits')} text={t('catalogue.noKitsText')}>
            {create}
          </EmptyState>
        }
      />
      <Modal opened={creating} onClose={() => setCreating(false)} size="lg" title={<Text fw={650}>{t('catalogue.newKit')}</Text>}>
        <KitForm
          values={{ code: '', name: '', description: null, mode: 'ALL_OR_NOTHING', hirePrice: null, components: [] }}
          inDialog
          submitLabel={t('catalogue.create')}
          onCancel={() => setCreating(false)}
          save={(values) => api.post<Kit>('/kits', { ...values, components: componentLines(values.components) })}
          onSaved={async (kit) => {
            await queryClient.invalidateQueries({ queryKey: ['kits'] })
            await navigate({ href: `/kits/${kit.id}` })
          }}
        />
      </Modal>
    </>
  )
}
