import { ActionIcon, Button, Card, Group, Menu, Stack, Text, Title } from '@mantine/core'
import { IconClipboardList, IconDots, IconFileTypePdf, IconLock, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { TextLink } from '@/components/Link'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { useRefresh } from '@/components/useRefresh'
import { url } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { type PullList, pullListsQuery, removeList, totalsQuery } from '@/lib/pull-lists'
import { useCan } from '@/lib/session'
import type { Event } from '../api/events'
import { type SummedTotals, sumOf, touchedByLists } from '../api/pull-lists'
import { isOver } from '../model/phases'
import classes from './PullLists.module.css'

const PullListDialog = later(() => import('./PullListDialog').then((file) => file.PullListDialog))

/** The pull lists of an event with what each weighs, draws and is worth; a list itself has a page of its own. */
export function PullListsTab({ event }: { event: Event }) {
  const { t } = useTranslation()
  const can = useCan()
  const refresh = useRefresh(touchedByLists)
  const query = useQuery(pullListsQuery(event.id))
  const lists = query.data?.items ?? []
  const totals = useQueries({ queries: lists.map((list) => totalsQuery(list.id)) })
  const known = totals.flatMap((one) => (one.data ? [one.data.list] : []))
  const [open, setOpen] = useState<PullList | 'new'>()
  const editable = can('EVENT_EDIT') && !isOver(event.phase)
  const remove = (list: PullList) =>
    confirm({
      title: t('events.removeListTitle', { name: list.name }),
      text: t('events.removeListText', { count: list.lines }),
      action: t('events.removeList'),
      danger: true,
      run: async () => {
        await removeList(list.id, list.version)
        await refresh()
      },
    })
  const add = editable && (
    <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
      {t('events.addList')}
    </Button>
  )
  return (
    <QueryState query={query}>
      {() => (
        <Stack gap="md">
          {lists.length === 0 ? (
            <EmptyState icon={IconClipboardList} title={t('events.noLists')} text={t('events.noListsText')}>
              {add}
            </EmptyState>
          ) : (
            <>
              <Group justify="space-between" gap="sm">
                <Text size="sm" c="dimmed">
                  {t('events.listsText')}
                </Text>
                {add}
              </Group>
              {lists.map((list, index) => (
                <Card key={list.id} padding="md" component="section" aria-label={list.name}>
                  <Group justify="space-between" wrap="nowrap" align="flex-start">
                    <div style={{ minWidth: 0 }}>
                      <Group gap="xs">
                        <Title order={2} size="h5">
                          <TextLink to={`/events/${event.id}/lists/${list.id}` as '/'} inherit>
                            {list.name}
                          </TextLink>
                        </Title>
                        {list.locked && (
                          <Group gap={4} wrap="nowrap">
                            <IconLock size={14} aria-hidden />
                            <StatusBadge tone="gray">{t('events.locked')}</StatusBadge>
                          </Group>
                        )}
                      </Group>
                      {list.note && (
                        <Text size="sm" c="dimmed" lineClamp={2}>
                          {list.note}
                        </Text>
                      )}
                    </div>
                    <Menu width={220}>
                      <Menu.Target>
                        <ActionIcon aria-label={t('events.actionsFor', { name: list.name })}>
                          <IconDots size={18} aria-hidden />
                        </ActionIcon>
                      </Menu.Target>
                      <Menu.Dropdown>
                        {(['PULL_LIST', 'PACKING_LIST'] as const).map((form) => (
                          <Menu.Item
                            key={form}
                            component="a"
                            href={url(`/pull-lists/${list.id}/print`, { form })}
                            target="_blank"
                            leftSection={<IconFileTypePdf size={16} aria-hidden />}
                          >
                            {t(form === 'PULL_LIST' ? 'events.pullListPdf' : 'events.packingListPdf')}
                          </Menu.Item>
                        ))}
                        {editable && !list.locked && (
                          <>
                            <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setOpen(list)}>
                              {t('events.renameList')}
                            </Menu.Item>
                            <Menu.Item
                              leftSection={<IconTrash size={16} aria-hidden />}
                              color="var(--mantine-color-error)"
                              disabled={lists.length === 1}
                              onClick={() => remove(list)}
                            >
                              {t('events.removeList')}
                            </Menu.Item>
                          </>
                        )}
                      </Menu.Dropdown>
                    </Menu>
                  </Group>
                  <TotalFigures totals={totals[index]?.data?.list} />
                </Card>
              ))}
              {lists.length > 1 && known.length === lists.length && (
                <Card padding="md" component="section" aria-label={t('events.together')}>
                  <Title order={2} size="h5">
                    {t('events.together')}
                  </Title>
                  <TotalFigures totals={sumOf(known)} />
                </Card>
              )}
            </>
          )}
          {open && (
            <PullListDialog
              eventId={event.id}
              list={open === 'new' ? undefined : open}
              onClose={() => setOpen(undefined)}
              onChanged={refresh}
            />
          )}
        </Stack>
      )}
    </QueryState>
  )
}

/** Sums of a list; where something is not known of some pieces, it says so. */
function TotalFigures({ totals }: { totals: SummedTotals | undefined }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!totals) return <div className={classes.totals} aria-busy />
  const cubic = totals.volumeCubicMillimetres / 1_000_000_000
  const figures: [string, string, number][] = [
    [t('events.totals.lines'), format.number(totals.lines), 0],
    [t('events.totals.pieces'), format.number(totals.pieces), 0],
    [t('events.totals.weight'), format.weight(totals.weightGrams), totals.weightsUnknown],
    [t('events.totals.volume'), `${format.number(Math.round(cubic * 100) / 100)} m³`, totals.volumesUnknown],
    [t('events.totals.power'), format.power(totals.powerWatts), totals.powersUnknown],
    [t('events.totals.value'), totals.values.length ? totals.values.map(format.money).join(' + ') : '–', totals.valuesUnknown],
  ]
  return (
    <dl className={classes.totals}>
      {figures.map(([label, figure, unknown]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="num">{figure}</dd>
          {unknown > 0 && <dd className={classes.unknown}>{t('events.totals.unknown', { number: format.number(unknown) })}</dd>}
        </div>
      ))}
    </dl>
  )
}
