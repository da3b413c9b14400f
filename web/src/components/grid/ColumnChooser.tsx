import { ActionIcon, Button, Checkbox, Group, Popover, ScrollArea, Stack, Text, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3, IconMinus, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Column } from './types-column'
import type { Layout } from './useColumns'

/** Which columns, in which order, how wide; without dragging anything. */
export function ColumnChooser<Row>(props: {
  columns: Column<Row>[]
  shown: Column<Row>[]
  layout: Layout
  onChange: (layout: Layout) => void
}) {
  const { t } = useTranslation()
  const { columns, shown, layout, onChange } = props
  const ids = shown.map((column) => column.id)
  const rest = columns.filter((column) => !ids.includes(column.id))
  const show = (next: string[]) => onChange({ ...layout, shown: next })
  const swap = (i: number, j: number) => {
    const next = [...ids]
    ;[next[i], next[j]] = [next[j]!, next[i]!]
    show(next)
  }
  const wider = (column: Column<Row>, by: number) =>
    onChange({
      ...layout,
      widths: { ...layout.widths, [column.id]: Math.max(64, (layout.widths?.[column.id] ?? column.width ?? 160) + by) },
    })
  return (
    <Popover width={340} position="bottom-end" trapFocus>
      <Popover.Target>
        <Tooltip label={t('grid.columns')}>
          <ActionIcon aria-label={t('grid.columns')}>
            <IconColumns3 size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Group justify="space-between" mb="xs">
          <Text fw={600} size="sm">
            {t('grid.columns')}
          </Text>
          <Button size="compact-xs" variant="subtle" onClick={() => onChange({})}>
            {t('grid.resetColumns')}
          </Button>
        </Group>
        <ScrollArea.Autosize mah={380}>
          <Stack gap={4}>
            {shown.map((column, i) => (
              <Group key={column.id} justify="space-between" wrap="nowrap" gap={4}>
                <Checkbox
                  label={column.header}
                  checked
                  disabled={ids.length === 1}
                  onChange={() => show(ids.filter((id) => id !== column.id))}
                />
                <Group gap={2} wrap="nowrap">
                  <Small
                    label={t('grid.narrower', { column: column.header })}
                    onClick={() => wider(column, -24)}
                    icon={<IconMinus size={14} aria-hidden />}
                  />
                  <Small
                    label={t('grid.wider', { column: column.header })}
                    onClick={() => wider(column, 24)}
                    icon={<IconPlus size={14} aria-hidden />}
                  />
                  <Small
                    label={t('grid.moveUp', { column: column.header })}
                    disabled={i === 0}
                    onClick={() => swap(i, i - 1)}
                    icon={<IconArrowUp size={14} aria-hidden />}
                  />
                  <Small
                    label={t('grid.moveDown', { column: column.header })}
                    disabled={i === ids.length - 1}
                    onClick={() => swap(i, i + 1)}
                    icon={<IconArrowDown size={14} aria-hidden />}
                  />
                </Group>
              </Group>
            ))}
            {rest.map((column) => (
              <Checkbox key={column.id} label={column.header} checked={false} onChange={() => show([...ids, column.id])} my={4} />
            ))}
          </Stack>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  )
}

function Small({
  label,
  icon,
  onClick,
  disabled,
}: {
  label: string
  icon: React.ReactNode
  onClick: () => void
  disabled?: boolean
}) {
  return (
    <ActionIcon variant="subtle" color="gray" size={26} aria-label={label} onClick={onClick} disabled={disabled}>
      {icon}
    </ActionIcon>
  )
}
