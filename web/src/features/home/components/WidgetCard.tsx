import { ActionIcon, Badge, Button, Card, Group, Menu, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconCheck, IconDots, IconGripVertical, IconSettings, IconTrash } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { useCan } from '@/lib/session'
import type { Filled, Widget, WidgetSize } from '../api/boards'
import { widgetSizes } from '../api/boards'
import { hasChoices } from '../model/arrange'
import classes from './Boards.module.css'
import { WidgetContent } from './WidgetContent'

/** Where the numbers of each come from. */
const sources: Record<Widget['kind'], { to: string; needs?: string }> = {
  UPCOMING: { to: '/events', needs: 'EVENT_READ' },
  PIPELINE: { to: '/deals/board', needs: 'DEAL_READ' },
  UTILISATION: { to: '/timeline', needs: 'EVENT_READ' },
  STOCK: { to: '/shortages', needs: 'EVENT_READ' },
  CREW: { to: '/events/calendar', needs: 'EVENT_READ' },
  ACTIVITY: { to: '/activity' },
  EQUIPMENT: { to: '/assets', needs: 'ASSET_READ' },
}

export type Arranging = {
  place: number
  count: number
  dragged: boolean
  over: boolean
  onDrag: (now: boolean) => void
  onOver: () => void
  onDrop: () => void
  move: (to: number) => void
  resize: (size: WidgetSize) => void
  settle: () => void
  remove: () => void
}

/** One part of the board, with its own way of being empty or out of order; while the board is arranged, with handles. */
export function WidgetCard({
  widget,
  filled,
  arranging,
  retry,
}: {
  widget: Widget
  /** Not there yet where it is new. */
  filled: Filled | undefined
  arranging: Arranging | undefined
  retry: () => void
}) {
  const { t } = useTranslation()
  const can = useCan()
  const title = t(`home.widgets.${widget.kind}.title`)
  const source = sources[widget.kind]
  return (
    <Card
      component="section"
      className={classes.widget}
      data-size={widget.size}
      data-widget={widget.id}
      data-dragged={arranging?.dragged || undefined}
      data-over={arranging?.over || undefined}
      data-arranging={arranging ? true : undefined}
      aria-label={title}
      draggable={arranging !== undefined}
      onDragStart={(drag) => {
        drag.dataTransfer.effectAllowed = 'move'
        drag.dataTransfer.setData('text/plain', title)
        arranging?.onDrag(true)
      }}
      onDragEnd={() => arranging?.onDrag(false)}
      onDragOver={(drag) => {
        if (!arranging) return
        drag.preventDefault()
        drag.dataTransfer.dropEffect = 'move'
        arranging.onOver()
      }}
      onDrop={(drag) => {
        if (!arranging) return
        drag.preventDefault()
        arranging.onDrop()
      }}
    >
      <Group justify="space-between" wrap="nowrap" mb="sm" gap="xs">
        <Group gap="2px 6px" wrap={arranging ? 'nowrap' : 'wrap'} miw={0}>
          {arranging && <Handle title={title} arranging={arranging} />}
          <Title order={2} size="h5" className={classes.title}>
            {title}
          </Title>
          {widget.settings.days !== null && (
            <Badge color="gray" className={classes.period}>
              {t('home.board.days', { count: widget.settings.days })}
            </Badge>
          )}
        </Group>
        {arranging ? (
          <Tools widget={widget} title={title} arranging={arranging} />
        ) : (
          (!source.needs || can(source.needs)) && (
            <TextLink to={source.to as '/'} size="sm" className={classes.source}>
              {t(`home.widgets.${widget.kind}.more`)}
            </TextLink>
          )
        )}
      </Group>
      <div className={classes.content} inert={arranging !== undefined}>
        <Inside filled={filled} retry={retry} />
      </div>
    </Card>
  )
}

function Inside({ filled, retry }: { filled: Filled | undefined; retry: () => void }) {
  const { t } = useTranslation()
  if (!filled)
    return (
      <Stack gap="sm" role="status" aria-label={t('common.loading')}>
        <Skeleton h={22} />
        <Skeleton h={22} />
        <Skeleton h={22} w="60%" />
      </Stack>
    )
  if (filled.state === 'WITHHELD')
    return (
      <Text size="sm" c="dimmed">
        {t('home.board.withheld')}
      </Text>
    )
  if (filled.state === 'FAILED')
    return (
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t('home.board.failed')}</Text>
        <Button size="xs" variant="default" onClick={retry}>
          {t('common.retry')}
        </Button>
      </Stack>
    )
  return <WidgetContent filled={filled} />
}

/** Held by the mouse, or moved by the arrow keys while it has the focus. */
function Handle({ title, arranging }: { title: string; arranging: Arranging }) {
  const { t } = useTranslation()
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key]
    const to = by ? arranging.place + by : event.key === 'Home' ? 0 : event.key === 'End' ? arranging.count - 1 : undefined
    if (to === undefined) return
    event.preventDefault()
    if (to >= 0 && to < arranging.count && to !== arranging.place) arranging.move(to)
  }
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={30}
      className={classes.handle}
      aria-label={t('home.board.handle', { title, place: arranging.place + 1, count: arranging.count })}
      onKeyDown={onKey}
    >
      <IconGripVertical size={18} aria-hidden />
    </ActionIcon>
  )
}

function Tools({ widget, title, arranging }: { widget: Widget; title: string; arranging: Arranging }) {
  const { t } = useTranslation()
  return (
    <Group gap={4} wrap="nowrap">
      {hasChoices(widget.kind) && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={t('home.board.settingsOf', { title })}
          onClick={arranging.settle}
        >
          <IconSettings size={18} aria-hidden />
        </ActionIcon>
      )}
      <Menu width={220}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={30} aria-label={t('home.board.arrangeOne', { title })}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconArrowUp size={16} aria-hidden />}
            disabled={arranging.place === 0}
            onClick={() => arranging.move(arranging.place - 1)}
          >
            {t('home.board.earlier')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowDown size={16} aria-hidden />}
            disabled={arranging.place === arranging.count - 1}
            onClick={() => arranging.move(arranging.place + 1)}
          >
            {t('home.board.later')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>{t('home.board.size')}</Menu.Label>
          {widgetSizes.map((size) => (
            <Menu.Item
              key={size}
              leftSection={<IconCheck size={16} aria-hidden style={{ opacity: widget.size === size ? 1 : 0 }} />}
              aria-current={widget.size === size || undefined}
              onClick={() => arranging.resize(size)}
            >
              {t(`home.board.sizes.${size}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item color="bad" leftSection={<IconTrash size={16} aria-hidden />} onClick={arranging.remove}>
            {t('home.board.takeOff')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  )
}
