import { Button, Table } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { createContext, type ReactNode, useContext, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import type { Term } from '../api/technical'
import { sumOf } from '../model/load'
import classes from './Technical.module.css'

/** Whether all sums are shown, as on paper. */
export const AllSums = createContext(false)

/** What a result is the sum of; shown when somebody asks. */
export function Sum({ of, children }: { of: string; children: () => ReactNode }) {
  const { t } = useTranslation()
  const all = useContext(AllSums)
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <div>
      {!all && (
        <Button
          className={classes.screen}
          variant="subtle"
          size="compact-xs"
          px={4}
          ml={-4}
          leftSection={open ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
          aria-expanded={open}
          aria-controls={id}
          aria-label={t('technical.sumOf', { of })}
          onClick={() => setOpen(!open)}
        >
          {t('technical.sum')}
        </Button>
      )}
      <div id={id} hidden={!open && !all}>
        {(open || all) && <div className={classes.sums}>{children()}</div>}
      </div>
    </div>
  )
}

/** Pieces times what each brings, and what it all comes to; `total` null where the label says it. */
export function Terms(props: { caption: string; terms: Term[]; unit: string; total?: number | null; totalLabel?: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const amount = (value: number) => `${format.number(value)} ${props.unit}`.trim()
  if (props.terms.length === 0) return null
  return (
    <Sideways label={props.caption}>
      <Table>
        <Table.Caption style={{ captionSide: 'top', textAlign: 'start', marginTop: 4 }}>{props.caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('technical.what')}</Table.Th>
            <Table.Th className={classes.number}>{t('technical.pieces')}</Table.Th>
            <Table.Th className={classes.number}>{t('technical.each')}</Table.Th>
            <Table.Th className={classes.number}>{t('technical.together')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.terms.map((term, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same product may stand twice in a sum
            <Table.Tr key={index}>
              <Table.Td>{term.name}</Table.Td>
              <Table.Td className={classes.number}>{format.number(term.pieces)} ×</Table.Td>
              <Table.Td className={classes.number}>{amount(term.each)}</Table.Td>
              <Table.Td className={classes.number}>{amount(term.sum)}</Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr className={classes.total}>
            <Table.Th colSpan={3} scope="row">
              {props.totalLabel ?? t('technical.total')}
            </Table.Th>
            <Table.Td className={classes.number}>
              {props.total === null ? '' : amount(props.total ?? sumOf(props.terms))}
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Sideways>
  )
}

/** A table that is wider than a phone. */
export function Sideways({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.sideways} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
