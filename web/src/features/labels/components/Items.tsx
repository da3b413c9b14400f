import { ActionIcon, Button, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RemotePicker } from '@/components/form/RemotePicker'
import { useKindText } from '@/components/KindText'
import type { LabelItem, LabelKind } from '@/components/labels/printLabels'
import { useProblemText } from '@/lib/problems'
import { thingLabel } from '@/lib/thing-label'
import { nameQuery, resolveCode } from '../api/labels'
import classes from './PrintPage.module.css'

export const same = (a: LabelItem, b: LabelItem) => a.kind === b.kind && a.id === b.id
const shownMax = 24

/** What labels are printed for. */
export function Chosen({ items, setItems }: { items: LabelItem[]; setItems: (items: LabelItem[]) => void }) {
  const { t } = useTranslation()
  if (items.length === 0) {
    return (
      <Text size="sm" c="dimmed" mb="md">
        {t('labels.noItems')}
      </Text>
    )
  }
  return (
    <Stack gap={6} mb="md">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t('labels.chosen', { count: items.length })}
        </Text>
        <Button size="compact-sm" variant="subtle" onClick={() => setItems([])}>
          {t('labels.removeAll')}
        </Button>
      </Group>
      <ul className={classes.items}>
        {items.slice(0, shownMax).map((item) => (
          <ChosenItem
            key={`${item.kind} ${item.id}`}
            item={item}
            onRemove={() => setItems(items.filter((one) => !same(one, item)))}
          />
        ))}
      </ul>
      {items.length > shownMax && (
        <Text size="sm" c="dimmed">
          {t('labels.andMore', { count: items.length - shownMax })}
        </Text>
      )}
    </Stack>
  )
}

function ChosenItem({ item, onRemove }: { item: LabelItem; onRemove: () => void }) {
  const { t } = useTranslation()
  const kindText = useKindText()
  const name = useQuery(nameQuery(item))
  const label = name.data?.label ?? (name.isError ? t('labels.gone') : '…')
  return (
    <li className={classes.item}>
      <Text size="sm" truncate>
        <b style={{ fontWeight: 600 }}>{label}</b>{' '}
        <Text span size="sm" c="dimmed">
          {name.data?.target?.name || kindText(item.kind)}
        </Text>
      </Text>
      <ActionIcon variant="subtle" color="gray" size={28} onClick={onRemove} aria-label={t('labels.remove', { name: label })}>
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </li>
  )
}

const endpoints: Record<LabelKind, string> = { ASSET: '/assets', CASE: '/cases', LOCATION: '/locations', KIT: '/kits' }

/** Chooses one by search, or many by pasted or scanned numbers. */
export function AddItems({ add }: { add: (items: LabelItem[]) => void }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const kindText = useKindText()
  const [kind, setKind] = useState<LabelKind>('ASSET')
  const [numbers, setNumbers] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string>()
  const addNumbers = async () => {
    setBusy(true)
    setRefused(undefined)
    const found: LabelItem[] = []
    const left: string[] = []
    let why = ''
    for (const text of new Set(numbers.split(/[\n,;\t]+/).map((one) => one.trim()))) {
      if (!text) continue
      try {
        const code = await resolveCode(text)
        if (code.kind in endpoints) found.push({ kind: code.kind as LabelKind, id: code.id })
        else left.push(text)
      } catch (error) {
        why = problemText(error)
        left.push(text)
      }
    }
    add(found)
    setNumbers(left.join('\n'))
    if (left.length) setRefused(`${t('labels.notFound', { numbers: left.slice(0, 8).join(', ') })} ${why}`)
    setBusy(false)
  }
  return (
    <Stack gap="sm">
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('labels.kind')}
        value={kind}
        onChange={(value) => setKind(value as LabelKind)}
        data={(Object.keys(endpoints) as LabelKind[]).map((one) => ({ value: one, label: kindText(one) }))}
      />
      <RemotePicker
        key={kind}
        label={t('labels.add')}
        endpoint={endpoints[kind]}
        optionLabel={thingLabel}
        value={null}
        onChange={(id) => id && add([{ kind, id }])}
      />
      <Textarea
        label={t('labels.numbers')}
        description={t('labels.numbersHint')}
        rows={3}
        resize="vertical"
        value={numbers}
        onChange={(event) => setNumbers(event.currentTarget.value)}
        error={refused}
      />
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => void addNumbers()}
        loading={busy}
        disabled={numbers.trim() === ''}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('labels.addNumbers')}
      </Button>
    </Stack>
  )
}
