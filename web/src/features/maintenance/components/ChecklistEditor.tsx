import { ActionIcon, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NumberField, SelectField, TextField } from '@/components/form/fields'
import type { PlanInput } from '../api/plans'
import classes from './Lines.module.css'

/** What an inspection looks at, in the order in which it is done: checks, and measurements with limits. */
export function ChecklistEditor({ disabled }: { disabled?: boolean }) {
  const { t } = useTranslation()
  const { control, watch, setValue } = useFormContext<PlanInput>()
  const { fields, append, remove, move } = useFieldArray({ control, name: 'checklist', keyName: 'key' })
  const items = watch('checklist')
  const list = useRef<HTMLOListElement>(null)
  const add = (kind: 'CHECK' | 'MEASURE') => {
    append({ id: null, text: '', kind, unit: null, min: null, max: null }, { shouldFocus: false })
    setTimeout(() => list.current?.querySelector<HTMLInputElement>('li:last-child input[name$=text]')?.focus(), 60)
  }
  return (
    <Stack gap="sm">
      <div>
        <Title order={2} size="h6">
          {t('maintenance.checklist')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('maintenance.checklistText')}
        </Text>
      </div>
      {fields.length > 0 && (
        <ol className={classes.lines} ref={list}>
          {fields.map((field, index) => (
            <li key={field.key} className={classes.check} aria-label={t('maintenance.line', { number: index + 1 })}>
              <div className={classes.order}>
                <ActionIcon
                  aria-label={t('maintenance.itemUp', { number: index + 1 })}
                  disabled={disabled || index === 0}
                  onClick={() => move(index, index - 1)}
                >
                  <IconArrowUp size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  aria-label={t('maintenance.itemDown', { number: index + 1 })}
                  disabled={disabled || index === fields.length - 1}
                  onClick={() => move(index, index + 1)}
                >
                  <IconArrowDown size={16} aria-hidden />
                </ActionIcon>
              </div>
              <TextField name={`checklist.${index}.text`} label={t('maintenance.checkText')} required maxLength={300} />
              <Group gap={6} wrap="nowrap" align="flex-end">
                <div style={{ flex: 1, minWidth: 0 }}>
                  <SelectField
                    name={`checklist.${index}.kind`}
                    label={t('maintenance.checkKind')}
                    required
                    data={[
                      { value: 'CHECK', label: t('maintenance.checkKinds.CHECK') },
                      { value: 'MEASURE', label: t('maintenance.checkKinds.MEASURE') },
                    ]}
                  />
                </div>
                <ActionIcon
                  aria-label={t('maintenance.removeItem', { number: index + 1 })}
                  disabled={disabled}
                  onClick={() => remove(index)}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Group>
              {items[index]?.kind === 'MEASURE' && (
                <div className={classes.limits}>
                  <TextField
                    name={`checklist.${index}.unit`}
                    label={t('maintenance.measureUnit')}
                    placeholder="MΩ"
                    maxLength={20}
                  />
                  <NumberField name={`checklist.${index}.min`} label={t('maintenance.atLeast')} decimals={6} />
                  <NumberField name={`checklist.${index}.max`} label={t('maintenance.atMost')} decimals={6} />
                </div>
              )}
            </li>
          ))}
        </ol>
      )}
      {!disabled && (
        <Group gap="xs">
          <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => add('CHECK')}>
            {t('maintenance.addCheck')}
          </Button>
          <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => add('MEASURE')}>
            {t('maintenance.addMeasure')}
          </Button>
          {fields.length > 1 && (
            <Button variant="subtle" size="xs" onClick={() => setValue('checklist', [], { shouldDirty: true })}>
              {t('maintenance.clearChecklist')}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  )
}
