import { Button, Modal, Text } from '@mantine/core'
import { IconForms, IconInbox, IconPlus, IconUpload } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { Column, FilterDef } from '@/components/grid/types'
import { changedColumn } from '@/components/grid/usualColumns'
import { ButtonLink } from '@/components/Link'
import { later } from '@/components/later'
import { PageHeader } from '@/components/PageHeader'
import { StatusBadge } from '@/components/StatusBadge'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { calledOf, emptyLead, type Lead, leadSources, leadStates, leadTones, touched } from '../api/leads'

const LeadForm = later(() => import('./LeadForm').then((file) => file.LeadForm))

/** Enquiries from wherever they came, newest first. */
export function LeadsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const navigate = useNavigate()
  const refresh = useRefresh(touched)
  const [creating, setCreating] = useState(false)
  const close = () => setCreating(false)
  const columns = useMemo<Column<Lead>[]>(
    () => [
      { id: 'number', header: t('leads.number'), cell: (one) => one.number, sort: 'number', width: 100, card: 'subtitle' },
      {
        id: 'name',
        header: t('leads.who'),
        cell: (one) => <b style={{ fontWeight: 550 }}>{one.company ? `${one.company} · ${one.name}` : one.name}</b>,
        sort: 'name',
        width: 260,
        grow: true,
        card: 'title',
      },
      {
        id: 'state',
        header: t('leads.state'),
        cell: (one) => <StatusBadge tone={leadTones[one.state]}>{t(`leads.states.${one.state}`)}</StatusBadge>,
        width: 140,
        card: 'badge',
      },
      { id: 'source', header: t('leads.source'), cell: (one) => t(`leads.sources.${one.source}`), width: 130, card: 'none' },
      { id: 'eventFrom', header: t('leads.eventFrom'), cell: (one) => format.date(one.eventFrom), width: 140 },
      { id: 'venue', header: t('leads.venue'), cell: (one) => one.venue ?? '–', width: 160, card: 'none' },
      {
        id: 'createdAt',
        header: t('leads.came'),
        cell: (one) => format.relative(one.createdAt),
        sort: 'createdAt',
        width: 150,
      },
      { id: 'owner', header: t('leads.owner'), cell: (one) => one.owner?.name ?? '–', width: 150, card: 'none' },
      changedColumn(t('leads.changed'), format) as Column<Lead>,
    ],
    [t, format],
  )
  const filters = useMemo<FilterDef[]>(
    () => [
      {
        id: 'state',
        label: t('leads.state'),
        kind: 'options',
        options: leadStates.map((one) => ({ value: one, label: t(`leads.states.${one}`) })),
      },
      {
        id: 'source',
        label: t('leads.source'),
        kind: 'options',
        options: leadSources.map((one) => ({ value: one, label: t(`leads.sources.${one}`) })),
      },
    ],
    [t],
  )
  return (
    <>
      <PageHeader title={t('leads.title')} text={t('leads.text')}>
        <ButtonLink to={'/leads/form' as '/'} variant="default" leftSection={<IconForms size={16} aria-hidden />}>
          {t('leads.form.open')}
        </ButtonLink>
        {can('DEAL_EDIT') && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
            {t('leads.add')}
          </Button>
        )}
      </PageHeader>
      <DataGrid<Lead>
        list="leads"
        label={t('leads.title')}
        columns={columns}
        filters={filters}
        defaultSort="-createdAt"
        rowLabel={(one) => `${one.number} ${calledOf(one)}`}
        rowHref={(one) => `/leads/${one.id}`}
        empty={
          <EmptyState icon={IconInbox} title={t('leads.none')} text={t('leads.noneText')}>
            {can('IMPORT') && can('DEAL_EDIT') && (
              <ButtonLink to={'/imports?kind=LEADS' as '/'} variant="default" leftSection={<IconUpload size={16} aria-hidden />}>
                {t('leads.importFirst')}
              </ButtonLink>
            )}
          </EmptyState>
        }
      />
      <Modal opened={creating} onClose={close} size="lg" title={<Text fw={650}>{t('leads.add')}</Text>}>
        <LeadForm
          values={emptyLead}
          inDialog
          submitLabel={t('leads.add')}
          onCancel={close}
          save={(values) => api.post<Lead>('/leads', values)}
          onSaved={async (lead) => {
            await refresh()
            await navigate({ href: `/leads/${lead.id}` })
          }}
        />
      </Modal>
    </>
  )
}
