import { ActionIcon, Button, Group, Modal, MultiSelect, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Controller, useFieldArray, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { DateField, NumberField, SwitchField, TagsField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { z } from '@/lib/validation'
import { type Curve, categoriesQuery, type HireRate, type PriceList, touched, weekdays } from '../api/prices'

function useSaved(onClose: () => void) {
  const refresh = useRefresh(touched)
  return async () => {
    await refresh()
    onClose()
  }
}
const day = z.string().nullable()

const listInput = z.object({
  name: z.string().trim().min(1).max(100),
  currency: z.string().length(3),
  clientTags: z.array(z.string()),
  validFrom: day,
  validTo: day,
  discountPercent: z.number().min(0).max(100).nullable(),
})
type ListInput = z.infer<typeof listInput>

/** For whom and when a price list counts. */
export function ListDialog({ list, onClose }: { list: PriceList | null; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const saved = useSaved(onClose)
  const values: ListInput = list ?? {
    name: '',
    currency: format.currency,
    clientTags: [],
    validFrom: null,
    validTo: null,
    discountPercent: null,
  }
  return (
    <Modal opened onClose={onClose} title={<Text fw={650}>{list?.name ?? t('quotes.newList')}</Text>}>
      <ResourceForm<ListInput, PriceList>
        schema={listInput}
        values={{
          name: values.name,
          currency: values.currency,
          clientTags: values.clientTags,
          validFrom: values.validFrom,
          validTo: values.validTo,
          discountPercent: values.discountPercent,
        }}
        version={list?.version}
        inDialog
        onCancel={onClose}
        save={(all, { changed, version }) =>
          list ? api.patch<PriceList>(`/price-lists/${list.id}`, changed, { version }) : api.post<PriceList>('/price-lists', all)
        }
        onSaved={saved}
      >
        <TextField name="name" label={t('quotes.name')} required autoFocus maxLength={100} />
        <TextField name="currency" label={t('quotes.currency')} required maxLength={3} />
        <TagsField name="clientTags" label={t('quotes.clientTags')} />
        <SimpleGrid cols={2} spacing="md">
          <DateField name="validFrom" label={t('quotes.validFrom')} />
          <DateField name="validTo" label={t('quotes.validTo')} />
        </SimpleGrid>
        <NumberField name="discountPercent" label={t('quotes.listDiscount')} unit="%" min={0} max={100} decimals={2} />
      </ResourceForm>
    </Modal>
  )
}

const curveInput = z.object({
  name: z.string().trim().min(1).max(100),
  points: z.array(z.object({ days: z.number().int().min(1).max(3660), factor: z.number().min(0).max(10_000) })).min(1),
  furtherDay: z.number().min(0).max(1_000),
  standard: z.boolean(),
  categoryIds: z.array(z.string()),
})
type CurveInput = z.infer<typeof curveInput>

/** What several days cost, point by point, and for which categories. */
export function CurveDialog({ curve, onClose }: { curve: Curve | null; onClose: () => void }) {
  const { t } = useTranslation()
  const saved = useSaved(onClose)
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={650}>{curve?.name ?? t('quotes.newCurve')}</Text>}>
      <ResourceForm<CurveInput, Curve>
        schema={curveInput}
        values={{
          name: curve?.name ?? '',
          points: curve?.points ?? [{ days: 1, factor: 1 }],
          furtherDay: curve?.furtherDay ?? 0.5,
          standard: curve?.standard ?? false,
          categoryIds: curve?.categoryIds ?? [],
        }}
        version={curve?.version}
        inDialog
        onCancel={onClose}
        save={(all, { changed, version }) =>
          curve ? api.patch<Curve>(`/factor-curves/${curve.id}`, changed, { version }) : api.post<Curve>('/factor-curves', all)
        }
        onSaved={saved}
      >
        <TextField name="name" label={t('quotes.name')} required autoFocus maxLength={100} />
        <Points />
        <NumberField name="furtherDay" label={t('quotes.furtherDay')} min={0} max={1_000} decimals={4} required />
        <CategoriesField />
        <SwitchField name="standard" label={t('quotes.standard')} description={t('quotes.standardHint')} />
      </ResourceForm>
    </Modal>
  )
}

function Points() {
  const { t } = useTranslation()
  const { control } = useFormContext<CurveInput>()
  const { fields, append, remove } = useFieldArray({ control, name: 'points', keyName: 'key' })
  return (
    <Stack gap="xs">
      {fields.map((field, index) => (
        <Group
          key={field.key}
          gap="xs"
          align="flex-end"
          wrap="nowrap"
          role="group"
          aria-label={t('quotes.pointN', { n: index + 1 })}
        >
          <NumberField name={`points.${index}.days`} label={t('quotes.days')} min={1} max={3_660} />
          <NumberField name={`points.${index}.factor`} label={t('quotes.factor')} min={0} max={10_000} decimals={4} />
          <ActionIcon
            size={36}
            aria-label={t('quotes.removePoint', { n: index + 1 })}
            disabled={index === 0}
            onClick={() => remove(index)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => append({ days: (fields.at(-1)?.days ?? 0) + 1, factor: (fields.at(-1)?.factor ?? 0.5) + 0.5 })}
        >
          {t('quotes.addPoint')}
        </Button>
      </div>
    </Stack>
  )
}

function CategoriesField() {
  const { t } = useTranslation()
  const { control } = useFormContext<CurveInput>()
  const { data } = useQuery(categoriesQuery)
  return (
    <Controller
      control={control}
      name="categoryIds"
      render={({ field }) => (
        <MultiSelect
          label={t('quotes.categories')}
          searchable
          data={(data?.items ?? []).map((one) => ({ value: one.id, label: one.path.join(' › ') }))}
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
          ref={field.ref}
        />
      )}
    />
  )
}

const rateInput = z.object({
  name: z.string().trim().min(1).max(100),
  from: day,
  to: day,
  weekdays: z.array(z.enum(weekdays)),
  factor: z.number().min(0).max(100),
})
type RateInput = z.infer<typeof rateInput>

/** Which days cost how much more or less. */
export function RateDialog({ rate, onClose }: { rate: HireRate | null; onClose: () => void }) {
  const { t } = useTranslation()
  const saved = useSaved(onClose)
  return (
    <Modal opened onClose={onClose} title={<Text fw={650}>{rate?.name ?? t('quotes.newRate')}</Text>}>
      <ResourceForm<RateInput, HireRate>
        schema={rateInput}
        values={{
          name: rate?.name ?? '',
          from: rate?.from ?? null,
          to: rate?.to ?? null,
          weekdays: rate?.weekdays ?? [],
          factor: rate?.factor ?? 1,
        }}
        version={rate?.version}
        inDialog
        onCancel={onClose}
        save={(all, { changed, version }) =>
          rate ? api.patch<HireRate>(`/hire-rates/${rate.id}`, changed, { version }) : api.post<HireRate>('/hire-rates', all)
        }
        onSaved={saved}
      >
        <TextField name="name" label={t('quotes.name')} required autoFocus maxLength={100} />
        <SimpleGrid cols={2} spacing="md">
          <DateField name="from" label={t('quotes.hireFrom')} />
          <DateField name="to" label={t('quotes.hireTo')} />
        </SimpleGrid>
        <WeekdaysField />
        <NumberField name="factor" label={t('quotes.factor')} min={0} max={100} decimals={4} required />
      </ResourceForm>
    </Modal>
  )
}

function WeekdaysField() {
  const { t } = useTranslation()
  const { control } = useFormContext<RateInput>()
  return (
    <Controller
      control={control}
      name="weekdays"
      render={({ field }) => (
        <MultiSelect
          label={t('quotes.weekdays')}
          data={weekdays.map((one) => ({ value: one, label: t(`quotes.onDays.${one}`) }))}
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
          ref={field.ref}
        />
      )}
    />
  )
}
