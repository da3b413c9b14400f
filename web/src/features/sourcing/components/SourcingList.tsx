import { Tabs } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Column } from '@/components/grid/types'
import { ListPage, type ListPageProps } from '@/components/ListPage'
import classes from '@/components/TabRow.module.css'
import type { Formats } from '@/lib/format'
import type { Path } from '../api/sourcing'

const tabs = [
  ['/sub-hires', 'sourcing.subHires'],
  ['/planned-stock', 'sourcing.plans'],
] as const satisfies readonly (readonly [Path, string])[]
/** Pixels of page above a list that fills the rest: header and tabs. */
const ABOVE = 124

type Pieces = { number: string; quantity: number; product: { name: string } }

type Props<Row extends Pieces & { id: string }> = Omit<
  ListPageProps<Row>,
  'list' | 'title' | 'text' | 'above' | 'rowLabel' | 'children'
> & { path: Path }

/** What partners lend and borrow, or what is bought and sold: one list of the two, and the way to the other. */
export function SourcingList<Row extends Pieces & { id: string }>({ path, ...props }: Props<Row>) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <ListPage<Row>
      list={path.slice(1)}
      title={t('sourcing.title')}
      text={t('sourcing.text')}
      above={ABOVE}
      rowLabel={(one) => `${one.number} ${one.product.name}`}
      {...props}
    >
      <Tabs value={path} onChange={(to) => to && void navigate({ href: to })} mb="md">
        <Tabs.List className={classes.tabs}>
          {tabs.map(([to, label]) => (
            <Tabs.Tab key={to} value={to}>
              {t(label)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
    </ListPage>
  )
}

export const numberColumn = (header: string): Column<Pieces> => ({
  id: 'number',
  header,
  cell: (one) => one.number,
  sort: 'number',
  width: 100,
  card: 'subtitle',
})
/** "24 × Robe MegaPointe". */
export const piecesColumn = (header: string, format: Formats): Column<Pieces> => ({
  id: 'product',
  header,
  cell: (one) => (
    <>
      <span className="num">{format.number(one.quantity)} × </span>
      <b style={{ fontWeight: 550 }}>{one.product.name}</b>
    </>
  ),
  width: 250,
  grow: true,
  card: 'title',
})
