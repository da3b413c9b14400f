import { ActionIcon, Alert, Button, Group, Select, Stack, Text, Title } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef } from 'react'
import { useController, useFieldArray, useFormContext, useFormState } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NumberField, TextAreaField, TextField } from '@/components/form/fields'
import type { AssetInput } from '../api/inventory'
import { asKind, OWN_FIELDS_MAX, type OwnKind, type OwnRow, ownKinds } from '../model/own-fields'
import classes from './OwnFields.module.css'

/** Rows of a name and a value: whatever this company wants to know of an asset besides. */
export function OwnFields({ disabled }: { disabled?: boolean }) {
  const { t } = useTranslation()
  const { control } = useFormContext<AssetInput>()
  const { errors } = useFormState({ control, name: 'custom' })
  const { fields, append, remove } = useFieldArray({ control, name: 'custom.rows', keyName: 'key' })
  const list = useRef<HTMLUListElement>(null)
  const adder = useRef<HTMLButtonElement>(null)
  const add = () => {
    append({ name: '', kind: 'TEXT', value: null }, { shouldFocus: false })
    setTimeout(() => list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus(), 60)
  }
  const take = (index: number) => {
    remove(index)
    adder.current?.focus()
  }
  if (disabled && fields.length === 0) return null
  return (
    <Stack gap="sm" component="section">
      <div>
        <Title order={2} size="h6">
          {t('inventory.own.title')}
        </Title>
        {!disabled && (
          <Text size="sm" c="dimmed">
            {t('inventory.own.hint')}
          </Text>
        )}
      </div>
      {fields.length > 0 && (
        <ul className={classes.rows} ref={list}>
          {fields.map((field, index) => (
            <li key={field.key} className={classes.row} aria-label={t('inventory.own.row', { n: index + 1 })}>
              <TextField name={`custom.rows.${index}.name`} label={t('inventory.own.name')} required maxLength={60} />
              <Kind index={index} />
              <div className={classes.value}>
                <Value index={index} />
              </div>
              {!disabled && (
                <ActionIcon
                  size={36}
                  className={classes.remove}
                  aria-label={t('inventory.own.remove', { n: index + 1 })}
                  onClick={() => take(index)}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {errors.custom?.message && (
        <Alert color="bad" role="alert">
          {errors.custom.message}
        </Alert>
      )}
      {!disabled && (
        <Group gap="sm">
          <Button
            ref={adder}
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            disabled={fields.length >= OWN_FIELDS_MAX}
            onClick={add}
          >
            {t('inventory.own.add')}
          </Button>
          {fields.length >= OWN_FIELDS_MAX && (
            <Text size="xs" c="dimmed">
              {t('inventory.own.full', { count: OWN_FIELDS_MAX })}
            </Text>
          )}
        </Group>
      )}
    </Stack>
  )
}

function Kind({ index }: { index: number }) {
  const { t } = useTranslation()
  const { control, getValues, setValue } = useFormContext<AssetInput>()
  const { field } = useController({ control, name: `custom.rows.${index}.kind` })
  return (
    <Select
      {...field}
      label={t('inventory.own.kind')}
      allowDeselect={false}
      data={ownKinds.map((kind) => ({ value: kind, label: t(`inventory.own.kinds.${kind}`) }))}
      onChange={(kind) => {
        field.onChange(kind)
        const name = `custom.rows.${index}.value` as const
        setValue(name, asKind(getValues(name), kind as OwnKind), { shouldDirty: true })
      }}
    />
  )
}

function Value({ index }: { index: number }) {
  const { t } = useTranslation()
  const { control, watch } = useFormContext<AssetInput>()
  const name = `custom.rows.${index}.value` as const
  const row = watch(`custom.rows.${index}`) as OwnRow | undefined
  const { field } = useController({ control, name })
  const common = { name, label: t('inventory.own.value'), required: true }
  if (row?.kind === 'NUMBER') return <NumberField {...common} decimals={6} />
  if (row?.kind === 'YES_NO')
    return (
      <Select
        ref={field.ref}
        label={common.label}
        withAsterisk
        allowDeselect={false}
        data={[
          { value: 'yes', label: t('common.yes') },
          { value: 'no', label: t('common.no') },
        ]}
        value={field.value === true ? 'yes' : 'no'}
        onChange={(answer) => field.onChange(answer === 'yes')}
        onBlur={field.onBlur}
      />
    )
  // What came with line breaks keeps them; a line stays a line.
  return typeof row?.value === 'string' && row.value.includes('\n') ? (
    <TextAreaField {...common} rows={1} maxLength={500} />
  ) : (
    <TextField {...common} maxLength={500} />
  )
}
