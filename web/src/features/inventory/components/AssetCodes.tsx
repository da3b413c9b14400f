import { ActionIcon, Badge, Card, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconBarcode, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showProblem } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import type { Asset } from '../api/inventory'

/** Its own number and every other code that is stuck on it. */
export function AssetCodes({ asset, onChanged }: { asset: Asset; onChanged: () => Promise<void> }) {
  const { t } = useTranslation()
  const can = useCan()
  const text = useProblemText()
  const [code, setCode] = useState('')
  const [note, setNote] = useState('')
  const run = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      return showProblem(text(error))
    }
    setCode('')
    setNote('')
    await onChanged()
  }
  return (
    <Card padding="md">
      <Group gap="xs" mb="xs">
        <IconBarcode size={18} aria-hidden />
        <Text fw={600} size="sm">
          {t('inventory.codes')}
        </Text>
      </Group>
      <Stack gap={6}>
        {asset.aliases.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('inventory.noCodes')}
          </Text>
        )}
        {asset.aliases.map((alias) => (
          <Group key={alias.code} justify="space-between" wrap="nowrap">
            <div style={{ minWidth: 0 }}>
              <Badge variant="default" radius="sm" tt="none">
                {alias.code}
              </Badge>
              {alias.note && (
                <Text size="xs" c="dimmed" mt={2} style={{ overflowWrap: 'anywhere' }}>
                  {alias.note}
                </Text>
              )}
            </div>
            {can('ASSET_EDIT') && (
              <ActionIcon
                size={28}
                aria-label={t('inventory.removeCode', { code: alias.code })}
                onClick={() => void run(() => api.delete(`/assets/${asset.id}/aliases`, { query: { code: alias.code } }))}
              >
                <IconTrash size={14} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        ))}
        {can('ASSET_EDIT') && (
          <form
            onSubmit={(event) => {
              event.preventDefault()
              const entered = code.trim()
              if (!entered) return
              void run(() => api.post(`/assets/${asset.id}/aliases`, { code: entered, note: note.trim() || null }))
            }}
          >
            <Group gap={6} wrap="nowrap">
              <TextInput
                size="xs"
                flex={1}
                aria-label={t('inventory.addCode')}
                placeholder={t('inventory.addCode')}
                value={code}
                maxLength={200}
                onChange={(event) => setCode(event.currentTarget.value)}
              />
              <ActionIcon type="submit" size={30} aria-label={t('inventory.addCode')}>
                <IconPlus size={16} aria-hidden />
              </ActionIcon>
            </Group>
            {code.trim() !== '' && (
              <TextInput
                mt={6}
                size="xs"
                aria-label={t('inventory.codeNote')}
                placeholder={t('inventory.codeNote')}
                value={note}
                maxLength={200}
                onChange={(event) => setNote(event.currentTarget.value)}
              />
            )}
          </form>
        )}
      </Stack>
    </Card>
  )
}
