import { ActionIcon, Button, Group, SegmentedControl, Select, Text, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconChevronLeft, IconChevronRight, IconSearch, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { memo, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { instantOf, wallOf } from '@/lib/wall'
import { type By, categoriesQuery, groupings, warehousesQuery } from '../api/timeline'
import { nextZoom, type Zoom, zooms } from '../model/scale'
import classes from './Timeline.module.css'
import type { Canvas } from './useCanvas'
import { beginningToday, type TimelineState } from './useTimelineState'

/** Where in time, how close, and a day to go to. */
export function TimeControls({ state, canvas, phone }: { state: TimelineState; canvas: Canvas; phone: boolean }) {
  const { t } = useTranslation()
  const { zoom, zone, set } = state
  const wide = canvas.view.to - canvas.view.from
  const day = wallOf(new Date(canvas.view.from).toISOString(), zone).slice(0, 10)
  return (
    <>
      <ActionIcon aria-label={t('timeline.backwards')} onClick={() => canvas.show(canvas.start() - wide * 0.8)}>
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <Button variant="default" onClick={() => canvas.show(beginningToday(canvas.now, zoom))}>
        {t('timeline.today')}
      </Button>
      <ActionIcon aria-label={t('timeline.forwards')} onClick={() => canvas.show(canvas.start() + wide * 0.8)}>
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
      {!phone && (
        <TextInput
          type="date"
          aria-label={t('timeline.goTo')}
          w={150}
          value={day}
          max="2199-12-31"
          min="1990-01-01"
          onChange={(change) => {
            const start = instantOf(`${change.currentTarget.value}T00:00`, zone)
            if (start && change.currentTarget.value >= '1990') canvas.show(Date.parse(start))
          }}
        />
      )}
      <ActionIcon
        aria-label={t('timeline.zoomOut')}
        disabled={zoom === 'year'}
        onClick={() => set({ zoom: nextZoom(zoom, false) })}
      >
        <IconZoomOut size={18} aria-hidden />
      </ActionIcon>
      {phone ? (
        <Text size="sm" fw={600}>
          {t(`timeline.zooms.${zoom}`)}
        </Text>
      ) : (
        <SegmentedControl
          aria-label={t('timeline.zoom')}
          value={zoom}
          onChange={(next) => set({ zoom: next as Zoom })}
          data={zooms.map((one) => ({ value: one, label: t(`timeline.zooms.${one}`) }))}
        />
      )}
      <ActionIcon
        aria-label={t('timeline.zoomIn')}
        disabled={zoom === 'hours'}
        onClick={() => set({ zoom: nextZoom(zoom, true) })}
      >
        <IconZoomIn size={18} aria-hidden />
      </ActionIcon>
    </>
  )
}

/** What has a row each, and which of them. */
export const RowControls = memo(function RowControls({ state, phone }: { state: TimelineState; phone: boolean }) {
  const { t } = useTranslation()
  const { by, set } = state
  const byCategory = by === 'product' || by === 'category' || by === 'asset'
  const warehouses = useQuery(warehousesQuery)
  const categories = useQuery({ ...categoriesQuery, enabled: byCategory })
  const [words, setWords] = useState(state.q)
  useEffect(() => setWords(state.q), [state.q])
  const search = useDebouncedCallback((q: string) => set({ q: q || undefined }), 250)
  const data = groupings.map((one) => ({ value: one, label: t(`timeline.by.${one}`) }))
  const group = (next: string | null) => next && set({ by: next as By })
  return (
    <Group gap="sm" mb="sm" className={classes.screen}>
      {phone ? (
        <Select aria-label={t('timeline.rows')} data={data} value={by} onChange={group} w={140} />
      ) : (
        <SegmentedControl aria-label={t('timeline.rows')} data={data} value={by} onChange={group} />
      )}
      <TextInput
        aria-label={t('timeline.search')}
        placeholder={t('timeline.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={words}
        maxLength={100}
        w={phone ? 160 : 210}
        onChange={(change) => {
          setWords(change.currentTarget.value)
          search(change.currentTarget.value.trim())
        }}
      />
      {(warehouses.data?.items.length ?? 0) > 1 && (
        <Select
          aria-label={t('timeline.warehouse')}
          placeholder={t('timeline.allWarehouses')}
          data={(warehouses.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
          value={state.warehouse ?? null}
          onChange={(id) => set({ warehouse: id ?? undefined })}
          clearable
          w={phone ? 150 : 190}
        />
      )}
      {byCategory && (
        <Select
          aria-label={t('timeline.category')}
          placeholder={t('timeline.allCategories')}
          data={(categories.data?.items ?? []).map((one) => ({ value: one.id, label: one.path.join(' · ') }))}
          value={state.category ?? null}
          onChange={(id) => set({ category: id ?? undefined })}
          searchable
          clearable
          w={phone ? 150 : 220}
        />
      )}
    </Group>
  )
})
