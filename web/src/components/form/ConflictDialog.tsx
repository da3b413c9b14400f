import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Change, oneByOne, useFieldName, useValueText } from '@/components/HistoryList'
import type { Problem } from '@/lib/api/problem'

/** Somebody else saved in the meantime: shows their changes beside mine and lets me choose. */
export function ConflictDialog(props: {
  problem: Problem
  mine: Record<string, unknown>
  onKeepMine: () => Promise<unknown>
  onTakeTheirs: () => Promise<unknown>
  onClose: () => void
}) {
  const { t } = useTranslation()
  const fieldName = useFieldName()
  const valueText = useValueText()
  const [busy, setBusy] = useState(false)
  const theirs = oneByOne((Array.isArray(props.problem.facts.changes) ? props.problem.facts.changes : []) as Change[])
  const mine = (field: string, part?: string) => {
    const value = props.mine[field] as Record<string, unknown> | undefined
    const changed = part === undefined ? field in props.mine : value?.[part] !== undefined
    return changed ? valueText(part === undefined ? value : value?.[part]) : t('form.conflict.untouched')
  }
  const go = (action: () => Promise<unknown>) => async () => {
    setBusy(true)
    await action().catch(() => setBusy(false))
  }
  return (
    <Modal opened onClose={props.onClose} title={<Text fw={650}>{t('form.conflict.title')}</Text>} size="lg">
      <Stack>
        <Text size="sm">{t('form.conflict.text')}</Text>
        {theirs.length > 0 && (
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('form.conflict.field')}</Table.Th>
                <Table.Th>{t('form.conflict.before')}</Table.Th>
                <Table.Th>{t('form.conflict.theirs')}</Table.Th>
                <Table.Th>{t('form.conflict.mine')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {theirs.map((change, i) => (
                <Table.Tr key={`${change.field}-${String(i)}`}>
                  <Table.Td>{fieldName(change.field, change.part)}</Table.Td>
                  <Table.Td>{valueText(change.old)}</Table.Td>
                  <Table.Td fw={600}>{valueText(change.now ?? change.new)}</Table.Td>
                  <Table.Td fw={600}>{mine(change.field, change.part)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        <Group justify="flex-end">
          <Button variant="default" disabled={busy} onClick={go(props.onTakeTheirs)}>
            {t('form.conflict.reload')}
          </Button>
          <Button disabled={busy} onClick={go(props.onKeepMine)}>
            {t('form.conflict.reapply')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
