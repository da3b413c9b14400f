import { ActionIcon, Button, Group, NumberInput, Select, Stack, Table, Text, TextInput, VisuallyHidden } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useController, useFieldArray, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import type { PowerSupply, RiggingPoint } from '../api/venues'

type Cell = { name: string; label: string }

function useCell(name: string) {
  const { control } = useFormContext()
  const { field, fieldState } = useController({ name, control })
  return { field, error: fieldState.error?.message }
}

function TextCell({ name, label, placeholder }: Cell & { placeholder?: string }) {
  const { field, error } = useCell(name)
  return <TextInput {...field} size="xs" aria-label={label} placeholder={placeholder} error={error} autoComplete="off" />
}

/** @param scale stored units in one shown: 1000 for metres kept as millimetres */
function NumberCell({ name, label, scale = 1, unit, empty }: Cell & { scale?: number; unit?: string; empty?: boolean }) {
  const { field, error } = useCell(name)
  const format = useFormat()
  return (
    <NumberInput
      ref={field.ref}
      name={field.name}
      onBlur={field.onBlur}
      value={field.value === null || field.value === undefined ? '' : field.value / scale}
      onChange={(value) => field.onChange(value === '' ? (empty ? null : undefined) : Math.round(Number(value) * scale))}
      size="xs"
      aria-label={label}
      suffix={unit ? ` ${unit}` : undefined}
      decimalScale={scale > 1 ? 3 : 0}
      decimalSeparator={format.locale.startsWith('de') ? ',' : '.'}
      allowedDecimalSeparators={['.', ',']}
      hideControls
      error={error}
    />
  )
}

function PhasesCell({ name, label }: Cell) {
  const { field, error } = useCell(name)
  return (
    <Select
      size="xs"
      aria-label={label}
      data={['1', '3']}
      value={String(field.value)}
      onChange={(value) => field.onChange(Number(value ?? 3))}
      onBlur={field.onBlur}
      allowDeselect={false}
      error={error}
    />
  )
}

/** A table in a form: a line per thing, and a button for one more. */
function Rows<Thing extends { id: string | null; name: string }>(props: {
  list: string
  title: string
  add: string
  columns: { label: string; width?: number; cell: (name: string, of: string) => ReactNode; field: string }[]
  next: (before: Thing | undefined, place: number) => Thing
  minWidth: number
}) {
  const { t } = useTranslation()
  const { control, getValues } = useFormContext()
  const { fields, append, remove } = useFieldArray({ control, name: props.list, keyName: 'key' })
  const things = fields as unknown as (Thing & { key: string })[]
  const addOne = () => {
    const now = getValues(props.list) as Thing[]
    append(props.next(now.at(-1), now.length + 1) as never, { focusName: `${props.list}.${now.length}.name` })
  }
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {props.title}
      </Text>
      {things.length > 0 && (
        <Table.ScrollContainer minWidth={props.minWidth} type="native">
          <Table verticalSpacing={4} horizontalSpacing={4} aria-label={props.title}>
            <Table.Thead>
              <Table.Tr>
                {props.columns.map((column) => (
                  <Table.Th key={column.field} w={column.width}>
                    {column.label}
                  </Table.Th>
                ))}
                <Table.Th w={44}>
                  <VisuallyHidden>{t('common.actions')}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {things.map((thing, index) => (
                <Table.Tr key={thing.key} style={{ verticalAlign: 'top' }}>
                  {props.columns.map((column) => (
                    <Table.Td key={column.field}>
                      {column.cell(
                        `${props.list}.${index}.${column.field}`,
                        t('venues.inLine', { label: column.label, line: index + 1 }),
                      )}
                    </Table.Td>
                  ))}
                  <Table.Td>
                    <ActionIcon aria-label={t('venues.removeLine', { line: index + 1 })} onClick={() => remove(index)}>
                      <IconTrash size={16} aria-hidden />
                    </ActionIcon>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Group>
        <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={addOne}>
          {props.add}
        </Button>
      </Group>
    </Stack>
  )
}

/** The next one of a row: P1 is followed by P2, Point 9 by Point 10. */
export const nextName = (before: string | undefined, otherwise: string) =>
  before && /\d+$/.test(before)
    ? before.replace(/\d+$/, (digits) => String(Number(digits) + 1).padStart(digits.length, '0'))
    : otherwise

export function SupplyRows() {
  const { t } = useTranslation()
  return (
    <Rows<PowerSupply>
      list="powerSupplies"
      title={t('venues.power')}
      add={t('venues.addSupply')}
      minWidth={620}
      next={(before) => ({
        id: null,
        name: nextName(before?.name, ''),
        connector: before?.connector ?? 'CEE 32 A',
        phases: before?.phases ?? 3,
        ampsPerPhase: before?.ampsPerPhase ?? 32,
        volts: before?.volts ?? 400,
        count: 1,
      })}
      columns={[
        { field: 'name', label: t('venues.supply'), cell: (name, label) => <TextCell name={name} label={label} /> },
        {
          field: 'connector',
          label: t('venues.connector'),
          width: 140,
          cell: (name, label) => <TextCell name={name} label={label} placeholder="CEE 63 A" />,
        },
        {
          field: 'phases',
          label: t('venues.phases'),
          width: 80,
          cell: (name, label) => <PhasesCell name={name} label={label} />,
        },
        {
          field: 'ampsPerPhase',
          label: t('venues.amps'),
          width: 90,
          cell: (name, label) => <NumberCell name={name} label={label} unit="A" />,
        },
        {
          field: 'volts',
          label: t('venues.volts'),
          width: 90,
          cell: (name, label) => <NumberCell name={name} label={label} unit="V" />,
        },
        { field: 'count', label: t('venues.count'), width: 80, cell: (name, label) => <NumberCell name={name} label={label} /> },
      ]}
    />
  )
}

export function PointRows() {
  const { t } = useTranslation()
  return (
    <Rows<RiggingPoint>
      list="riggingPoints"
      title={t('venues.riggingPoints')}
      add={t('venues.addPoint')}
      minWidth={560}
      next={(before, place) => ({
        id: null,
        name: nextName(before?.name, `P${place}`),
        workingLoadLimitKilograms: before?.workingLoadLimitKilograms ?? 500,
        heightMillimetres: before?.heightMillimetres ?? null,
        xMillimetres: null,
        yMillimetres: null,
      })}
      columns={[
        { field: 'name', label: t('venues.point'), cell: (name, label) => <TextCell name={name} label={label} /> },
        {
          field: 'workingLoadLimitKilograms',
          label: t('venues.limit'),
          width: 120,
          cell: (name, label) => <NumberCell name={name} label={label} unit="kg" />,
        },
        {
          field: 'heightMillimetres',
          label: t('venues.height'),
          width: 100,
          cell: (name, label) => <NumberCell name={name} label={label} unit="m" scale={1000} empty />,
        },
        {
          field: 'xMillimetres',
          label: t('venues.along'),
          width: 100,
          cell: (name, label) => <NumberCell name={name} label={label} unit="m" scale={1000} empty />,
        },
        {
          field: 'yMillimetres',
          label: t('venues.across'),
          width: 100,
          cell: (name, label) => <NumberCell name={name} label={label} unit="m" scale={1000} empty />,
        },
      ]}
    />
  )
}
