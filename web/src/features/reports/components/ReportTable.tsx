import { Button, Card, Table } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { WideTable } from '@/components/WideTable'
import type { Column, Report, Row } from '../api/reports'
import classes from './Reports.module.css'
import { numeric, type Write } from './useWrite'

const FIRST = 100
const widthOf = (columns: Column[]) =>
  Math.max(
    420,
    columns.reduce((sum, { type }) => sum + (type === 'TEXT' ? 160 : type === 'MONEY' ? 112 : 90), 0),
  )

/** All numbers of a report; each opens what it is made of. */
export function ReportTable({ name, report, write }: { name: string; report: Report; write: Write }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const shown = all ? report.rows : report.rows.slice(0, FIRST)
  return (
    <Card padding={0}>
      <WideTable minWidth={widthOf(report.columns)} label={name}>
        <Table aria-label={name} className={classes.table} horizontalSpacing={report.columns.length > 8 ? 6 : undefined}>
          <Table.Thead>
            <Table.Tr>
              {report.columns.map((column, index) => (
                <Table.Th
                  key={column.key}
                  ta={numeric(column.type) ? 'right' : undefined}
                  className={index === 0 ? classes.least : undefined}
                >
                  {write.column(column)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name; two may be called the same
              <Line key={index} row={row} report={report} write={write} />
            ))}
            {report.total && <Line row={report.total} report={report} write={write} total />}
          </Table.Tbody>
        </Table>
      </WideTable>
      {shown.length < report.rows.length && (
        <Button variant="subtle" m="sm" className={classes.actions} onClick={() => setAll(true)}>
          {t('reports.showAll', { n: report.rows.length })}
        </Button>
      )}
    </Card>
  )
}

function Line({ row, report, write, total = false }: { row: Row; report: Report; write: Write; total?: boolean }) {
  const { t } = useTranslation()
  return (
    <Table.Tr className={total ? classes.total : undefined}>
      {report.columns.map((column, index) => {
        const cell = row.cells[index]!
        const empty = cell.text === null && cell.number === null && cell.money === null
        const written = total && index === 0 ? t('reports.total') : total && empty ? '' : write.cell(column, cell)
        const number = numeric(column.type)
        const negative = (cell.money?.amountMinor ?? cell.number ?? 0) < 0
        return (
          <Table.Td
            key={column.key}
            ta={number ? 'right' : undefined}
            className={number ? 'num' : undefined}
            c={negative && !cell.link ? 'var(--mantine-color-error)' : undefined}
          >
            {cell.link && !empty ? (
              <TextLink to={cell.link as '/'} inherit c={negative ? 'var(--mantine-color-error)' : undefined}>
                {written}
              </TextLink>
            ) : (
              written
            )}
          </Table.Td>
        )
      })}
    </Table.Tr>
  )
}
