import { Card, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { later } from '@/components/later'
import { StatusBadge } from '@/components/StatusBadge'
import { useFormat } from '@/lib/format'
import type { PullList } from '@/lib/pull-lists'
import type { Balance, Signals } from '../api/technical'
import { BalanceTable } from './BalanceTable'
import { Terms } from './Sum'

const AddDialog = later(() => import('./AddDialog').then((file) => file.AddDialog))

/** Kind by kind, what has to be connected against the cables for it. What is missing comes first. */
export function SignalsCard({ signals, lists }: { signals: Signals[]; lists: PullList[] }) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState<Signals>()
  const sorted = [...signals].sort((a, b) => b.cables.missing - a.cables.missing)
  return (
    <Card padding="md">
      {signals.length === 0 ? (
        <Text size="sm">{t('technical.noSignals')}</Text>
      ) : (
        <BalanceTable
          wanted={t('technical.connections')}
          there={t('technical.cables')}
          rows={sorted.map((one) => ({
            type: one.type,
            wanted: one.cables.wanted,
            there: one.cables.there,
            balance: <Missing of={one} />,
            sum: () => (
              <>
                <Sides of={one.cables} wanted="connections" there="cables" />
                <Sides of={one.inputs} wanted="wantInput" there="inputs" />
                <Sides of={one.outputs} wanted="wantOutput" there="outputs" />
              </>
            ),
            add:
              one.cables.missing > 0 && lists.length > 0
                ? { label: t('technical.addCable', { type: one.type }), run: () => setAdding(one) }
                : undefined,
          }))}
        />
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
        cables.spare > 0 && <span>{t('technical.cablesLeft', count(cables.spare))}</span>
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
