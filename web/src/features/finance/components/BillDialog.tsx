import { Checkbox, Modal, Radio, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NumberField, SwitchField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { z } from '@/lib/validation'
import type { Account } from '../api/billing'
import { type Invoice, touched } from '../api/finance'

const ways = ['DEPOSIT', 'SHARE', 'LINES', 'FINAL'] as const
const input = z.object({
  way: z.enum(ways),
  percent: z.number().positive().max(100).nullable(),
  lines: z.array(z.string()),
  costs: z.boolean(),
})
type Input = z.infer<typeof input>

/** Which invoice is made of an accepted quote: the deposit, a part, or all that is left. */
export function BillDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const refresh = useRefresh(touched)
  const asked = account.deposit.amountMinor > 0 && account.invoices.every((one) => one.kind !== 'DEPOSIT')
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={650}>{t('finance.billing.make')}</Text>}>
      <ResourceForm<Input, Invoice>
        schema={input}
        values={{
          way: asked ? 'DEPOSIT' : 'FINAL',
          percent: account.depositPercent,
          lines: [],
          costs: true,
        }}
        inDialog
        submitLabel={t('finance.createDraft')}
        onCancel={onClose}
        save={({ way, percent, lines, costs }) =>
          api.post<Invoice>(`/quotes/${account.quote.id}/invoices`, {
            kind: way === 'DEPOSIT' ? 'DEPOSIT' : way === 'FINAL' ? 'FINAL' : 'PART',
            percent: way === 'DEPOSIT' || way === 'SHARE' ? percent : null,
            lines: way === 'LINES' ? lines : null,
            costs: way === 'FINAL' ? costs : null,
          })
        }
        onSaved={async (made) => {
          await refresh()
          await navigate({ href: `/invoices/${made.id}` })
        }}
      >
        <Ways account={account} />
      </ResourceForm>
    </Modal>
  )
}

function Ways({ account }: { account: Account }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { control, setValue } = useFormContext<Input>()
  const way = useWatch({ control, name: 'way' })
  const lines = useWatch({ control, name: 'lines' })
  const open = account.lines.filter((one) => one.billed.amountMinor < one.net.amountMinor)
  return (
    <>
      <Radio.Group
        label={t('finance.billing.which')}
        value={way}
        onChange={(next) => setValue('way', next as Input['way'], { shouldDirty: true })}
      >
        <Stack gap="xs" mt="xs">
          {ways.map((one) => (
            <Radio
              key={one}
              value={one}
              label={t(`finance.billing.ways.${one}`)}
              description={t(`finance.billing.hints.${one}`, {
                left: format.money(account.left),
                deposits: format.money(account.deposits),
                deposit: format.money(account.deposit),
              })}
            />
          ))}
        </Stack>
      </Radio.Group>
      {(way === 'DEPOSIT' || way === 'SHARE') && (
        <NumberField name="percent" label={t('finance.billing.percent')} decimals={4} min={0} max={100} unit="%" required />
      )}
      {way === 'LINES' && (
        <Stack gap={6} role="group" aria-label={t('finance.lines')} mah={320} style={{ overflowY: 'auto' }}>
          {open.map((one) => (
            <Checkbox
              key={one.id}
              checked={lines.includes(one.id)}
              onChange={(event) =>
                setValue('lines', event.currentTarget.checked ? [...lines, one.id] : lines.filter((id) => id !== one.id), {
                  shouldDirty: true,
                })
              }
              label={`${format.number(one.quantity)} × ${one.name}: ${format.money({
                ...one.net,
                amountMinor: one.net.amountMinor - one.billed.amountMinor,
              })}`}
            />
          ))}
        </Stack>
      )}
      {way === 'FINAL' && account.toCharge > 0 && (
        <SwitchField name="costs" label={t('finance.billing.costs', { count: account.toCharge })} />
      )}
    </>
  )
}
