import { Button, Group, Menu, Text } from '@mantine/core'
import { IconArrowBackUp, IconCheck, IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '@/lib/session'
import { type Filled, type Shown, type Widget, type WidgetKind, widgetKinds } from '../api/boards'
import { moved, resized, set, withOne, without } from '../model/arrange'
import type { Asked } from './BoardDialogs'
import classes from './Boards.module.css'
import { type Arranging, WidgetCard } from './WidgetCard'

const needs: Record<WidgetKind, readonly string[]> = {
  UPCOMING: ['EVENT_READ'],
  PIPELINE: ['DEAL_READ'],
  UTILISATION: ['ASSET_READ'],
  STOCK: ['ASSET_READ', 'MAINTENANCE_READ'],
  CREW: ['EVENT_READ'],
  ACTIVITY: [],
  EQUIPMENT: ['ASSET_READ', 'PRODUCT_READ'],
}

/** The widgets in their order. While they are arranged they go by the mouse, by their menus or by the arrow keys. */
export function BoardGrid(props: {
  shown: Shown
  widgets: Widget[]
  arranging: boolean
  change: (widgets: Widget[]) => void
  undo: (() => void) | undefined
  done: () => void
  ask: (asked: Asked) => void
  retry: () => void
}) {
  const { t } = useTranslation()
  const can = useCan()
  const { shown, widgets, arranging, change, undo } = props
  const grid = useRef<HTMLDivElement>(null)
  const [dragged, setDragged] = useState<string>()
  const [over, setOver] = useState<string>()
  const [said, setSaid] = useState('')
  // Whoever goes by the keyboard stays on the handle, in its new place.
  const [follow, setFollow] = useState<{ id: string }>()
  useEffect(() => {
    if (follow) grid.current?.querySelector<HTMLElement>(`[data-widget="${follow.id}"] button`)?.focus()
  }, [follow])
  const filled = new Map<string, Filled>(shown.widgets.map((one) => [one.id, one]))
  const title = (widget: Widget) => t(`home.widgets.${widget.kind}.title`)
  const move = (widget: Widget, to: number) => {
    change(moved(widgets, widget.id, to))
    setSaid(t('home.board.moved', { title: title(widget), place: to + 1, count: widgets.length }))
    setFollow({ id: widget.id })
  }
  const tools = (widget: Widget, place: number): Arranging => ({
    place,
    count: widgets.length,
    dragged: dragged === widget.id,
    over: over === widget.id && dragged !== undefined && dragged !== widget.id,
    onDrag: (now) => {
      setDragged(now ? widget.id : undefined)
      setOver(undefined)
    },
    onOver: () => setOver(widget.id),
    onDrop: () => {
      if (dragged && dragged !== widget.id) change(moved(widgets, dragged, place))
      setDragged(undefined)
      setOver(undefined)
    },
    move: (to) => move(widget, to),
    resize: (size) => change(resized(widgets, widget.id, size)),
    settle: () =>
      props.ask({
        what: 'settings',
        widget,
        title: title(widget),
        save: (settings) => change(set(widgets, widget.id, settings)),
      }),
    remove: () => change(without(widgets, widget.id)),
  })
  const onKey = (event: KeyboardEvent) => {
    if (!arranging || !undo || event.key !== 'z' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    undo()
  }
  // What somebody may not see is in nobody's way, unless it is to be taken off.
  const visible = arranging ? widgets : widgets.filter((one) => filled.get(one.id)?.state !== 'WITHHELD')
  return (
    <div onKeyDown={onKey}>
      {arranging && (
        <Group mb="md" gap="sm">
          <Menu width={240} position="bottom-start">
            <Menu.Target>
              <Button leftSection={<IconPlus size={16} aria-hidden />}>{t('home.board.add')}</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {widgetKinds
                .filter((kind) => needs[kind].length === 0 || can(needs[kind]))
                .map((kind) => (
                  <Menu.Item key={kind} onClick={() => change(withOne(widgets, kind))}>
                    {t(`home.widgets.${kind}.title`)}
                  </Menu.Item>
                ))}
            </Menu.Dropdown>
          </Menu>
          <Button variant="default" disabled={!undo} onClick={undo} leftSection={<IconArrowBackUp size={16} aria-hidden />}>
            {t('common.undo')}
          </Button>
          <Button variant="default" onClick={props.done} leftSection={<IconCheck size={16} aria-hidden />}>
            {t('home.board.done')}
          </Button>
          <Text size="xs" c="dimmed" visibleFrom="sm">
            {t('home.board.keys')}
          </Text>
        </Group>
      )}
      <span className={classes.hidden} role="status">
        {said}
      </span>
      <div ref={grid} className={classes.board}>
        {visible.map((widget) => (
          <WidgetCard
            key={widget.id}
            widget={widget}
            filled={filled.get(widget.id)}
            arranging={arranging ? tools(widget, widgets.indexOf(widget)) : undefined}
            retry={props.retry}
          />
        ))}
      </div>
      {visible.length === 0 && <Text c="dimmed">{t(arranging ? 'home.board.emptyArranging' : 'home.board.empty')}</Text>}
    </div>
  )
}
