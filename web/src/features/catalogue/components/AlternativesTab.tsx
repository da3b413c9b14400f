import { ActionIcon, Button, Card, Group, Stack, Table, Text } from '@mantine/core'
import { IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RemotePicker } from '@/components/form/RemotePicker'
import { TextLink } from '@/components/Link'
import { QueryState } from '@/components/QueryState'
import { showProblem } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { alternativesQuery, type Product } from '../api/catalogue'

/** What may stand in for a product, best first. */
export function AlternativesTab({ product }: { product: Product }) {
  const { t } = useTranslation()
  const can = useCan()
  const text = useProblemText()
  const queryClient = useQueryClient()
  const query = useQuery(alternativesQuery(product.id))
  const [picked, setPicked] = useState<string | null>(null)
  const editable = can('PRODUCT_EDIT')
  const save = async (ids: string[]) => {
    try {
      await api.put(
        `/products/${product.id}/alternatives`,
        { items: ids.map((productId) => ({ productId })) },
        { version: product.version },
      )
    } catch (error) {
      showProblem(text(error))
    }
    await queryClient.invalidateQueries({ queryKey: ['products'] })
  }
  return (
    <QueryState query={query}>
      {({ items }) => {
        const ids = items.map((one) => one.id)
        return (
          <Stack gap="md">
            {items.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t('catalogue.noAlternatives')}
              </Text>
            ) : (
              <Card padding={0}>
                <Table>
                  <Table.Tbody>
                    {items.map((one, index) => (
                      <Table.Tr key={one.id}>
                        <Table.Td w={44} className="num">
                          {index + 1}
                        </Table.Td>
                        <Table.Td>
                          <TextLink to={`/products/${one.id}` as '/'} size="sm">
                            {one.name}
                          </TextLink>
                        </Table.Td>
                        <Table.Td w={100}>
                          {editable && (
                            <Group gap={6} wrap="nowrap" justify="flex-end">
                              {index > 0 && (
                                <ActionIcon
                                  aria-label={t('catalogue.moveUp', { name: one.name })}
                                  onClick={() => {
                                    const order = ids.filter((id) => id !== one.id)
                                    order.splice(index - 1, 0, one.id)
                                    void save(order)
                                  }}
                                >
                                  <IconArrowUp size={16} aria-hidden />
                                </ActionIcon>
                              )}
                              <ActionIcon
                                aria-label={t('catalogue.removeNamed', { name: one.name })}
                                onClick={() => void save(ids.filter((id) => id !== one.id))}
                              >
                                <IconTrash size={16} aria-hidden />
                              </ActionIcon>
                            </Group>
                          )}
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Card>
            )}
            {editable && (
              <Group align="flex-end" gap="sm">
                <div style={{ flex: 1, maxWidth: 420 }}>
                  <RemotePicker label={t('catalogue.addAlternative')} endpoint="/products" value={picked} onChange={setPicked} />
                </div>
                <Button
                  disabled={!picked || ids.includes(picked) || picked === product.id}
                  onClick={async () => {
                    if (picked) await save([...ids, picked])
                    setPicked(null)
                  }}
                >
                  {t('catalogue.add')}
                </Button>
              </Group>
            )}
          </Stack>
        )
      }}
    </QueryState>
  )
}
