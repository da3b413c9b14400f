import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import classes from './DataGrid.module.css'
import type { Grid } from './useGrid'

/** What is selected and what can be done with it, once something is. */
export function BulkBar<Row extends { id: string }>({ grid }: { grid: Grid<Row> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { picked } = grid
  if (picked.selection.count === 0) return null
  return (
    <div className={classes.bulk} role="region" aria-label={t('grid.selection')}>
      <Text size="sm" fw={600} role="status">
        {t('grid.selected', { count: picked.selection.count, number: format.number(picked.selection.count) })}
      </Text>
      {!grid.isAll && (
        <Button size="compact-sm" variant="subtle" onClick={picked.selectAll}>
          {t('grid.selectAll', { number: format.number(grid.rows.total) })}
        </Button>
      )}
      {grid.actions.map((action) => (
        <Button
          key={action.id}
          size="compact-sm"
          variant={action.danger ? 'light' : 'default'}
          color={action.danger ? 'bad' : undefined}
          leftSection={action.icon && <action.icon size={15} aria-hidden />}
          onClick={() => void action.run(picked.selection)}
        >
          {action.label}
        </Button>
      ))}
      <Button size="compact-sm" variant="subtle" color="gray" onClick={picked.clear} ml="auto">
        {t('grid.clearSelection')}
      </Button>
    </div>
  )
}
