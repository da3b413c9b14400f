import { Button, Card, Table, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { later } from '@/components/later'
import { StatusBadge } from '@/components/StatusBadge'
import { useFormat } from '@/lib/format'
import type { PullList } from '@/lib/pull-lists'
import type { Sockets } from '../api/technical'
import { Sum, Terms } from './Sum'
import classes from './Technical.module.css'

const AddDialog = later(() => import('./AddDialog').then((file) => file.AddDialog))

/** Kind by kind, what plugs in against what it can plug into. What is missing comes first. */
export function SocketsCard({ sockets, lists }: { sockets: Sockets[]; lists: PullList[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [adding, setAdding] = useState<Sockets>()
  const used = sockets.filter((one) => one.plugs > 0).sort((a, b) => b.missing - a.missing)
  const unused = sockets.filter((one) => one.plugs === 0)
  return (
    <Card padding="md">
      {used.length === 0 ? (
        <Text size="sm">{t('technical.noPlugs')}</Text>
      ) : (
        <div className={classes.sideways}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('technical.connector')}</Table.Th>
                <Table.Th className={classes.number}>{t('technical.plugs')}</Table.Th>
                <Table.Th className={classes.number}>{t('technical.sockets')}</Table.Th>
                <Table.Th className={classes.number}>{t('technical.balance')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {used.map((one) => (
                <Fragment key={one.type}>
                  <Table.Tr style={{ borderBottom: 0 }}>
                    <Table.Td fw={600}>{one.type}</Table.Td>
                    <Table.Td className={classes.number}>{format.number(one.plugs)}</Table.Td>
                    <Table.Td className={classes.number}>{format.number(one.sockets)}</Table.Td>
                    <Table.Td className={classes.number}>
                      {one.missing > 0 ? (
                        <StatusBadge tone="bad">
                          {t('technical.socketsMissing', { count: one.missing, number: format.number(one.missing) })}
                        </StatusBadge>
                      ) : (
                        t('technical.socketsLeft', { number: format.number(one.spare) })
                      )}
                    </Table.Td>
                  </Table.Tr>
                  <Table.Tr>
                    <Table.Td colSpan={4} pt={0}>
                      <div style={{ display: 'flex', flexWrap: 'wrap-reverse', justifyContent: 'space-between', gap: 8 }}>
                        <div style={{ flex: '1 1 260px', minWidth: 0 }}>
                          <Sum of={one.type}>
                            {() => (
                              <>
                                <Terms caption={t('technical.plugs')} terms={one.plugTerms} unit="" />
                                <Terms caption={t('technical.sockets')} terms={one.socketTerms} unit="" />
                              </>
                            )}
                          </Sum>
                        </div>
                        {one.missing > 0 && lists.length > 0 && (
                          <Button
                            className={classes.screen}
                            size="compact-sm"
                            variant="light"
                            leftSection={<IconPlus size={14} aria-hidden />}
                            aria-label={t('technical.addFor', { type: one.type })}
                            onClick={() => setAdding(one)}
                          >
                            {t('technical.add')}
                          </Button>
                        )}
                      </div>
                    </Table.Td>
                  </Table.Tr>
                </Fragment>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {unused.length > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('technical.unused', {
            sockets: unused.map((one) => `${format.number(one.sockets)} × ${one.type}`).join(', '),
          })}
        </Text>
      )}
      {adding && <AddDialog lacking={adding} lists={lists} onClose={() => setAdding(undefined)} />}
    </Card>
  )
}
