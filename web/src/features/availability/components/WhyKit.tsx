import { Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { type KitPart, kitQuery, type Question } from '../api/availability'
import { tightestOf } from '../model/kit'
import { CellButton } from './CellButton'
import { Figure } from './Figure'
import { useCompanyFormat } from './useQuestion'
import { LedgerOf } from './WhyFree'

/** A kit is free as often as the part of which there is the least: all parts, the tightest first, and the ledger of one. */
export function WhyKit(props: { kit: string; quantity: number; question: Question; knownAt?: string | null }) {
  const { t, i18n } = useTranslation()
  const { kit, quantity, question, knownAt = null } = props
  const query = useQuery(kitQuery(kit, question, knownAt))
  const [picked, setPicked] = useState<string>()
  return (
    <QueryState query={query} lines={8}>
      {({ components, itemByItem, free }) => {
        const shown = components.find((part) => part.product === picked) ?? components[0]
        const tight = components.filter(tightestOf(components))
        const listed = new Intl.ListFormat(i18n.language)
        if (!shown) return <Text size="sm">{t('availability.kitEmpty')}</Text>
        return (
          <div>
            <Text size="sm" mb="xs">
              {t(
                tight.length === 0
                  ? 'availability.kitWhyAll'
                  : tight.length === 1
                    ? 'availability.kitWhy'
                    : 'availability.kitWhyFew',
                {
                  count: Math.max(0, free.firm),
                  name: listed.format(tight.map((part) => part.name)),
                },
              )}{' '}
              {itemByItem && t('availability.kitItemByItem')}
            </Text>
            <Parts parts={components} quantity={quantity} shown={shown.product} onPick={setPicked} />
            <Title order={3} size="h6" mt="md" mb={4}>
              {t('availability.kitLedger', { name: shown.name })}
            </Title>
            <LedgerOf key={shown.product} item={{ kind: 'PRODUCT', id: shown.product }} question={question} knownAt={knownAt} />
          </div>
        )
      }}
    </QueryState>
  )
}

type PartsProps = { parts: KitPart[]; quantity: number; shown: string; onPick: (product: string) => void }

function Parts({ parts, quantity, shown, onPick }: PartsProps) {
  const { t } = useTranslation()
  const format = useCompanyFormat()
  const tight = tightestOf(parts)
  return (
    <Table fz="sm" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('availability.kitPart')}</Table.Th>
          <Table.Th ta="right">{t('availability.kitNeeds', { count: quantity, number: format.number(quantity) })}</Table.Th>
          <Table.Th ta="right">{t('availability.firm')}</Table.Th>
          <Table.Th ta="right">{t('availability.kitEnough')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {parts.map((part) => (
          <Table.Tr key={part.product}>
            <Table.Td>
              <CellButton aria-pressed={part.product === shown} onClick={() => onPick(part.product)}>
                {part.name}
              </CellButton>{' '}
              {tight(part) && <StatusBadge tone="warn">{t('availability.kitTightest')}</StatusBadge>}
            </Table.Td>
            <Table.Td ta="right" className="num">
              {format.number(part.required * quantity)}
            </Table.Td>
            <Table.Td ta="right">
              <Figure value={part.pieces.firm} />
            </Table.Td>
            <Table.Td ta="right">
              <Figure value={part.kits.firm} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
