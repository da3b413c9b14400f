import { Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NumberField, SelectField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { z } from '@/lib/validation'
import type { EventOfList, PullLine } from '../api/pull-lists'
import { ownMinutes } from '../model/times'
import { type TimesValues, timesOf, timesValues } from '../model/times-form'
import type { Board } from './grid'
import { TimesFields, timesNames, timesSchema } from './TimesFields'

type Values = TimesValues & { quantity: number; group: string }

/** Before all groups. */
const TOP = 'top'

/** How many pieces of a line get one of their own, in which group, and when they are needed. */
export function SplitDialog(props: { line: PullLine; board: Board; event: EventOfList | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const { line, board, event, onClose } = props
  const { groups } = board.list
  const group = groups.find((one) => one.id === line.groupId)
  const zone = event?.timeZone ?? 'UTC'
  const schema = z.object({
    quantity: z
      .number()
      .int()
      .min(1)
      .max(line.quantity - 1),
    group: z.string(),
    ...timesSchema,
  })
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={<Text fw={650}>{t('pulllists.splitTitle', { what: board.actions.label(line) })}</Text>}
    >
      <ResourceForm<Values, unknown>
        schema={schema}
        values={{ quantity: Math.floor(line.quantity / 2), group: line.groupId ?? TOP, ...timesValues(line.times, zone) }}
        fieldNames={{ ...timesNames, groupId: 'group' }}
        save={({ quantity, group, ...times }) =>
          board.actions.split(line, { quantity, groupId: group === TOP ? null : group, times: timesOf(times, zone) })
        }
        onSaved={onClose}
        inDialog
        onCancel={onClose}
        submitLabel={t('pulllists.split')}
      >
        <NumberField
          name="quantity"
          label={t('pulllists.splitOff')}
          description={t('pulllists.splitOffHint')}
          min={1}
          max={line.quantity - 1}
          required
          autoFocus
        />
        {groups.length > 0 && (
          <SelectField
            name="group"
            label={t('pulllists.into')}
            required
            data={[
              { value: TOP, label: t('pulllists.noGroup') },
              ...groups.map((group) => ({ value: group.id, label: group.name })),
            ]}
          />
        )}
        <TimesFields above={event && { from: null, to: null, ...event.occupancy, ...ownMinutes(group?.times) }} zone={zone} />
      </ResourceForm>
    </Modal>
  )
}
