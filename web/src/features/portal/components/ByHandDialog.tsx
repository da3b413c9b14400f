import { Checkbox, Modal, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { QueryState } from '@/components/QueryState'
import { useFormat } from '@/lib/format'
import { type Choice, switched, takenOf } from '../api/offers'
import { type Acceptance, acceptByHand, type ByHandInput, byHandInput, quoteChoicesQuery } from '../api/portal'

type Props = { quoteId: string; onClose: () => void; onSaved: () => void }

/** A yes by telephone or on paper, with what the client takes and leaves. */
export function ByHandDialog(props: Props) {
  const { t } = useTranslation()
  const query = useQuery(quoteChoicesQuery(props.quoteId))
  return (
    <Modal opened onClose={props.onClose} title={<Text fw={650}>{t('portal.byHand')}</Text>}>
      <QueryState query={query} lines={4}>
        {(choices) => <Form {...props} choices={choices} />}
      </QueryState>
    </Modal>
  )
}

function Form({ quoteId, choices, onClose, onSaved }: Props & { choices: Choice[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [taken, setTaken] = useState(() => takenOf(choices))
  return (
    <ResourceForm<ByHandInput, Acceptance>
      schema={byHandInput}
      values={{ name: '', note: '' }}
      inDialog
      submitLabel={t('portal.byHandSave')}
      onCancel={onClose}
      save={(values) => acceptByHand(quoteId, values, taken)}
      onSaved={onSaved}
    >
      <Text size="sm">{t('portal.byHandText')}</Text>
      <TextField name="name" label={t('portal.who')} required maxLength={200} autoFocus />
      <TextField name="note" label={t('portal.note')} maxLength={2_000} />
      {choices.length > 0 && (
        <Stack gap="xs" component="fieldset" p={0} m={0} style={{ border: 0 }}>
          <Text component="legend" size="sm" fw={500} mb={4}>
            {t('portal.taken')}
          </Text>
          {choices.map((one) => (
            <Checkbox
              key={one.id}
              label={`${format.number(one.quantity)} × ${one.name}`}
              checked={taken.includes(one.id)}
              onChange={(event) => setTaken(switched(choices, taken, one.id, event.currentTarget.checked))}
            />
          ))}
        </Stack>
      )}
    </ResourceForm>
  )
}
