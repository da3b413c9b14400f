import { Button, Group } from '@mantine/core'
import { IconBook, IconDownload, IconPlus } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { Column, FilterDef } from '@/components/grid/types'
import { later } from '@/components/later'
import { url } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { accountClasses, type LedgerLine, profitGroups } from '../api/finance'
import { ABOVE, BookTabs } from './FinanceTabs'
import { useEntryText } from './useEntryText'

const EntryDialog = later(() => import('./EntryDialog').then((file) => file.EntryDialog))

/** Lines of the journal; every sum elsewhere opens those that it is made of. */
export function JournalPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const said = useEntryText()
  const can = useCan()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { new?: unknown }
  const [posting, setPosting] = useState(search.new !== undefined)
  const columns = useMemo<Column<LedgerLine>[]>(
    () => [
      { id: 'date', header: t('finance.date'), cell: (one) => format.date(one.date), sort: 'date', width: 120, card: 'subtitle' },
      { id: 'entry', header: t('finance.entry'), cell: (one) => `#${one.entryNumber}`, width: 90, card: 'none' },
      { id: 'text', header: t('finance.text'), cell: said, grow: true, card: 'title' },
      { id: 'account', header: t('finance.account'), cell: (one) => `${one.accountCode} ${one.accountName}`, width: 210 },
      { id: 'event', header: t('finance.event'), cell: (one) => one.event?.name ?? '–', width: 190, card: 'none' },
      {
        id: 'client',
        header: t('finance.client'),
        cell: (one) => one.client?.name ?? '–',
        width: 170,
        hidden: true,
        card: 'none',
      },
      {
        id: 'amount',
        header: t('finance.amount'),
        cell: (one) => format.money(one.amount),
        width: 130,
        align: 'end',
        hidden: true,
        card: 'none',
      },
      {
        id: 'own',
        header: t('finance.debitCredit'),
        cell: (one) => format.money(one.own),
        sort: 'own',
        width: 176,
        align: 'end',
      },
    ],
    [t, format, said],
  )
  const filters = useMemo<FilterDef[]>(
    () => [
      {
        id: 'account',
        label: t('finance.account'),
        kind: 'remote',
        endpoint: '/accounts',
        optionLabel: (one: never) => `${(one as { code: string }).code} ${(one as { name: string }).name}`,
      },
      {
        id: 'accountClass',
        label: t('finance.class'),
        kind: 'options',
        options: accountClasses.map((one) => ({ value: one, label: t(`finance.classes.${one}`) })),
      },
      {
        id: 'group',
        label: t('finance.group'),
        kind: 'options',
        options: profitGroups.map((one) => ({ value: one, label: t(`finance.groups.${one}`) })),
      },
      ...(can('EVENT_READ') ? [{ id: 'event', label: t('finance.event'), kind: 'remote', endpoint: '/events' } as const] : []),
      ...(can('CLIENT_READ')
        ? [{ id: 'client', label: t('finance.client'), kind: 'remote', endpoint: '/clients' } as const]
        : []),
      { id: 'from', label: t('finance.from'), kind: 'date' },
      { id: 'to', label: t('finance.to'), kind: 'date' },
      ...(can('EVENT_READ')
        ? ([
            { id: 'eventFrom', label: t('finance.eventFrom'), kind: 'date' },
            { id: 'eventTo', label: t('finance.eventTo'), kind: 'date' },
            { id: 'eventType', label: t('finance.eventType'), kind: 'remote', endpoint: '/event-types' },
          ] as const)
        : []),
      ...(can('LOCATION_READ')
        ? [
            {
              id: 'warehouse',
              label: t('finance.eventWarehouse'),
              kind: 'remote',
              endpoint: '/locations',
              query: { kind: 'WAREHOUSE' },
            } as const,
          ]
        : []),
      ...(can('CLIENT_READ')
        ? [{ id: 'eventClient', label: t('finance.eventClient'), kind: 'remote', endpoint: '/clients' } as const]
        : []),
    ],
    [t, can],
  )
  return (
    <BookTabs
      tab="/ledger"
      actions={
        <Group gap="xs">
          <Button
            component="a"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            href={url('/ledger.journal')}
          >
            {t('finance.hledger')}
          </Button>
          {can('LEDGER_EDIT') && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setPosting(true)}>
              {t('finance.newEntry')}
            </Button>
          )}
        </Group>
      }
    >
      <DataGrid<LedgerLine>
        list="ledger-lines"
        label={t('finance.journal')}
        columns={columns}
        filters={filters}
        defaultSort="-date"
        rowLabel={(one) => `${format.date(one.date)} ${said(one)}`}
        rowHref={(one) => `/ledger/${one.entryId}`}
        empty={<EmptyState icon={IconBook} title={t('finance.noLinesPosted')} text={t('finance.noLinesPostedText')} />}
        above={ABOVE}
      />
      {posting && (
        <EntryDialog
          onClose={() => setPosting(false)}
          onPosted={(entry) => {
            setPosting(false)
            void navigate({ href: `/ledger/${entry.id}` })
          }}
        />
      )}
    </BookTabs>
  )
}
