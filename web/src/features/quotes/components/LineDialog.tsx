import { Modal, SimpleGrid, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NumberField, RemoteSelect, SelectField, SwitchField, TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import {
  type LineInput,
  type LineKind,
  lineInputOf,
  type QuoteLine,
  type QuoteVersion,
  units,
  vatCategories,
} from '../api/quotes'

const input = z.object({
  name: z.string().max(300).nullable(),
  productId: z.string().nullable(),
  note: z.string().max(2_000).nullable(),
  quantity: z.number().min(0).max(1_000_000).nullable(),
  listPrice: z.number().min(0).max(1_000_000_000).nullable(),
  unit: z.enum(units).nullable(),
  byParts: z.boolean(),
  discountPercent: z.number().min(0).max(100).nullable(),
  percent: z.number().min(0).max(1_000).nullable(),
  percentOf: z.enum(['EQUIPMENT', 'ALL']).nullable(),
  unitCost: z.number().min(0).max(1_000_000_000).nullable(),
  optional: z.boolean(),
  alternativeTo: z.string().nullable(),
  vatCategory: z.enum(vatCategories).nullable(),
  vatPercent: z.number().min(0).max(100).nullable(),
})
type Input = z.infer<typeof input>

/** All of one line. */
export function LineDialog(props: {
  line: QuoteLine | null
  kind: LineKind
  version: QuoteVersion
  onDone: (line: LineInput) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const can = useCan()
  const { line, kind, version } = props
  const now = line ? lineInputOf(line) : undefined
  const values: Input = {
    name: line?.name ?? null,
    productId: line?.productId ?? null,
    note: line?.note ?? null,
    quantity: line?.quantity ?? 1,
    listPrice: now?.listPrice ?? null,
    unit: line?.basis.unit ?? (kind === 'CREW' ? 'DAY' : 'JOB'),
    byParts: line?.byParts ?? false,
    discountPercent: line?.discountPercent ?? null,
    percent: line?.percent ?? null,
    percentOf: line?.percentOf ?? 'EQUIPMENT',
    unitCost: line?.unitCost ?? null,
    optional: line?.optional ?? false,
    alternativeTo: line?.alternativeTo ?? null,
    vatCategory: line?.ownVat ? line.vat.category : null,
    vatPercent: line?.ownVat ? line.vat.percent : null,
  }
  const percent = kind === 'PERCENT'
  const bases = version.groups
    .flatMap((group) => group.lines)
    .filter((one) => one.id !== line?.id && !one.optional && !one.alternativeTo && one.kind !== 'PERCENT')
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="lg"
      title={<Text fw={650}>{line ? line.name : t(`quotes.addKind.${kind}`)}</Text>}
    >
      <ResourceForm<Input, null>
        schema={input}
        values={values}
        inDialog
        submitLabel={t(line ? 'quotes.keep' : 'quotes.add')}
        onCancel={props.onClose}
        save={async ({ vatCategory, vatPercent, ...given }) => {
          props.onDone({
            kind,
            ...given,
            kitId: line?.kitId ?? null,
            quantity: given.quantity ?? 1,
            unit: given.unit ?? 'JOB',
            percentOf: percent ? given.percentOf : null,
            listPrice: percent ? null : given.listPrice,
            chosen: given.optional || given.alternativeTo ? (line?.chosen ?? false) : true,
            vat: vatCategory
              ? { category: vatCategory, percent: vatCategory === 'STANDARD' ? (vatPercent ?? version.vat.percent) : 0 }
              : null,
          })
          return null
        }}
      >
        <TextField
          name="name"
          label={t('quotes.lineName')}
          required={kind !== 'PRODUCT' && kind !== 'KIT' && kind !== 'CONSUMABLE'}
          autoFocus
          maxLength={300}
        />
        {(kind === 'CONSUMABLE' || kind === 'SUB_HIRE') && can('PRODUCT_READ') && (
          <RemoteSelect
            name="productId"
            label={t('quotes.product')}
            endpoint="/products"
            query={{ archived: false, ...(kind === 'CONSUMABLE' ? { kind: 'CONSUMABLE' } : {}) }}
            chosenLabel={line?.name}
          />
        )}
        <TextAreaField name="note" label={t('quotes.lineNote')} rows={2} maxLength={2_000} />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          {percent ? (
            <>
              <NumberField name="percent" label={t('quotes.percent')} unit="%" min={0} max={1_000} decimals={2} required />
              <SelectField
                name="percentOf"
                label={t('quotes.percentOf')}
                data={(['EQUIPMENT', 'ALL'] as const).map((one) => ({ value: one, label: t(`quotes.percentOfs.${one}`) }))}
              />
            </>
          ) : (
            <>
              <NumberField name="quantity" label={t('quotes.quantity')} min={0} max={1_000_000} decimals={3} />
              <NumberField
                name="listPrice"
                label={t('quotes.ownPrice')}
                description={line?.productId || line?.kitId ? t('quotes.ownPriceHint') : undefined}
                unit={version.currency}
                min={0}
                max={1_000_000_000}
                decimals={4}
              />
              <SelectField
                name="unit"
                label={t('quotes.unit')}
                data={units.map((one) => ({ value: one, label: t(`quotes.per.${one}`) }))}
              />
              <NumberField name="discountPercent" label={t('quotes.discountPercent')} unit="%" min={0} max={100} decimals={2} />
            </>
          )}
          {can('QUOTE_MARGIN_READ') && !percent && (
            <NumberField
              name="unitCost"
              label={t('quotes.unitCost')}
              description={t('quotes.unitCostHint')}
              unit={version.currency}
              min={0}
              max={1_000_000_000}
              decimals={4}
            />
          )}
          <SelectField
            name="vatCategory"
            label={t('quotes.vat')}
            description={t('quotes.vatHint')}
            data={vatCategories.map((one) => ({ value: one, label: t(`quotes.vatCategories.${one}`) }))}
          />
          <NumberField name="vatPercent" label={t('quotes.vatPercent')} unit="%" min={0} max={100} decimals={2} />
          {bases.length > 0 && !percent && (
            <SelectField
              name="alternativeTo"
              label={t('quotes.alternativeTo')}
              data={bases.map((one) => ({ value: one.id, label: one.name }))}
            />
          )}
        </SimpleGrid>
        {kind === 'KIT' && <SwitchField name="byParts" label={t('quotes.byParts')} description={t('quotes.byPartsHint')} />}
        <SwitchField name="optional" label={t('quotes.isOptional')} description={t('quotes.isOptionalHint')} />
      </ResourceForm>
    </Modal>
  )
}
