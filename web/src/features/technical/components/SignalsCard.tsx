import { Button, Card, Group, Table, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { later } from '@/components/later'
import { StatusBadge } from '@/components/StatusBadge'
import { useFormat } from '@/lib/format'
import type { PullList } from '@/lib/pull-lists'
import type { Balance, Signals } from '../api/technical'
import { Sum, Terms } from './Sum'
import classes from './Technical.module.css'

const AddDialog = later(() => import('./AddDialog').then((file) => file.AddDialog))

/** Kind by kind, what has to be connected against the cables for it. What is missing comes first. */
export function SignalsCard({ signals, lists }: { signals: Signals[]; lists: PullList[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [adding, setAdding] = useState<Signals>()
  const sorted = [...signals].sort((a, b) => b.cables.missing - a.cables.missing)
  return (
    <Card padding="md">
      {signals.length === 0 ? (
        <Text size="sm">{t('technical.noSignals')}</Text>
      ) : (
        <div className={classes.sideways}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('technical.connector')}</Table.Th>
                <Table.Th className={classes.number}>{t('technical.connections')}</Table.Th>
                <Table.Th className={classes.number}>{t('technical.cables')}</Table.Th>
                <Table.Th className={classes.number}>{t('technical.balance')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {sorted.map((one) => (
                <Fragment key={one.type}>
                  <Table.Tr style={{ borderBottom: 0 }}>
                    <Table.Td fw={600}>{one.type}</Table.Td>
                    <Table.Td className={classes.number}>{format.number(one.cables.wanted)}</Table.Td>
                    <Table.Td className={classes.number}>{format.number(one.cables.there)}</Table.Td>
                    <Table.Td className={classes.number}>
                      <Missing of={one} />
                    </Table.Td>
                  </Table.Tr>
                  <Table.Tr>
                    <Table.Td colSpan={4} pt={0}>
                      <div style={{ display: 'flex', flexWrap: 'wrap-reverse', justifyContent: 'space-between', gap: 8 }}>
                        <div style={{ flex: '1 1 260px', minWidth: 0 }}>
                          <Sum of={one.type}>
                            {() => (
                              <>
                                <Sides of={one.cables} wanted="connections" there="cables" />
                                <Sides of={one.inputs} wanted="wantInput" there="inputs" />
                                <Sides of={one.outputs} wanted="wantOutput" there="outputs" />
                              </>
                            )}
                          </Sum>
                        </div>
                        {one.cables.missing > 0 && lists.length > 0 && (
                          <Button
                            className={classes.screen}
                            size="compact-sm"
                            variant="light"
                            leftSection={<IconPlus size={14} aria-hidden />}
                            aria-label={t('technical.addCable', { type: one.type })}
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
      {adding && (
        <AddDialog
          lacking={{ type: adding.type, missing: adding.cables.missing, cables: true }}
          lists={lists}
          onClose={() => setAdding(undefined)}
        />
      )}
    </Card>
  )
}

function Missing({ of }: { of: Signals }) {
  const { t } = useTranslation()
  const format = useFormat()
  const count = (count: number) => ({ count, number: format.number(count) })
  const { cables, inputs, outputs } = of
  return (
    <Group gap={4} justify="flex-end">
      {inputs.missing > 0 && <StatusBadge tone="warn">{t('technical.inputsMissing', count(inputs.missing))}</StatusBadge>}
      {outputs.missing > 0 && <StatusBadge tone="warn">{t('technical.outputsMissing', count(outputs.missing))}</StatusBadge>}
      {cables.missing > 0 ? (
        <StatusBadge tone="bad">{t('technical.cablesMissing', count(cables.missing))}</StatusBadge>
      ) : (
        cables.spare > 0 && t('technical.cablesLeft', count(cables.spare))
      )}
    </Group>
  )
}

type Word = 'connections' | 'cables' | 'wantInput' | 'inputs' | 'wantOutput' | 'outputs'

/** Both sides of a balance, where anything is wanted. */
function Sides({ of, wanted, there }: { of: Balance; wanted: Word; there: Word }) {
  const { t } = useTranslation()
  if (of.wanted === 0) return null
  return (
    <>
      <Terms caption={t(`technical.${wanted}`)} terms={of.wantedTerms} unit="" />
      <Terms caption={t(`technical.${there}`)} terms={of.thereTerms} unit="" />
    </>
  )
}
