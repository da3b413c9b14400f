import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NumberField } from '@/components/form/fields'

type Steps = { cancellation: { days: number; percent: number }[] }

/** What is owed of a job that is cancelled, by days before it begins. */
export function CancellationFields({ disabled = false }: { disabled?: boolean }) {
  const { t } = useTranslation()
  const { control } = useFormContext<Steps>()
  const { fields, append, remove } = useFieldArray({ control, name: 'cancellation', keyName: 'key' })
  return (
    <Stack gap="xs" component="fieldset" p={0} m={0} style={{ border: 0 }}>
      <Text component="legend" size="sm" fw={500}>
        {t('quotes.cancellation')}
      </Text>
      <Text size="xs" c="dimmed">
        {t('quotes.cancellationHint')}
      </Text>
      {fields.map((field, index) => (
        <Group
          key={field.key}
          gap="xs"
          align="flex-end"
          wrap="wrap"
          role="group"
          aria-label={t('quotes.stepN', { n: index + 1 })}
        >
          <div style={{ flex: '1 1 160px', maxWidth: 260 }}>
            <NumberField
              name={`cancellation.${index}.days`}
              label={t('quotes.daysBefore')}
              unit={t('quotes.days')}
              min={0}
              max={3_660}
              required
            />
          </div>
          <div style={{ flex: '1 1 140px', maxWidth: 220 }}>
            <NumberField
              name={`cancellation.${index}.percent`}
              label={t('quotes.ofNet')}
              unit="%"
              min={0}
              max={100}
              decimals={2}
              required
            />
          </div>
          {!disabled && (
            <ActionIcon size={36} aria-label={t('quotes.removeStep', { n: index + 1 })} onClick={() => remove(index)}>
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      ))}
      {!disabled && (
        <div>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => append({ days: 14, percent: 50 })}
          >
            {t('quotes.addStep')}
          </Button>
        </div>
      )}
    </Stack>
  )
}
