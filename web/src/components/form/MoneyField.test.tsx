import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { FormProvider, useForm } from 'react-hook-form'
import { beforeEach, expect, it } from 'vitest'
import { Providers } from '@/app/Providers'
import type { Money } from '@/lib/api/client'
import { setLanguage } from '@/lib/i18n'
import { makeQueryClient } from '@/lib/query-client'
import { MoneyField } from './fieldParts'

let written: Money | null

function Form({ price, currency }: { price: Money | null; currency?: string }) {
  const form = useForm({ defaultValues: { price } })
  written = form.watch('price')
  return (
    <FormProvider {...form}>
      <MoneyField name="price" label="Price" currency={currency} />
    </FormProvider>
  )
}
function open(price: Money | null, currency?: string) {
  render(
    <Providers queryClient={makeQueryClient()} test>
      <Form price={price} currency={currency} />
    </Providers>,
  )
  return screen.getByRole('textbox', { name: 'Price' })
}

beforeEach(() => setLanguage('en'))

it.each([
  ['EUR', 1250, '12.50'],
  ['EUR', 120000, '1,200.00'],
  ['JPY', 1200, '1,200'],
  ['KWD', 1500, '1.500'],
])('shows all decimals of %s', (currency, amountMinor, shown) => {
  expect(open({ amountMinor, currency })).toHaveValue(shown)
})

it.each([
  ['EUR', '12.50', '12.50', 1250],
  ['EUR', '7', '7.00', 700],
  ['EUR', '0.05', '0.05', 5],
  ['JPY', '1200', '1,200', 1200],
  ['KWD', '1.505', '1.505', 1505],
])('leaves an amount in %s as it is written, %s', async (currency, text, shown, amountMinor) => {
  const user = userEvent.setup()
  const field = open(null, currency)
  await user.type(field, text)
  if (text.length < 4 || text.includes('.')) expect(field).toHaveValue(text)
  expect(written).toEqual({ amountMinor, currency })
  await user.tab()
  expect(field).toHaveValue(shown)
  await user.clear(field)
  expect(written).toBeNull()
})

it('writes decimals with a comma in German', async () => {
  await setLanguage('de')
  const user = userEvent.setup()
  const field = open({ amountMinor: 123450, currency: 'EUR' })
  expect(field).toHaveValue('1.234,50')
  await user.clear(field)
  await user.type(field, '12,50')
  await user.tab()
  expect(field).toHaveValue('12,50')
  expect(written?.amountMinor).toBe(1250)
})
