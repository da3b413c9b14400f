import { SimpleGrid, Text, TextInput, Title } from '@mantine/core'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NumberField } from '@/components/form/fields'
import type { OwnTimes } from '@/lib/pull-lists'
import { z } from '@/lib/validation'

export const timesSchema = {
  from: z.string(),
  to: z.string(),
  prepMinutes: z.number().int().min(0).nullable(),
  transitBeforeMinutes: z.number().int().min(0).nullable(),
  transitAfterMinutes: z.number().int().min(0).nullable(),
  turnaroundMinutes: z.number().int().min(0).nullable(),
}

/** Names of the server's fields where the form keeps them flat. */
export const timesNames = Object.fromEntries(
  (['from', 'to', 'prepMinutes', 'transitBeforeMinutes', 'transitAfterMinutes', 'turnaroundMinutes'] as const).map((name) => [
    `times.${name}`,
    name,
  ]),
)

/** Where a group or a line is needed at other times than what it belongs to; what stays empty is as there. */
export function TimesFields({ above, zone }: { above: OwnTimes | undefined; zone: string }) {
  const { t } = useTranslation()
  const hours = (name: keyof OwnTimes) => {
    const minutes = above?.[name]
    return typeof minutes === 'number' ? `${Number((minutes / 60).toFixed(2))} h` : undefined
  }
  const minutes = (name: 'prepMinutes' | 'transitBeforeMinutes' | 'transitAfterMinutes' | 'turnaroundMinutes') => (
    <NumberField
      name={name}
      label={t(`pulllists.times.${name}`)}
      placeholder={hours(name)}
      unit="h"
      scale={60}
      decimals={2}
      min={0}
      max={1440}
    />
  )
  return (
    <section>
      <Title order={3} size="h6">
        {t('pulllists.ownTimes')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('pulllists.ownTimesText', { zone })}
      </Text>
      {/* By the room there is, not by the screen: a date with its time is cut off in half a drawer. */}
      <SimpleGrid type="container" cols={{ base: 1, '480px': 2 }} spacing="sm">
        <Moment name="from" label={t('pulllists.times.from')} />
        <Moment name="to" label={t('pulllists.times.to')} />
      </SimpleGrid>
      <SimpleGrid cols={2} spacing="sm" mt="sm" style={{ alignItems: 'end' }}>
        {minutes('prepMinutes')}
        {minutes('transitBeforeMinutes')}
        {minutes('transitAfterMinutes')}
        {minutes('turnaroundMinutes')}
      </SimpleGrid>
    </section>
  )
}

/** Date and time by the browser's own field. */
function Moment({ name, label }: { name: string; label: string }) {
  const { control } = useFormContext()
  const { field, fieldState } = useController({ name, control })
  return (
    <TextInput
      {...field}
      type="datetime-local"
      label={label}
      max="2199-01-01T00:00"
      value={field.value ?? ''}
      error={fieldState.error?.message}
    />
  )
}
