import { Button, Drawer, Group, SimpleGrid, Text } from '@mantine/core'
import { IconArrowsSplit2, IconFolderShare, IconHelp, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { MoneyField, NumberField, TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { ButtonLink } from '@/components/Link'
import type { Money } from '@/lib/api/client'
import { kindPath } from '@/lib/kinds'
import { z } from '@/lib/validation'
import type { EventOfList, LineChange, PullLine } from '../api/pull-lists'
import { ownMinutes } from '../model/times'
import { type TimesValues, timesOf, timesValues } from '../model/times-form'
import { FreeCell } from './FreeCell'
import type { Board } from './grid'
import { TimesFields, timesNames, timesSchema } from './TimesFields'

const schema = z.object({
  text: z.string().max(500).nullable(),
  quantity: z.number().int().min(1).max(1_000_000),
  unitPrice: z.object({ amountMinor: z.number(), currency: z.string() }).nullable(),
  warehouseNote: z.string().max(1_000).nullable(),
  internalNote: z.string().max(1_000).nullable(),
  ...timesSchema,
})
type Values = TimesValues & {
  text: string | null
  quantity: number
  unitPrice: Money | null
  warehouseNote: string | null
  internalNote: string | null
}
const timeFields = ['from', 'to', 'prepMinutes', 'transitBeforeMinutes', 'transitAfterMinutes', 'turnaroundMinutes'] as const

export const thingOf = (line: PullLine): string | undefined => {
  const id = line.productId ?? line.kitId ?? line.caseId ?? line.assetId
  return id ? kindPath(line.kind, id) : undefined
}

/** Everything about one line. */
export function LineDrawer(props: {
  line: PullLine
  board: Board
  event: EventOfList | undefined
  onWhy: () => void
  onMove: () => void
  onSplit: () => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { line, board, event, onClose } = props
  const zone = event?.timeZone ?? 'UTC'
  const path = thingOf(line)
  const free = board.free?.get(line.id)
  const group = board.list.groups.find((one) => one.id === line.groupId)
  const counted = line.kind !== 'CASE' && line.kind !== 'ASSET'
  const save = async (values: Values, changed: Partial<Values>) => {
    const { text, quantity, unitPrice, warehouseNote, internalNote } = changed
    const patch: LineChange = JSON.parse(JSON.stringify({ text, quantity, unitPrice, warehouseNote, internalNote }))
    if (timeFields.some((name) => name in changed)) patch.times = timesOf(values, zone)
    await board.actions.change(line, patch, { inForm: true })
  }
  return (
    <Drawer opened onClose={onClose} position="right" size="md" title={<Text fw={650}>{line.name}</Text>}>
      <Text size="sm" c="dimmed" mb="sm">
        {[t(`pulllists.kinds.${line.kind}`), line.code, line.groupName].filter(Boolean).join(' · ')}
      </Text>
      <Group gap="xs" mb="md">
        <FreeCell free={free} name={line.name} />
        {free && board.canWhy && (
          <Button size="compact-sm" variant="default" leftSection={<IconHelp size={15} aria-hidden />} onClick={props.onWhy}>
            {t('pulllists.why')}
          </Button>
        )}
        {path && (
          <ButtonLink to={path as '/'} size="compact-sm" variant="default">
            {t('pulllists.openThing')}
          </ButtonLink>
        )}
      </Group>
      <ResourceForm<Values, void>
        key={line.id}
        schema={schema}
        values={{
          text: line.text,
          quantity: line.quantity,
          unitPrice: line.unitPrice,
          warehouseNote: line.warehouseNote,
          internalNote: line.internalNote,
          ...timesValues(line.times, zone),
        }}
        fieldNames={{ ...timesNames, 'unitPrice.amountMinor': 'unitPrice', 'unitPrice.currency': 'unitPrice' }}
        save={(values, { changed }) => save(values, changed)}
        onSaved={onClose}
        inDialog
        disabled={!board.editable}
        onCancel={onClose}
      >
        {line.kind === 'TEXT' && <TextField name="text" label={t('pulllists.columns.text')} required maxLength={500} />}
        <SimpleGrid cols={2} spacing="sm">
          <NumberField
            name="quantity"
            label={t('pulllists.columns.quantity')}
            min={1}
            max={1_000_000}
            required
            disabled={!counted}
            description={counted ? undefined : t('pulllists.oneOfIt')}
          />
          <MoneyField name="unitPrice" label={t('pulllists.columns.price')} />
        </SimpleGrid>
        <TextAreaField name="warehouseNote" label={t('pulllists.columns.note')} rows={2} maxLength={1_000} />
        <TextAreaField
          name="internalNote"
          label={t('pulllists.internalNote')}
          description={t('pulllists.internalNoteHint')}
          rows={2}
          maxLength={1_000}
        />
        <TimesFields above={event && { from: null, to: null, ...event.occupancy, ...ownMinutes(group?.times) }} zone={zone} />
      </ResourceForm>
      {board.editable && (
        <Group mt="lg" gap="xs">
          {board.list.groups.length > 0 && (
            <Button size="xs" variant="default" leftSection={<IconFolderShare size={15} aria-hidden />} onClick={props.onMove}>
              {t('pulllists.moveToGroup')}
            </Button>
          )}
          {line.quantity > 1 && (
            <Button size="xs" variant="default" leftSection={<IconArrowsSplit2 size={15} aria-hidden />} onClick={props.onSplit}>
              {t('pulllists.splitLine')}
            </Button>
          )}
          <Button
            size="xs"
            variant="light"
            color="bad"
            leftSection={<IconTrash size={15} aria-hidden />}
            onClick={() => {
              onClose()
              void board.actions.remove(new Set([line.id]))
            }}
          >
            {t('pulllists.remove')}
          </Button>
        </Group>
      )}
    </Drawer>
  )
}
