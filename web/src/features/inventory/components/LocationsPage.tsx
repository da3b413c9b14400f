import { ActionIcon, Badge, Button, Card, Group, Modal, Text, TextInput, UnstyledButton } from '@mantine/core'
import {
  type Icon,
  IconBox,
  IconBuildingStore,
  IconBuildingWarehouse,
  IconChevronDown,
  IconChevronRight,
  IconHeartHandshake,
  IconLayoutGrid,
  IconPlus,
  IconSearch,
  IconStack2,
  IconTool,
  IconTruck,
} from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { NumberField, SelectField, TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { ExportButton } from '@/components/grid/ExportButton'
import { TextLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import { type Location, type LocationKind, type LocationNode, locationKinds, locationTreeQuery } from '../api/inventory'

const signs: Record<LocationKind, Icon> = {
  WAREHOUSE: IconBuildingWarehouse,
  ZONE: IconLayoutGrid,
  SHELF: IconStack2,
  BIN: IconBox,
  VENUE: IconBuildingStore,
  TRUCK: IconTruck,
  REPAIR_SHOP: IconTool,
  PARTNER: IconHeartHandshake,
  TRANSIT: IconTruck,
}
/** What may stand in what; the server has the last word. */
const within: Partial<Record<LocationKind, LocationKind[]>> = {
  WAREHOUSE: ['ZONE', 'SHELF', 'BIN', 'TRUCK', 'REPAIR_SHOP'],
  ZONE: ['ZONE', 'SHELF', 'BIN', 'TRUCK', 'REPAIR_SHOP'],
  SHELF: ['BIN'],
  TRUCK: ['SHELF', 'BIN'],
  REPAIR_SHOP: ['ZONE', 'SHELF', 'BIN'],
  VENUE: ['ZONE'],
  PARTNER: ['ZONE'],
}
const roots: LocationKind[] = ['WAREHOUSE', 'VENUE', 'TRUCK', 'REPAIR_SHOP', 'PARTNER']

const matches = (node: LocationNode, words: string): boolean =>
  `${node.name} ${node.code ?? ''}`.toLowerCase().includes(words) || node.children.some((child) => matches(child, words))

export function LocationsPage() {
  const { t } = useTranslation()
  const can = useCan()
  const query = useQuery(locationTreeQuery)
  const [adding, setAdding] = useState<{ parent?: LocationNode } | null>(null)
  const [search, setSearch] = useState('')
  const words = search.trim().toLowerCase()
  const add = can('LOCATION_EDIT') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding({})}>
      {t('inventory.newLocation')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('inventory.locations')} text={t('inventory.locationsText')}>
        <ExportButton endpoint="/locations" />
        {add}
      </PageHeader>
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={IconBuildingWarehouse} title={t('inventory.noLocations')} text={t('inventory.noLocationsText')}>
              {add}
            </EmptyState>
          ) : (
            <>
              <TextInput
                aria-label={t('inventory.findLocation')}
                placeholder={t('inventory.findLocation')}
                leftSection={<IconSearch size={16} aria-hidden />}
                value={search}
                onChange={(event) => setSearch(event.currentTarget.value)}
                maw={360}
                mb="md"
              />
              <Card padding="xs" maw={980}>
                <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
                  {items
                    .filter((node) => !words || matches(node, words))
                    .map((node) => (
                      <Branch key={node.id} node={node} depth={0} words={words} onAdd={(parent) => setAdding({ parent })} />
                    ))}
                </ul>
              </Card>
            </>
          )
        }
      </QueryState>
      {adding && <NewLocationDialog parent={adding.parent} onClose={() => setAdding(null)} />}
    </>
  )
}

function Branch(props: { node: LocationNode; depth: number; words: string; onAdd: (parent: LocationNode) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const { node, depth, words } = props
  const [opened, setOpened] = useState(depth === 0)
  const Sign = signs[node.kind]
  const children = useMemo(() => node.children.filter((child) => !words || matches(child, words)), [node, words])
  const shown = opened || Boolean(words)
  return (
    <li>
      <Group gap={6} wrap="nowrap" pl={depth * 22} mih={40}>
        {node.children.length > 0 ? (
          <UnstyledButton
            onClick={() => setOpened(!opened)}
            aria-expanded={shown}
            aria-label={t('inventory.toggle', { name: node.name })}
            w={24}
            h={24}
          >
            {shown ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
          </UnstyledButton>
        ) : (
          <span style={{ width: 24 }} />
        )}
        <Sign size={18} stroke={1.6} aria-hidden />
        <TextLink to={`/locations/${node.id}` as '/'} size="sm" fw={depth === 0 ? 600 : 400}>
          {node.name}
        </TextLink>
        {node.code && (
          <Badge variant="default" radius="sm" tt="none" visibleFrom="xs">
            {node.code}
          </Badge>
        )}
        <Text size="xs" c="dimmed" ml="auto" className="num" style={{ whiteSpace: 'nowrap' }}>
          {t('inventory.assetCount', { count: node.assetsBeneath, shown: format.number(node.assetsBeneath) })}
        </Text>
        {can('LOCATION_EDIT') && within[node.kind] && (
          <ActionIcon size={28} aria-label={t('inventory.addWithin', { name: node.name })} onClick={() => props.onAdd(node)}>
            <IconPlus size={14} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      {shown && children.length > 0 && (
        <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {children.map((child) => (
            <Branch key={child.id} node={child} depth={depth + 1} words={words} onAdd={props.onAdd} />
          ))}
        </ul>
      )}
    </li>
  )
}

const input = z.object({
  kind: z.enum(locationKinds),
  name: z.string().trim().min(1).max(200),
  code: z.string().max(50).nullable(),
  address: z.string().max(1000).nullable(),
  walkingOrder: z.number().int().min(0).max(1_000_000).nullable(),
})
type Input = z.infer<typeof input>

function NewLocationDialog({ parent, onClose }: { parent?: LocationNode; onClose: () => void }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const kinds = parent ? (within[parent.kind] ?? []) : roots
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Text fw={650}>{parent ? t('inventory.newWithin', { name: parent.name }) : t('inventory.newLocation')}</Text>}
    >
      <ResourceForm<Input, Location>
        schema={input}
        values={{ kind: kinds[0]!, name: '', code: null, address: null, walkingOrder: null }}
        inDialog
        submitLabel={t('inventory.create')}
        onCancel={onClose}
        save={(values) => api.post<Location>('/locations', { ...values, parentId: parent?.id ?? null })}
        onSaved={async () => {
          await queryClient.invalidateQueries({ queryKey: ['locations'] })
          onClose()
        }}
      >
        <SelectField
          name="kind"
          label={t('inventory.kind')}
          required
          data={kinds.map((kind) => ({ value: kind, label: t(`inventory.locationKinds.${kind}`) }))}
        />
        <TextField name="name" label={t('inventory.name')} required autoFocus maxLength={200} />
        <TextField name="code" label={t('inventory.code')} description={t('inventory.codeHint')} maxLength={50} />
        <NumberField
          name="walkingOrder"
          label={t('inventory.walkingOrder')}
          description={t('inventory.walkingOrderHint')}
          min={0}
        />
        {!parent && <TextAreaField name="address" label={t('inventory.address')} rows={2} maxLength={1000} />}
      </ResourceForm>
    </Modal>
  )
}
