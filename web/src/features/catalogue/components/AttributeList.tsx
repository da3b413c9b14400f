import { Button, Card, Checkbox, Group, Select, SimpleGrid, Stack, TagsInput, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { Controller, useFieldArray, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NumberField } from '@/components/form/fields'
import type { AttributeDefinition } from '../api/catalogue'
import { attributeTypes, type CategoryInput, keyOf } from '../api/categories'

/** What the products of a category are asked for. */
export function AttributeList() {
  const { t } = useTranslation()
  const { control, watch, getValues, setValue } = useFormContext<CategoryInput>()
  const { fields, append, remove } = useFieldArray({ control, name: 'attributes' })
  const blank: AttributeDefinition = {
    key: '',
    label: '',
    type: 'TEXT',
    unit: null,
    required: false,
    choices: [],
    min: null,
    max: null,
  }
  return (
    <Stack gap="sm">
      <Text size="sm" fw={500}>
        {t('catalogue.attributes')}
      </Text>
      <Text size="xs" c="dimmed">
        {t('catalogue.attributesHint')}
      </Text>
      {fields.map((field, index) => (
        <Card key={field.id} padding="sm">
          <SimpleGrid cols={{ base: 1, xs: 2, sm: 4 }} spacing="sm">
            <Controller
              control={control}
              name={`attributes.${index}.label`}
              render={({ field: label, fieldState }) => (
                <TextInput
                  {...label}
                  label={t('catalogue.attributeLabel')}
                  error={fieldState.error?.message}
                  onChange={(event) => {
                    // The key follows the label until somebody gives it a word of its own.
                    if (getValues(`attributes.${index}.key`) === keyOf(label.value))
                      setValue(`attributes.${index}.key`, keyOf(event.currentTarget.value), { shouldDirty: true })
                    label.onChange(event)
                  }}
                />
              )}
            />
            <Controller
              control={control}
              name={`attributes.${index}.key`}
              render={({ field: key, fieldState }) => (
                <TextInput
                  {...key}
                  label={t('catalogue.attributeKey')}
                  placeholder="ipRating"
                  error={fieldState.error && t('catalogue.keyForm')}
                />
              )}
            />
            <Controller
              control={control}
              name={`attributes.${index}.type`}
              render={({ field: type }) => (
                <Select
                  {...type}
                  label={t('catalogue.attributeType')}
                  allowDeselect={false}
                  data={attributeTypes.map((one) => ({ value: one, label: t(`catalogue.attributeTypes.${one}`) }))}
                />
              )}
            />
            <Controller
              control={control}
              name={`attributes.${index}.unit`}
              disabled={watch(`attributes.${index}.type`) !== 'NUMBER'}
              render={({ field: unit }) => (
                <TextInput
                  {...unit}
                  label={t('catalogue.attributeUnit')}
                  value={unit.value ?? ''}
                  onChange={(event) => unit.onChange(event.currentTarget.value || null)}
                />
              )}
            />
          </SimpleGrid>
          {watch(`attributes.${index}.type`) === 'NUMBER' && (
            <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm" mt="sm">
              <NumberField name={`attributes.${index}.min`} label={t('catalogue.attributeMin')} decimals={3} />
              <NumberField name={`attributes.${index}.max`} label={t('catalogue.attributeMax')} decimals={3} />
            </SimpleGrid>
          )}
          {watch(`attributes.${index}.type`) === 'CHOICE' && (
            <Controller
              control={control}
              name={`attributes.${index}.choices`}
              render={({ field: choices, fieldState }) => (
                <TagsInput
                  {...choices}
                  mt="sm"
                  label={t('catalogue.attributeChoices')}
                  placeholder={t('form.tagsHint')}
                  error={fieldState.error?.message}
                />
              )}
            />
          )}
          <Group justify="space-between" mt="sm">
            <Controller
              control={control}
              name={`attributes.${index}.required`}
              render={({ field: required }) => (
                <Checkbox
                  label={t('catalogue.attributeRequired')}
                  checked={required.value}
                  onChange={(event) => required.onChange(event.currentTarget.checked)}
                />
              )}
            />
            <Button size="xs" variant="default" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => remove(index)}>
              {t('catalogue.removeAttribute')}
            </Button>
          </Group>
        </Card>
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => append(blank)}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('catalogue.addAttribute')}
      </Button>
    </Stack>
  )
}
