import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { type PowerSupply, type RiggingPoint, voltAmperes } from '../api/venues'

/** What comes out of the walls, with what it gives in all. */
export function SupplyTable({ supplies }: { supplies: { supply: PowerSupply; where?: string }[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const kilo = (voltAmps: number) => `${format.number(Math.round(voltAmps / 100) / 10)} kVA`
  const placed = supplies.some((one) => one.where !== undefined)
  return (
    <Table.ScrollContainer minWidth={placed ? 620 : 520} type="native">
      <Table>
        <Table.Caption style={{ captionSide: 'top', textAlign: 'start', marginTop: 0 }}>{t('venues.power')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {placed && <Table.Th>{t('venues.where')}</Table.Th>}
            <Table.Th>{t('venues.supply')}</Table.Th>
            <Table.Th>{t('venues.connector')}</Table.Th>
            <Table.Th ta="right">{t('venues.count')}</Table.Th>
            <Table.Th ta="right">{t('venues.perPhase')}</Table.Th>
            <Table.Th ta="right">{t('venues.inAll')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {supplies.map(({ supply, where }) => (
            <Table.Tr key={supply.id}>
              {placed && <Table.Td>{where}</Table.Td>}
              <Table.Td>{supply.name}</Table.Td>
              <Table.Td>{supply.connector}</Table.Td>
              <Table.Td ta="right" className="num">
                {format.number(supply.count)}
              </Table.Td>
              <Table.Td ta="right" className="num">
                {`${supply.phases} × ${format.number(supply.ampsPerPhase)} A, ${format.number(supply.volts)} V`}
              </Table.Td>
              <Table.Td ta="right" className="num">
                {kilo(voltAmperes(supply))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        {supplies.length > 1 && (
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th colSpan={placed ? 5 : 4} ta="right">
                {t('venues.sum')}
              </Table.Th>
              <Table.Td ta="right" className="num" fw={600}>
                {kilo(supplies.reduce((sum, one) => sum + voltAmperes(one.supply), 0))}
              </Table.Td>
            </Table.Tr>
          </Table.Tfoot>
        )}
      </Table>
    </Table.ScrollContainer>
  )
}

/** Where something may hang, and how much. */
export function PointTable({ points }: { points: RiggingPoint[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const metres = (millimetres: number | null) => (millimetres === null ? '–' : `${format.number(millimetres / 1000)} m`)
  const placed = points.some((one) => one.xMillimetres !== null)
  return (
    <Table.ScrollContainer minWidth={placed ? 420 : 320} type="native">
      <Table>
        <Table.Caption style={{ captionSide: 'top', textAlign: 'start', marginTop: 0 }}>
          {t('venues.riggingPoints')}
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('venues.point')}</Table.Th>
            <Table.Th ta="right">{t('venues.limit')}</Table.Th>
            <Table.Th ta="right">{t('venues.height')}</Table.Th>
            {placed && <Table.Th ta="right">{t('venues.position')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.map((point) => (
            <Table.Tr key={point.id}>
              <Table.Td>{point.name}</Table.Td>
              <Table.Td ta="right" className="num">
                {format.number(point.workingLoadLimitKilograms)} kg
              </Table.Td>
              <Table.Td ta="right" className="num">
                {metres(point.heightMillimetres)}
              </Table.Td>
              {placed && (
                <Table.Td ta="right" className="num">
                  {point.xMillimetres === null ? (
                    <Text span c="dimmed">
                      –
                    </Text>
                  ) : (
                    `${metres(point.xMillimetres)} / ${metres(point.yMillimetres)}`
                  )}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
