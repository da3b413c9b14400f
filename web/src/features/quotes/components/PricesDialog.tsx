import { ActionIcon, Button, Group, Modal, NumberInput, Select, Table, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryState } from '@/components/QueryState'
import { showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { WideTable } from '@/components/WideTable'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { type Price, type PriceList, pricesQuery, touched } from '../api/prices'
import { offersQuery, type Unit, units } from '../api/quotes'

const idOf = (price: Price) => price.productId ?? price.kitId ?? ''

/** All prices of a list, saved together. */
export function PricesDialog(props: { list: PriceList; editable: boolean; onClose: () => void }) {
  const query = useQuery(pricesQuery(props.list.id))
  return (
    <Modal opened onClose={props.onClose} size="xl" title={<Text fw={650}>{props.list.name}</Text>}>
      <QueryState query={query}>{({ items }) => <Prices {...props} stored={items} />}</QueryState>
    </Modal>
  )
}

function Prices({ list, editable, stored, onClose }: Parameters<typeof PricesDialog>[0] & { stored: Price[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = useProblemText()
  const refresh = useRefresh(touched)
  const [prices, setPrices] = useState(stored)
  const [asked, setAsked] = useState('')
  const [settled] = useDebouncedValue(asked, 150)
  const offers = useQuery(offersQuery(settled)).data ?? []
  const [busy, setBusy] = useState(false)
  const change = (id: string, by: Partial<Price>) =>
    setPrices((now) => now.map((one) => (idOf(one) === id ? { ...one, ...by } : one)))
  const save = async () => {
    setBusy(true)
    try {
      const body = prices.map(({ productId, kitId, unit, price, minimum }) => ({ productId, kitId, unit, price, minimum }))
      await api.put(`/price-lists/${list.id}/prices`, { prices: body }, { version: list.version })
      await refresh()
      onClose()
    } catch (error) {
      showProblem(text(error))
      setBusy(false)
    }
  }
  const separator = format.locale.startsWith('de') ? ',' : '.'
  return (
    <>
      <WideTable minWidth={560} label={t('quotes.editPrices')}>
        <Table fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('quotes.name')}</Table.Th>
              <Table.Th>{t('quotes.price')}</Table.Th>
              <Table.Th>{t('quotes.unit')}</Table.Th>
              <Table.Th>{t('quotes.minimum')}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {prices.map((one) => (
              <Table.Tr key={idOf(one)}>
                <Table.Td>{one.name}</Table.Td>
                <Table.Td>
                  <NumberInput
                    aria-label={t('quotes.priceOf', { name: one.name })}
                    w={120}
                    min={0}
                    decimalScale={4}
                    decimalSeparator={separator}
                    disabled={!editable}
                    value={one.price}
                    onChange={(value) => change(idOf(one), { price: Number(value) || 0 })}
                  />
                </Table.Td>
                <Table.Td>
                  <Select
                    aria-label={t('quotes.unit')}
                    w={140}
                    disabled={!editable}
                    allowDeselect={false}
                    data={units.map((unit) => ({ value: unit, label: t(`quotes.per.${unit}`) }))}
                    value={one.unit}
                    onChange={(unit) => unit && change(idOf(one), { unit: unit as Unit })}
                  />
                </Table.Td>
                <Table.Td>
                  <NumberInput
                    aria-label={t('quotes.minimum')}
                    w={120}
                    min={0}
                    decimalScale={4}
                    decimalSeparator={separator}
                    disabled={!editable}
                    value={one.minimum ?? ''}
                    onChange={(value) => change(idOf(one), { minimum: value === '' ? null : Number(value) })}
                  />
                </Table.Td>
                <Table.Td>
                  {editable && (
                    <ActionIcon
                      variant="subtle"
                      aria-label={t('quotes.removePrice', { name: one.name })}
                      onClick={() => setPrices((now) => now.filter((other) => other !== one))}
                    >
                      <IconTrash size={16} aria-hidden />
                    </ActionIcon>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      {editable && (
        <>
          <Select
            mt="sm"
            label={t('quotes.addPrice')}
            searchable
            searchValue={asked}
            onSearchChange={setAsked}
            filter={({ options }) => options}
            data={offers
              .filter((offer) => !prices.some((one) => idOf(one) === offer.id))
              .map((offer) => ({ value: offer.id, label: offer.name }))}
            value={null}
            onChange={(id) => {
              const offer = offers.find((one) => one.id === id)
              if (!offer) return
              setPrices((now) => [
                ...now,
                {
                  productId: offer.kind === 'PRODUCT' ? offer.id : null,
                  kitId: offer.kind === 'KIT' ? offer.id : null,
                  code: offer.code,
                  name: offer.name,
                  unit: 'DAY',
                  price: 0,
                  minimum: null,
                },
              ])
              setAsked('')
            }}
          />
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button loading={busy} onClick={() => void save()}>
              {t('quotes.savePrices')}
            </Button>
          </Group>
        </>
      )}
    </>
  )
}
