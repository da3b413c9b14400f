import { ActionIcon, Alert, Button, Group, Select, Stack, Text, Title } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef } from 'react'
import { useController, useFieldArray, useFormContext, useFormState } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NumberField, TextAreaField, TextField } from './fields'
import classes from './OwnFields.module.css'
import { asKind, OWN_FIELDS_MAX, type OwnInput, type OwnKind, type OwnRow, ownKinds } from './own-fields'

type WithOwn = { custom: OwnInput }

/** Rows of a name and a value, the form's `custom`: whatever this company wants to know besides. */
export function OwnFields({ disabled, hint }: { disabled?: boolean; hint?: string }) {
  const { t } = useTranslation()
  const { control } = useFormContext<WithOwn>()
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
          {t('form.own.title')}
        </Title>
        {!disabled && (
          <Text size="sm" c="dimmed">
            {hint ?? t('form.own.hint')}
          </Text>
        )}
      </div>
      {fields.length > 0 && (
        <ul className={classes.rows} ref={list}>
          {fields.map((field, index) => (
            <li key={field.key} className={classes.row} aria-label={t('form.own.row', { n: index + 1 })}>
              <TextField name={`custom.rows.${index}.name`} label={t('form.own.name')} required maxLength={60} />
              <Kind index={index} />
              <div className={classes.value}>
                <Value index={index} />
              </div>
              {!disabled && (
                <ActionIcon
                  size={36}
                  className={classes.remove}
                  aria-label={t('form.own.remove', { n: index + 1 })}
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
            {t('form.own.add')}
          </Button>
          {fields.length >= OWN_FIELDS_MAX && (
            <Text size="xs" c="dimmed">
              {t('form.own.full', { count: OWN_FIELDS_MAX })}
            </Text>
          )}
        </Group>
      )}
    </Stack>
  )
}

function Kind({ index }: { index: number }) {
  const { t } = useTranslation()
  const { control, getValues, setValue } = useFormContext<WithOwn>()
  const { field } = useController({ control, name: `custom.rows.${index}.kind` })
  return (
    <Select
      {...field}
      label={t('form.own.kind')}
      allowDeselect={false}
      data={ownKinds.map((kind) => ({ value: kind, label: t(`form.own.kinds.${kind}`) }))}
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
  const { control, watch } = useFormContext<WithOwn>()
  const name = `custom.rows.${index}.value` as const
  const row = watch(`custom.rows.${index}`) as OwnRow | undefined
  const { field } = useController({ control, name })
  const common = { name, label: t('form.own.value'), required: true }
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
