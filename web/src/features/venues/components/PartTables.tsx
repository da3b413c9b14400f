import { Button, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { type PowerSupply, type RiggingPoint, voltAmperes } from '../api/venues'

const caption = { captionSide: 'top', textAlign: 'start', marginTop: 0 } as const

/** What comes out of the walls, with what it gives in all. Narrow enough for a phone: each cell has its small print below. */
export function SupplyTable({ supplies }: { supplies: { supply: PowerSupply; where?: string }[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const kilo = (voltAmps: number) => `${format.number(Math.round(voltAmps / 100) / 10)} kVA`
  return (
    <Table>
      <Table.Caption style={caption}>{t('venues.power')}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('venues.supply')}</Table.Th>
          <Table.Th>{t('venues.connector')}</Table.Th>
          <Table.Th ta="right">{t('venues.inAll')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {supplies.map(({ supply, where }) => (
          <Table.Tr key={supply.id}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              {supply.name}
              {where !== undefined && <Small>{where}</Small>}
            </Table.Td>
            <Table.Td className="num">
              {supply.count > 1 && `${format.number(supply.count)} × `}
              {supply.connector}
              <Small>{`${supply.phases} × ${format.number(supply.ampsPerPhase)} A, ${format.number(supply.volts)} V`}</Small>
            </Table.Td>
            <Table.Td ta="right" className="num" style={{ whiteSpace: 'nowrap' }}>
              {kilo(voltAmperes(supply))}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      {supplies.length > 1 && (
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th colSpan={2} ta="right">
              {t('venues.sum')}
            </Table.Th>
            <Table.Td ta="right" className="num" fw={600} style={{ whiteSpace: 'nowrap' }}>
              {kilo(supplies.reduce((sum, one) => sum + voltAmperes(one.supply), 0))}
            </Table.Td>
          </Table.Tr>
        </Table.Tfoot>
      )}
    </Table>
  )
}

const Small = ({ children }: { children: string }) => (
  <Text size="xs" c="dimmed">
    {children}
  </Text>
)

const fewPoints = 6

/** Where something may hang, and how much. */
export function PointTable({ points }: { points: RiggingPoint[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [all, setAll] = useState(points.length <= fewPoints + 2)
  const metres = (millimetres: number | null) => (millimetres === null ? '–' : `${format.number(millimetres / 1000)} m`)
  const placed = points.some((one) => one.xMillimetres !== null)
  return (
    <div>
      <Table>
        <Table.Caption style={caption}>{t('venues.riggingPoints')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('venues.point')}</Table.Th>
            <Table.Th ta="right">{t('venues.limit')}</Table.Th>
            <Table.Th ta="right">{t('venues.height')}</Table.Th>
            {placed && <Table.Th ta="right">{t('venues.position')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(all ? points : points.slice(0, fewPoints)).map((point) => (
            <Table.Tr key={point.id}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{point.name}</Table.Td>
              <Table.Td ta="right" className="num">
                {format.number(point.workingLoadLimitKilograms)} kg
              </Table.Td>
              <Table.Td ta="right" className="num">
                {metres(point.heightMillimetres)}
              </Table.Td>
              {placed && (
                <Table.Td ta="right" className="num">
                  {point.xMillimetres === null ? '–' : `${metres(point.xMillimetres)} / ${metres(point.yMillimetres)}`}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {!all && (
        <Button variant="subtle" size="xs" mt={6} onClick={() => setAll(true)}>
          {t('venues.showAllPoints', { count: points.length })}
        </Button>
      )}
    </div>
  )
}
