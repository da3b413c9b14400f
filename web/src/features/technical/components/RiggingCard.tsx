import { Button, Card, Group, Stack, Table, Text, Title } from '@mantine/core'
import { IconLink, IconPencil } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { later } from '@/components/later'
import { useFormat } from '@/lib/format'
import type { PullList } from '@/lib/pull-lists'
import { type HangingPoint, type PointLoad, type Room, riggingQuery } from '../api/technical'
import { levelOf, levelOfPoint } from '../model/load'
import { LevelBadge, LoadBar } from './Load'
import { Sum, Terms } from './Sum'
import classes from './Technical.module.css'

const HangDialog = later(() => import('./HangDialog').then((file) => file.HangDialog))
export type Hanging = { list: PullList; group: { id: string; name: string }; points: HangingPoint[] }

/** What hangs from which point of the venue, and how much that is. */
export function RiggingCard(props: {
  points: PointLoad[]
  lists: PullList[]
  rooms: Room[]
  venue: { id: string; name: string } | null
  editable: boolean
}) {
  const { t } = useTranslation()
  const { points, lists, rooms, venue, editable } = props
  const [asked, setAsked] = useState<Hanging>()
  const rigging = useQueries({ queries: lists.map((list) => riggingQuery(list.id)) })
  const groups = lists.flatMap((list, at) =>
    list.groups.map((group): Hanging => {
      const hung = rigging[at]?.data?.find((one) => one.groupId === group.id)
      return { list, group, points: hung?.points ?? [] }
    }),
  )
  const names = new Map(rooms.flatMap((room) => room.riggingPoints.map((one) => [one.id, one.name] as const)))
  const there = rooms.some((room) => room.riggingPoints.length > 0)
  if (!there && points.length === 0)
    return (
      <Card padding="md">
        <Text size="sm">
          {t(venue ? 'technical.noPoints' : 'technical.noVenuePoints')}{' '}
          {venue && (
            <TextLink to={`/venues/${venue.id}` as '/'} inherit>
              {venue.name}
            </TextLink>
          )}
        </Text>
      </Card>
    )
  return (
    <Stack gap="md">
      {points.length > 0 && (
        <Card padding="md">
          <ul className={classes.points}>
            {points.map((point) => (
              <li key={point.pointId}>
                <Point point={point} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {groups.length === 0 ? (
        <Card padding="md">
          <Text size="sm">{t('technical.noGroups')}</Text>
        </Card>
      ) : (
        <Card padding="md" component="section" aria-label={t('technical.hanging')}>
          <Title order={3} size="h6">
            {t('technical.hanging')}
          </Title>
          <Text size="sm" c="dimmed" mb="xs">
            {t('technical.hangingText')}
          </Text>
          <Table>
            <Table.Tbody>
              {groups.map((one) => (
                <Table.Tr key={one.group.id}>
                  <Table.Td>
                    {one.group.name}
                    {lists.length > 1 && (
                      <Text size="xs" c="dimmed">
                        {one.list.name}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td className={one.points.length === 0 ? classes.dim : undefined}>
                    {one.points.length === 0
                      ? t('technical.hangsNot')
                      : one.points.map((point) => names.get(point.pointId) ?? t('technical.elsewhere')).join(' · ')}
                  </Table.Td>
                  {editable && (
                    <Table.Td ta="right" className={classes.screen}>
                      <Button
                        size="compact-sm"
                        variant="default"
                        disabled={one.list.locked}
                        leftSection={
                          one.points.length ? <IconPencil size={14} aria-hidden /> : <IconLink size={14} aria-hidden />
                        }
                        aria-label={t('technical.hangGroup', { group: one.group.name })}
                        onClick={() => setAsked(one)}
                      >
                        {t(one.points.length ? 'technical.rehang' : 'technical.hang')}
                      </Button>
                    </Table.Td>
                  )}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {lists.some((one) => one.locked && one.groups.length > 0) && editable && (
            <Text size="xs" c="dimmed" mt="xs">
              {t('technical.lockedText')}
            </Text>
          )}
        </Card>
      )}
      {asked && <HangDialog hanging={asked} rooms={rooms} onClose={() => setAsked(undefined)} />}
    </Stack>
  )
}

function Point({ point }: { point: PointLoad }) {
  const { t } = useTranslation()
  const format = useFormat()
  const kilograms = (value: number | null) => `${format.number(value)} kg`
  const name = `${point.name} · ${point.roomName}`
  return (
    <>
      <Group justify="space-between" gap="xs" mb={4}>
        <Text size="sm" fw={600}>
          {point.name}{' '}
          <Text span size="sm" c="dimmed" fw={400}>
            {point.roomName}
          </Text>
        </Text>
        <Group gap="sm">
          <Text size="sm" className="num">
            {t('technical.kilogramsOf', {
              load: format.number(point.loadKilograms),
              limit: format.number(point.limitKilograms),
            })}
            {point.overKilograms === null ? (
              <Text span size="sm" c="dimmed">
                {' · '}
                {t('technical.kilogramsLeft', {
                  kilograms: format.number(Math.round((point.limitKilograms - point.loadKilograms) * 10) / 10),
                })}
              </Text>
            ) : (
              <b style={{ color: 'var(--mantine-color-error)' }}>
                {' · '}
                {t('technical.kilogramsOver', { kilograms: format.number(point.overKilograms) })}
              </b>
            )}
          </Text>
          <LevelBadge level={levelOfPoint(point)} />
        </Group>
      </Group>
      <LoadBar
        load={point.loadKilograms}
        limit={point.limitKilograms}
        level={levelOf(point.loadKilograms, point.limitKilograms)}
      />
      {point.groups.map((hung) => (
        <Text key={hung.groupId} size="sm" mt={4} className="num">
          {t('technical.shareOf', {
            group: hung.groupName,
            share: format.percent(hung.sharePercent),
            load: kilograms(hung.loadKilograms),
          })}
          {hung.hoist && (
            <>
              {' '}
              {t('technical.byHoist', {
                hoist: hung.hoist,
                weight: hung.hoistKilograms ? kilograms(hung.hoistKilograms) : t('technical.weightUnknown'),
                limit: kilograms(hung.hoistLimitKilograms),
              })}
            </>
          )}
          {hung.hoistOverKilograms !== null && (
            <b style={{ color: 'var(--mantine-color-error)' }}>
              {' '}
              {t('technical.hoistOver', { over: kilograms(hung.hoistOverKilograms) })}
            </b>
          )}
        </Text>
      ))}
      <Sum of={name}>
        {() =>
          point.groups.map((hung) => (
            <div key={hung.groupId}>
              <Terms caption={t('technical.loadOfGroup', { group: hung.groupName })} terms={hung.terms} unit="kg" />
              <Text size="sm" mt={4} className="num">
                {t('technical.shareSum', {
                  share: format.percent(hung.sharePercent),
                  load: kilograms(hung.loadKilograms),
                })}
                {hung.hoistKilograms !== null &&
                  hung.hoistKilograms > 0 &&
                  ` ${t('technical.plusHoist', {
                    weight: kilograms(hung.hoistKilograms),
                    both: kilograms(Math.round((hung.loadKilograms + hung.hoistKilograms) * 10) / 10),
                  })}`}
              </Text>
            </div>
          ))
        }
      </Sum>
    </>
  )
}
