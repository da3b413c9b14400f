import { Button, Modal, Text } from '@mantine/core'
import { type Icon, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useCan } from '@/lib/session'
import { EmptyState } from './EmptyState'
import { DataGrid } from './grid/DataGrid'
import type { DataGridProps } from './grid/types'
import { PageHeader } from './PageHeader'

export type ListPageProps<Row extends { id: string }> = Omit<DataGridProps<Row>, 'empty' | 'label' | 'rowHref' | 'children'> & {
  title: string
  text: string
  empty: { icon: Icon; title: string; text: string }
  /** What makes a new one: the words of its button, who may, and the form of its dialog. */
  create: { label: string; needs: string; form: (close: () => void) => ReactNode }
  /** Between the head and the list, such as tabs; say with `above` how much page then stands above the list. */
  children?: ReactNode
}

/** All things of a kind, of which a new one begins in a dialog. A row opens the thing's page, `/<list>/<id>`. */
export function ListPage<Row extends { id: string }>({ title, text, empty, create, children, ...grid }: ListPageProps<Row>) {
  const can = useCan()
  const [creating, setCreating] = useState(false)
  const close = () => setCreating(false)
  const button = can(create.needs) && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
      {create.label}
    </Button>
  )
  return (
    <>
      <PageHeader title={title} text={text}>
        {button}
      </PageHeader>
      {children}
      <DataGrid<Row>
        {...grid}
        label={title}
        rowHref={(one) => `/${grid.list}/${one.id}`}
        empty={
          <EmptyState icon={empty.icon} title={empty.title} text={empty.text}>
            {button}
          </EmptyState>
        }
      />
      <Modal opened={creating} onClose={close} size="lg" title={<Text fw={650}>{create.label}</Text>}>
        {create.form(close)}
      </Modal>
    </>
  )
}
