import { SimpleGrid, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NumberField, TextAreaField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { showDone } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { z } from '@/lib/validation'
import { type QuoteSettings, touched } from '../api/prices'
import { CancellationFields } from './CancellationFields'

const percent = z.number().min(0).max(100)
const input = z.object({
  validityDays: z.number().int().min(1).max(3660),
  vatPercent: percent,
  depositPercent: percent.nullable(),
  cancellation: z.array(z.object({ days: z.number().int().min(0).max(3660), percent })),
  discountPercent: percent,
  limits: z.array(z.object({ roleId: z.string(), percent: percent.nullable() })),
  intro: z.string().max(10_000).nullable(),
  terms: z.string().max(20_000).nullable(),
  introDe: z.string().max(10_000).nullable(),
  termsDe: z.string().max(20_000).nullable(),
})
type Input = z.infer<typeof input>
const inputOf = (now: QuoteSettings): Input => ({
  validityDays: now.validityDays,
  vatPercent: now.vat.percent,
  depositPercent: now.depositPercent,
  cancellation: now.cancellation,
  discountPercent: now.discountPercent,
  limits: now.roles.map((role) => ({ roleId: role.roleId, percent: role.discountPercent })),
  intro: now.intro,
  terms: now.terms,
  introDe: now.introDe,
  termsDe: now.termsDe,
})

/** How new quotes begin, and how much who may take off without approval. */
export function SettingsForm({ settings, disabled }: { settings: QuoteSettings; disabled: boolean }) {
  const { t } = useTranslation()
  const refresh = useRefresh(touched)
  return (
    <ResourceForm<Input, QuoteSettings>
      schema={input}
      values={inputOf(settings)}
      version={settings.version}
      disabled={disabled}
      save={(values, { changed, version }) => {
        const { vatPercent, limits, ...others } = changed
        const body = {
          ...others,
          ...(vatPercent === undefined
            ? {}
            : { vat: { category: vatPercent > 0 ? 'STANDARD' : 'ZERO_RATED', percent: vatPercent } }),
          ...(limits === undefined
            ? {}
            : {
                roleLimits: values.limits
                  .filter((one) => one.percent !== null)
                  .map((one) => ({ roleId: one.roleId, discountPercent: one.percent })),
              }),
        }
        return api.patch<QuoteSettings>('/quote-settings', body, { version })
      }}
      reload={async () => {
        const fresh = await api.get<QuoteSettings>('/quote-settings')
        return { values: inputOf(fresh), version: fresh.version }
      }}
      onSaved={async () => {
        await refresh()
        showDone(t('quotes.settingsSaved'))
      }}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <NumberField name="validityDays" label={t('quotes.validityDays')} unit={t('quotes.days')} min={1} max={3_660} required />
        <NumberField name="vatPercent" label={t('quotes.vatPercent')} unit="%" min={0} max={100} decimals={2} required />
        <NumberField name="depositPercent" label={t('quotes.depositPercent')} unit="%" min={0} max={100} decimals={2} />
        <NumberField
          name="discountPercent"
          label={t('quotes.limit')}
          description={t('quotes.limitHint')}
          unit="%"
          min={0}
          max={100}
          decimals={2}
          required
        />
      </SimpleGrid>
      <Text size="sm" fw={500}>
        {t('quotes.roleLimits')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
        {settings.roles.map((role, index) => (
          <NumberField
            key={role.roleId}
            name={`limits.${index}.percent`}
            label={role.name}
            unit="%"
            min={0}
            max={100}
            decimals={2}
          />
        ))}
      </SimpleGrid>
      <CancellationFields disabled={disabled} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextAreaField name="intro" label={t('quotes.introIn.en')} rows={3} maxLength={10_000} />
        <TextAreaField name="introDe" label={t('quotes.introIn.de')} rows={3} maxLength={10_000} />
        <TextAreaField name="terms" label={t('quotes.termsIn.en')} rows={5} maxLength={20_000} />
        <TextAreaField
          name="termsDe"
          label={t('quotes.termsIn.de')}
          description={t('quotes.inGermanHint')}
          rows={5}
          maxLength={20_000}
        />
      </SimpleGrid>
    </ResourceForm>
  )
}
