import { ActionIcon, Card, Group, NumberInput, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { StatusBadge } from '@/components/StatusBadge'
import { useFormat } from '@/lib/format'
import { type Result, results, resultTone } from '../api/inspections'
import type { ChecklistItem, Plan } from '../api/plans'
import { answered, answerOf, openItems, passes, type Sheet } from '../model/sheet'
import classes from './AssetSheet.module.css'
import { useLimitText } from './useLimitText'

/** One asset's sheet: the checklist, the result, the remarks. */
export function AssetSheet(props: {
  sheet: Sheet
  plan: Plan
  /** What is still to be said, once somebody has tried to record it. */
  open: string[]
  onChange: (change: Partial<Sheet>) => void
  onRemove: () => void
}) {
  const { t } = useTranslation()
  const { sheet, plan, onChange } = props
  const failed = plan.checklist.some((item) => passes(sheet, item) === false)
  return (
    <Card padding="md" component="section" aria-label={sheet.asset.name} data-failed={sheet.result === 'FAIL' || undefined}>
      <Group justify="space-between" gap="sm">
        <Group gap="sm">
          <TextLink to={`/assets/${sheet.asset.id}` as '/'} fw={650}>
            {sheet.asset.name}
          </TextLink>
          {openItems(sheet, plan).length > 0 ? (
            <StatusBadge tone="gray">{t('maintenance.unfinished')}</StatusBadge>
          ) : (
            <StatusBadge tone={resultTone[sheet.result]}>{t(`maintenance.results.${sheet.result}`)}</StatusBadge>
          )}
        </Group>
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            value={sheet.result}
            onChange={(value) => onChange({ result: value as Result })}
            aria-label={t('maintenance.resultOf', { asset: sheet.asset.name })}
            data={results.map((one) => ({
              value: one,
              label: t(`maintenance.shortResults.${one}`),
              disabled: failed && one !== 'FAIL',
            }))}
          />
          <ActionIcon aria-label={t('maintenance.leaveOut', { asset: sheet.asset.name })} onClick={props.onRemove}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      {sheet.refusal && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert" mt={6}>
          {sheet.refusal}
        </Text>
      )}
      <Stack gap="sm" mt="sm">
        {plan.checklist.length > 0 && (
          <ul className={classes.items}>
            {plan.checklist.map((item) => (
              <Item
                key={item.id ?? item.text}
                item={item}
                sheet={sheet}
                missing={props.open.includes(item.text)}
                set={(change) => onChange(answered(sheet, plan, item, change))}
              />
            ))}
          </ul>
        )}
        <Textarea
          label={t('maintenance.remarks')}
          autosize
          minRows={1}
          maxRows={8}
          maxLength={5000}
          withAsterisk={sheet.result === 'PASS_WITH_REMARKS'}
          value={sheet.remarks}
          onChange={(event) => onChange({ remarks: event.currentTarget.value })}
          error={props.open.includes('remarks') ? t('form.required') : undefined}
        />
      </Stack>
    </Card>
  )
}

function Item(props: {
  item: ChecklistItem
  sheet: Sheet
  missing: boolean
  set: (change: Partial<Sheet['answers'][string]>) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const limits = useLimitText()
  const { item, sheet, set } = props
  const answer = answerOf(sheet, item)
  const state = passes(sheet, item)
  return (
    <li className={classes.item} data-failed={state === false || undefined}>
      <div className={classes.what}>
        <Text size="sm" fw={550}>
          {item.text}
        </Text>
        {limits(item) && (
          <Text size="xs" c="dimmed" className="num">
            {limits(item)}
          </Text>
        )}
      </div>
      {item.kind === 'CHECK' ? (
        <SegmentedControl
          size="xs"
          value={answer.passed === null ? '' : answer.passed ? 'yes' : 'no'}
          onChange={(value) => set({ passed: value === 'yes' })}
          aria-label={item.text}
          data={[
            { value: 'yes', label: t('maintenance.passed') },
            { value: 'no', label: t('maintenance.failed') },
          ]}
        />
      ) : (
        <NumberInput
          aria-label={item.text}
          value={answer.value ?? ''}
          onChange={(value) => set({ value: value === '' ? null : Number(value) })}
          suffix={item.unit ? ` ${item.unit}` : undefined}
          decimalScale={6}
          decimalSeparator={format.locale.startsWith('de') ? ',' : '.'}
          allowedDecimalSeparators={['.', ',']}
          inputMode="decimal"
          hideControls
          error={state === false ? t('maintenance.outside') : props.missing ? t('form.required') : undefined}
          className={classes.value}
        />
      )}
      <TextInput
        size="xs"
        aria-label={t('maintenance.noteOn', { item: item.text })}
        placeholder={t('maintenance.note')}
        value={answer.note}
        maxLength={500}
        onChange={(event) => set({ note: event.currentTarget.value })}
        className={classes.note}
      />
    </li>
  )
}
