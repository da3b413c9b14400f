import { Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TextAreaField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { useFormat } from '@/lib/format'
import { z } from '@/lib/validation'

export type Lack = { item: string; warehouse: string; quantity: number; period: { from: string; to: string } }
const schema = z.object({ reason: z.string().trim().min(1).max(500) })

/** Pieces are to be lent that are not free: what is lacking, and why it is done all the same. */
export function DespiteDialog(props: { lacks: Lack[]; onClose: () => void; onDespite: (reason: string) => Promise<void> }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Modal opened onClose={props.onClose} title={<Text fw={650}>{t('sourcing.notFree')}</Text>}>
      <ResourceForm<{ reason: string }, void>
        schema={schema}
        values={{ reason: '' }}
        inDialog
        submitLabel={t('sourcing.lendAnyway')}
        onCancel={props.onClose}
        save={({ reason }) => props.onDespite(reason.trim())}
      >
        <Text size="sm">{t('sourcing.notFreeText')}</Text>
        <Stack gap={4}>
          {props.lacks.map((one) => (
            <Text key={`${one.item} ${one.warehouse} ${one.period.from}`} size="sm">
              <b className="num">
                {format.number(one.quantity)} × {one.item}
              </b>{' '}
              {one.warehouse}, {format.dateTime(one.period.from)} – {format.dateTime(one.period.to)}
            </Text>
          ))}
        </Stack>
        <TextAreaField name="reason" label={t('sourcing.reason')} rows={2} maxLength={500} required />
      </ResourceForm>
    </Modal>
  )
}
