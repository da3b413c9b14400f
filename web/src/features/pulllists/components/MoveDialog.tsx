import { Button, Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Board } from './grid'

/** To which group lines go. */
export function MoveDialog({ board, ids, onClose }: { board: Board; ids: ReadonlySet<string>; onClose: () => void }) {
  const { t } = useTranslation()
  const moving = board.lines.filter((line) => ids.has(line.id))
  const only = moving.every((line) => line.groupId === moving[0]?.groupId) ? moving[0]?.groupId : undefined
  const targets = [
    ...(board.lines.some((line) => line.groupId === null) ? [{ id: null, name: t('pulllists.noGroup') }] : []),
    ...board.list.groups,
  ]
  const go = (groupId: string | null) => {
    onClose()
    void board.actions.moveTo(ids, groupId)
  }
  const first = targets.findIndex((one) => one.id !== only)
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Text fw={650}>{t('pulllists.moveTitle', { what: board.actions.labels(moving) })}</Text>}
    >
      <Stack gap={6}>
        {targets.map((one, i) => (
          <Button
            key={one.id ?? 'none'}
            variant="default"
            justify="flex-start"
            disabled={one.id === only}
            data-autofocus={i === first || undefined}
            onClick={() => go(one.id)}
            onKeyDown={(event) => {
              const beside = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key] as
                | 'nextElementSibling'
                | 'previousElementSibling'
                | undefined
              if (!beside) return
              event.preventDefault()
              let next = event.currentTarget[beside]
              while (next?.matches(':disabled')) next = next[beside]
              if (next instanceof HTMLElement) next.focus()
            }}
          >
            {one.name}
          </Button>
        ))}
      </Stack>
    </Modal>
  )
}
