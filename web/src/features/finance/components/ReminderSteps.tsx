import { Box, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NumberField, TextAreaField, TextField } from '@/components/form/fields'
import type { Settings } from '../api/finance'

type Input = { reminders: Settings['reminders'] }

const MOST = 9
const FURTHER_DAYS = 14
const empty = { title: '', text: '' }

/** When clients are reminded, and in which words; the first step comes first, the last one may go. */
export function ReminderSteps({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation()
  const { control, getValues } = useFormContext<Input>()
  const { fields, append, remove } = useFieldArray({ control, name: 'reminders', keyName: 'key' })
  const add = () => {
    const last = getValues('reminders').at(-1)?.daysAfter ?? 0
    append({ level: fields.length + 1, daysAfter: Math.min(365, last + FURTHER_DAYS), en: empty, de: empty })
  }
  return (
    <>
      {fields.map(({ key }, index) => {
        const name = t('finance.stepN', { n: index + 1 })
        return (
          <Box key={key} role="group" aria-label={name} mt="xs">
            <SimpleGrid cols={{ base: 1, sm: 2 }} mb="xs">
              <Group gap="sm" style={{ alignSelf: 'end' }}>
                <Text fw={600}>{name}</Text>
                {index === fields.length - 1 && !disabled && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="bad"
                    leftSection={<IconTrash size={14} aria-hidden />}
                    aria-label={t('finance.removeLine', { name })}
                    onClick={() => remove(index)}
                  >
                    {t('finance.remove')}
                  </Button>
                )}
              </Group>
              <NumberField name={`reminders.${index}.daysAfter`} label={t('finance.daysAfter')} min={1} max={365} required />
            </SimpleGrid>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              {(['en', 'de'] as const).map((language) => (
                <Stack key={language} gap="xs">
                  <TextField
                    name={`reminders.${index}.${language}.title`}
                    label={t(`finance.stepTitle.${language}`)}
                    required
                    maxLength={100}
                  />
                  <TextAreaField
                    name={`reminders.${index}.${language}.text`}
                    label={t(`finance.stepText.${language}`)}
                    rows={3}
                    maxLength={2_000}
                    required
                  />
                </Stack>
              ))}
            </SimpleGrid>
          </Box>
        )
      })}
      {fields.length < MOST && !disabled && (
        <div>
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
            {t('finance.addStep')}
          </Button>
        </div>
      )}
    </>
  )
}
