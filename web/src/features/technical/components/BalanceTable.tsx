import { Button, Group, Table } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { Sum } from './Sum'
import classes from './Technical.module.css'

/** Of one kind of connector: what is wanted, what there is, and what that comes to in words. */
export type BalanceRow = {
  type: string
  wanted: number
  there: number
  balance: ReactNode
  sum: () => ReactNode
  /** What puts the missing ones on a list, where that may be. */
  add?: { label: string; run: () => void }
}

/** Kind by kind what is wanted against what there is, each with its sum. On a phone the words stand below the figures. */
export function BalanceTable({ wanted, there, rows }: { wanted: string; there: string; rows: readonly BalanceRow[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const phone = useMediaQuery('(max-width: 36em)') ?? false
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('technical.connector')}</Table.Th>
          <Table.Th className={classes.number}>{wanted}</Table.Th>
          <Table.Th className={classes.number}>{there}</Table.Th>
          {!phone && <Table.Th className={classes.number}>{t('technical.balance')}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Fragment key={row.type}>
            <Table.Tr style={{ borderBottom: 0 }}>
              <Table.Td fw={600} style={{ overflowWrap: 'anywhere' }}>
                {row.type}
              </Table.Td>
              <Table.Td className={classes.number}>{format.number(row.wanted)}</Table.Td>
              <Table.Td className={classes.number}>{format.number(row.there)}</Table.Td>
              {!phone && <Table.Td className={classes.number}>{row.balance}</Table.Td>}
            </Table.Tr>
            <Table.Tr>
              <Table.Td colSpan={phone ? 3 : 4} pt={0}>
                {phone && (
                  <Group gap={4} mb={4} justify="space-between">
                    {row.balance}
                    {row.add && <Add {...row.add} />}
                  </Group>
                )}
                <div className={classes.below}>
                  <div>
                    <Sum of={row.type}>{row.sum}</Sum>
                  </div>
                  {!phone && row.add && <Add {...row.add} />}
                </div>
              </Table.Td>
            </Table.Tr>
          </Fragment>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Add({ label, run }: { label: string; run: () => void }) {
  const { t } = useTranslation()
  return (
    <Button
      className={classes.screen}
      size="compact-sm"
      variant="light"
      leftSection={<IconPlus size={14} aria-hidden />}
      aria-label={label}
      onClick={run}
    >
      {t('technical.add')}
    </Button>
  )
}
