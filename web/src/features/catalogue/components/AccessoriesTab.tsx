import { ActionIcon, Button, Card, Group, Select, Stack, Table, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RemotePicker } from '@/components/form/RemotePicker'
import { TextLink } from '@/components/Link'
import { QuantityStepper } from '@/components/QuantityStepper'
import { QueryState } from '@/components/QueryState'
import { showProblem } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { type Accessory, accessoriesQuery, type Product } from '../api/catalogue'

/** What goes along with a product, by itself or offered. Saved at once, line by line. */
export function AccessoriesTab({ product }: { product: Product }) {
  const { t } = useTranslation()
  const can = useCan()
  const text = useProblemText()
  const queryClient = useQueryClient()
  const query = useQuery(accessoriesQuery(product.id))
  const [picked, setPicked] = useState<{ id: string; name: string } | null>(null)
  const editable = can('PRODUCT_EDIT')
  const save = async (lines: Accessory[]) => {
    try {
      await api.put(
        `/products/${product.id}/accessories`,
        { items: lines.map(({ productId, quantity, mode }) => ({ productId, quantity, mode })) },
        { version: product.version },
      )
    } catch (error) {
      showProblem(text(error))
    }
    await queryClient.invalidateQueries({ queryKey: ['products', product.id] })
  }
  return (
    <QueryState query={query}>
      {({ items }) => (
        <Stack gap="md">
          {items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('catalogue.noAccessories')}
            </Text>
          ) : (
            <Card padding={0}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('catalogue.product')}</Table.Th>
                    <Table.Th w={150}>{t('catalogue.perPiece')}</Table.Th>
                    <Table.Th w={180}>{t('catalogue.comes')}</Table.Th>
                    <Table.Th w={52} aria-label={t('common.actions')} />
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((line) => {
                    const others = items.filter((one) => one !== line)
                    const replace = (change: Partial<Accessory>) =>
                      void save(items.map((one) => (one === line ? { ...one, ...change } : one)))
                    return (
                      <Table.Tr key={line.productId}>
                        <Table.Td>
                          <TextLink to={`/products/${line.productId}` as '/'} size="sm">
                            {line.name}
                          </TextLink>
                        </Table.Td>
                        <Table.Td>
                          <QuantityStepper
                            label={t('catalogue.quantityOf', { name: line.name })}
                            value={line.quantity}
                            min={1}
                            max={10_000}
                            disabled={!editable}
                            onChange={(quantity) => replace({ quantity })}
                          />
                        </Table.Td>
                        <Table.Td>
                          <Select
                            size="xs"
                            aria-label={t('catalogue.comesNamed', { name: line.name })}
                            data={(['AUTOMATIC', 'OPTIONAL'] as const).map((mode) => ({
                              value: mode,
                              label: t(`catalogue.modes.${mode}`),
                            }))}
                            value={line.mode}
                            disabled={!editable}
                            allowDeselect={false}
                            onChange={(mode) => mode && replace({ mode: mode as Accessory['mode'] })}
                          />
                        </Table.Td>
                        <Table.Td>
                          {editable && (
                            <ActionIcon
                              aria-label={t('catalogue.removeNamed', { name: line.name })}
                              onClick={() => void save(others)}
                            >
                              <IconTrash size={16} aria-hidden />
                            </ActionIcon>
                          )}
                        </Table.Td>
                      </Table.Tr>
                    )
                  })}
                </Table.Tbody>
              </Table>
            </Card>
          )}
          {editable && (
            <Group align="flex-end" gap="sm">
              <div style={{ flex: 1, maxWidth: 420 }}>
                <RemotePicker
                  label={t('catalogue.addAccessory')}
                  endpoint="/products"
                  value={picked?.id ?? null}
                  chosenLabel={picked?.name}
                  onChange={(id, item) => setPicked(id ? { id, name: item?.name ?? '' } : null)}
                />
              </div>
              <Button
                disabled={!picked || items.some((one) => one.productId === picked.id)}
                onClick={async () => {
                  if (!picked) return
                  await save([...items, { productId: picked.id, name: picked.name, quantity: 1, mode: 'AUTOMATIC' }])
                  setPicked(null)
                }}
              >
                {t('catalogue.add')}
              </Button>
            </Group>
          )}
        </Stack>
      )}
    </QueryState>
  )
}
