import { Card, Modal, Table, Text } from '@mantine/core'
import { IconArrowBackUp, IconBook } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DetailPage, type Fact } from '@/components/DetailPage'
import { DateField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { TextLink } from '@/components/Link'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { useRefresh } from '@/components/useRefresh'
import { WideTable } from '@/components/WideTable'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { kindPath } from '@/lib/kinds'
import { z } from '@/lib/validation'
import { entryQuery, type JournalEntry, touched } from '../api/finance'
import { useEntryText } from './useEntryText'

/** One entry with its lines, and what it was posted for. */
export function EntryPage({ id }: { id: string }) {
  const query = useQuery(entryQuery(id))
  return <QueryState query={query}>{(entry) => <Loaded entry={entry} />}</QueryState>
}

const input = z.object({ date: z.string().nullable(), reason: z.string().trim().min(1).max(300) })

function Loaded({ entry }: { entry: JournalEntry }) {
  const { t } = useTranslation()
  const format = useFormat()
  const refresh = useRefresh(touched)
  const said = useEntryText()
  const [reversing, setReversing] = useState(false)
  const source = entry.sourceId ? kindPath(entry.sourceKind, entry.sourceId) : undefined
  const link = (to: string, name: string) => (
    <TextLink to={to as '/'} inherit>
      {name}
    </TextLink>
  )
  const facts: (Fact | false)[] = [
    { label: t('finance.date'), value: format.date(entry.date) },
    {
      label: t('finance.source'),
      value: source ? link(source, t(`finance.sources.${entry.sourceKind}`)) : t(`finance.sources.${entry.sourceKind}`),
    },
    entry.reversesId !== null && {
      label: t('finance.reverses'),
      value: link(`/ledger/${entry.reversesId}`, t('finance.openEntry')),
    },
    entry.reversedById !== null && {
      label: t('finance.reversedBy'),
      value: link(`/ledger/${entry.reversedById}`, t('finance.openEntry')),
    },
    { label: t('finance.postedBy'), value: `${entry.postedByName}, ${format.dateTime(entry.postedAt)}` },
  ]
  const foreign = entry.lines.some((line) => line.amount.currency !== line.own.currency)
  return (
    <>
      <DetailPage
        parent={{ to: '/ledger', label: t('finance.journal') }}
        title={said(entry)}
        subtitle={`#${entry.number}`}
        picture={<IconBook size={44} stroke={1.3} aria-hidden />}
        badges={entry.reversedById ? <StatusBadge tone="gray">{t('finance.reversed')}</StatusBadge> : undefined}
        primary={
          entry.sourceKind === 'hand' && !entry.reversedById
            ? { label: t('finance.reverse'), icon: IconArrowBackUp, run: () => setReversing(true), needs: 'LEDGER_EDIT' }
            : undefined
        }
        facts={facts.filter((one) => one !== false)}
        tabs={[
          {
            id: 'lines',
            label: t('finance.lines'),
            content: (
              <Card padding={0}>
                <WideTable minWidth={340} label={t('finance.lines')}>
                  <Table aria-label={t('finance.lines')}>
                    <Table.Thead>
                      <Table.Tr>
                        <Table.Th>{t('finance.account')}</Table.Th>
                        <Table.Th visibleFrom="sm">{t('finance.about')}</Table.Th>
                        {foreign && <Table.Th ta="right">{t('finance.amount')}</Table.Th>}
                        <Table.Th ta="right">{t('finance.debit')}</Table.Th>
                        <Table.Th ta="right">{t('finance.creditSide')}</Table.Th>
                      </Table.Tr>
                    </Table.Thead>
                    <Table.Tbody>
                      {entry.lines.map((line) => {
                        const own = format.money({ ...line.own, amountMinor: Math.abs(line.own.amountMinor) })
                        const about = [line.event?.name, line.client?.name, line.deal?.name, line.text]
                          .filter(Boolean)
                          .join(' · ')
                        return (
                          <Table.Tr key={line.position}>
                            <Table.Td>
                              <div>{link(`/ledger?account=${line.accountId}`, `${line.accountCode} ${line.accountName}`)}</div>
                              <Text size="xs" c="dimmed" hiddenFrom="sm">
                                {about}
                              </Text>
                            </Table.Td>
                            <Table.Td visibleFrom="sm">{about || '–'}</Table.Td>
                            {foreign && (
                              <Table.Td ta="right" className="num">
                                {line.amount.currency === line.own.currency ? '' : format.money(line.amount)}
                              </Table.Td>
                            )}
                            <Table.Td ta="right" className="num">
                              {line.own.amountMinor > 0 ? own : ''}
                            </Table.Td>
                            <Table.Td ta="right" className="num">
                              {line.own.amountMinor < 0 ? own : ''}
                            </Table.Td>
                          </Table.Tr>
                        )
                      })}
                    </Table.Tbody>
                  </Table>
                </WideTable>
              </Card>
            ),
          },
        ]}
      />
      {reversing && (
        <Modal opened onClose={() => setReversing(false)} title={<Text fw={650}>{t('finance.reverse')}</Text>}>
          <ResourceForm<z.infer<typeof input>, JournalEntry>
            schema={input}
            values={{ date: null, reason: '' }}
            inDialog
            submitLabel={t('finance.reverse')}
            onCancel={() => setReversing(false)}
            save={(values) => api.post<JournalEntry>(`/journal-entries/${entry.id}/reversal`, values)}
            onSaved={async () => {
              setReversing(false)
              await refresh()
            }}
          >
            <DateField name="date" label={t('finance.date')} description={t('finance.todayHint')} />
            <TextField name="reason" label={t('finance.reason')} required maxLength={300} />
          </ResourceForm>
        </Modal>
      )}
    </>
  )
}
