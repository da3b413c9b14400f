import { ActionIcon, Alert, Modal, Select, Stack, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useFieldArray, useFormContext, useFormState, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NumberField, SwitchField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { showDone } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import type { PullList } from '@/lib/pull-lists'
import { z } from '@/lib/validation'
import { fetchList, type HangingPoint, hang, type Room, touched } from '../api/technical'
import type { Hanging } from './RiggingCard'
import classes from './Technical.module.css'

type Values = { own: boolean; points: HangingPoint[] }
const schema = z.object({
  own: z.boolean(),
  points: z.array(z.object({ pointId: z.string(), sharePercent: z.number().min(0.01).max(100).nullable() })).max(50),
})
const valuesOf = (points: HangingPoint[]): Values => ({ own: points.some((one) => one.sharePercent !== null), points })

/** From which points a group hangs, along its truss, and who carries how much of it. */
export function HangDialog({ hanging, rooms, onClose }: { hanging: Hanging; rooms: Room[]; onClose: () => void }) {
  const { t } = useTranslation()
  const refresh = useRefresh(touched)
  const { list, group, points } = hanging
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={650}>{t('technical.hangTitle', { group: group.name })}</Text>}>
      <ResourceForm<Values, unknown>
        schema={schema}
        values={valuesOf(points)}
        version={list.version}
        save={({ own, points: chosen }, { version }) =>
          hang(
            list.id,
            group.id,
            chosen.map((one) => ({ pointId: one.pointId, sharePercent: own ? one.sharePercent : null })),
            version,
          )
        }
        reload={async () => {
          const [fresh, all] = await Promise.all([
            fetchList(list.id) as Promise<PullList>,
            api.get<{ items: { groupId: string; points: HangingPoint[] }[] }>(`/pull-lists/${list.id}/rigging`),
          ])
          return {
            values: valuesOf(all.items.find((one) => one.groupId === group.id)?.points ?? []),
            version: fresh.version,
          }
        }}
        onSaved={async () => {
          onClose()
          showDone(t('technical.hung'))
          await refresh()
        }}
        inDialog
        onCancel={onClose}
      >
        <Text size="sm" c="dimmed">
          {t('technical.hangText')}
        </Text>
        <Points rooms={rooms} />
      </ResourceForm>
    </Modal>
  )
}

function Points({ rooms }: { rooms: Room[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { control, setValue } = useFormContext<Values>()
  const { errors } = useFormState({ control, name: 'points' })
  const { fields, append, remove, move } = useFieldArray({ control, name: 'points', keyName: 'key' })
  const own = useWatch<Values>({ name: 'own' }) as boolean
  const shares = useWatch<Values>({ name: 'points' }) as HangingPoint[]
  useEffect(() => {
    if (!own || shares.length === 0 || shares.some((one) => one.sharePercent !== null)) return
    const even = Math.round(10_000 / shares.length) / 100
    for (const index of shares.keys()) setValue(`points.${index}.sharePercent`, even, { shouldDirty: true })
  }, [own])
  const known = new Map(rooms.flatMap((room) => room.riggingPoints.map((one) => [one.id, { ...one, room: room.name }] as const)))
  const free = rooms
    .map((room) => ({
      group: room.name,
      items: room.riggingPoints
        .filter((one) => !fields.some((field) => field.pointId === one.id))
        .map((one) => ({ value: one.id, label: `${one.name} · ${format.number(one.workingLoadLimitKilograms)} kg` })),
    }))
    .filter((one) => one.items.length > 0)
  const sum = Math.round(shares.reduce((all, one) => all + (one.sharePercent ?? 0), 0) * 100) / 100
  const label = (id: string) => known.get(id)?.name ?? t('technical.elsewhere')
  return (
    <Stack gap="sm">
      {fields.length > 0 && (
        <ol className={classes.order}>
          {fields.map((field, index) => {
            const point = known.get(field.pointId)
            const name = label(field.pointId)
            return (
              <li key={field.key} className={classes.place}>
                <Text size="sm">
                  {index + 1}. <b>{name}</b>{' '}
                  {point && (
                    <Text span size="sm" c="dimmed" className="num">
                      {point.room} · {format.number(point.workingLoadLimitKilograms)} kg
                    </Text>
                  )}
                </Text>
                {own && (
                  <div style={{ width: 110 }}>
                    <NumberField
                      name={`points.${index}.sharePercent`}
                      label={t('technical.shareFor', { point: name })}
                      unit="%"
                      decimals={2}
                      min={0}
                      max={100}
                    />
                  </div>
                )}
                <ActionIcon
                  size={32}
                  disabled={index === 0}
                  aria-label={t('technical.pointUp', { point: name })}
                  onClick={() => move(index, index - 1)}
                >
                  <IconArrowUp size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  size={32}
                  disabled={index === fields.length - 1}
                  aria-label={t('technical.pointDown', { point: name })}
                  onClick={() => move(index, index + 1)}
                >
                  <IconArrowDown size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon size={32} aria-label={t('technical.pointAway', { point: name })} onClick={() => remove(index)}>
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              </li>
            )
          })}
        </ol>
      )}
      <Select
        label={t('technical.addPoint')}
        placeholder={t('technical.addPointHint')}
        data={free}
        value={null}
        searchable
        disabled={free.length === 0 || fields.length >= 50}
        onChange={(id) => id && append({ pointId: id, sharePercent: null }, { shouldFocus: false })}
        nothingFoundMessage={t('form.nothingFound')}
      />
      {fields.length > 1 && (
        <SwitchField name="own" label={t('technical.ownShares')} description={t('technical.ownSharesHint')} />
      )}
      {own && fields.length > 1 && (
        <Text size="sm" className="num" role="status" c={Math.abs(sum - 100) <= 1 ? undefined : 'var(--mantine-color-error)'}>
          {t('technical.sharesSum', { sum: format.percent(sum) })}
        </Text>
      )}
      {errors.points?.message && (
        <Alert color="bad" role="alert">
          {errors.points.message}
        </Alert>
      )}
    </Stack>
  )
}
