import { ActionIcon, Alert, Button, Card, Group, Stack, Text, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconListSearch, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { later } from '@/components/later'
import { ScanField } from '@/components/ScanField'
import { showProblem } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { useProblemText } from '@/lib/problems'
import { addThings, itemText, type Line, type Obstacle, resolveCode, type Transfer } from '../api/transfers'
import { LinesTable } from './LinesTable'

const AddDialog = later(() => import('./AddDialog').then((file) => file.AddDialog))

/** Puts things on the list: by scanning one after the other, or many at once from the lists. */
export function LoadTab(props: {
  transfer: Transfer
  lines: Line[]
  /** What kept the last attempt from leaving. */
  obstacles: Obstacle[]
  onChanged: () => Promise<void>
}) {
  const { t, i18n } = useTranslation()
  const text = useProblemText()
  const { transfer, lines, obstacles, onChanged } = props
  const [adding, setAdding] = useState(false)
  const take = async (code: string) => {
    const found = await resolveCode(code)
    if (found.kind !== 'ASSET' && found.kind !== 'CASE') throw new Error(t('transfers.notSendable', { label: found.label }))
    if (lines.some((line) => line.itemId === found.id)) return t('transfers.onListAlready', { label: found.label })
    try {
      await addThings(transfer.id, found.kind === 'ASSET' ? 'assetIds' : 'caseIds', [found.id])
    } catch (error) {
      if (isProblem(error, 'invalid') && error.errors[0]) throw new Error(error.errors[0].message)
      throw error
    }
    await onChanged()
    return t('transfers.addedNamed', { label: found.label })
  }
  const takeOff = async (line: Line) => {
    try {
      const { version } = await api.get<Transfer>(`/transfers/${transfer.id}`)
      await api.delete(`/transfers/${transfer.id}/lines/${line.id}`, { version })
    } catch (error) {
      showProblem(text(error))
    }
    await onChanged()
  }
  const why = ({ code, message, holder }: Obstacle) =>
    i18n.exists(`transfers.obstacles.${code}`) ? t(`transfers.obstacles.${code}`, { from: transfer.from.name, holder }) : message
  const blocking = obstacles.filter((one) => lines.some((line) => line.id === one.lineId))
  return (
    <Stack gap="md">
      <Card padding="md">
        <Group gap="sm" align="flex-start">
          <div style={{ flex: '1 1 240px' }}>
            <ScanField label={t('transfers.scanToLoad')} take={take} />
          </div>
          <Button
            variant="default"
            size="md"
            leftSection={<IconListSearch size={18} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('transfers.addFromList')}
          </Button>
        </Group>
      </Card>
      {blocking.length > 0 && (
        <Alert color="bad" icon={<IconAlertTriangle aria-hidden />} title={t('transfers.notReady', { count: blocking.length })}>
          {t('transfers.notReadyText')}
        </Alert>
      )}
      <LinesTable
        lines={blocking.length ? [...lines].sort((a, b) => Number(blocks(blocking, b)) - Number(blocks(blocking, a))) : lines}
        mark={(line) =>
          blocking
            .filter((one) => one.lineId === line.id)
            .map((one) => (
              <Text key={one.code} size="xs" c="var(--mantine-color-error)" pl={25}>
                {why(one)}
              </Text>
            ))
        }
        last={(line) => (
          <Tooltip label={t('transfers.takeOff', { label: itemText(line) })}>
            <ActionIcon aria-label={t('transfers.takeOff', { label: itemText(line) })} onClick={() => void takeOff(line)}>
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      />
      {adding && <AddDialog transfer={transfer} onClose={() => setAdding(false)} onChanged={onChanged} />}
    </Stack>
  )
}

const blocks = (obstacles: Obstacle[], line: Line) => obstacles.some((one) => one.lineId === line.id)
