import { Modal, SimpleGrid, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SelectField, TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { useListed } from '@/components/form/useListed'
import { countries, linesOf } from '@/lib/countries'
import { useFormat } from '@/lib/format'
import { z } from '@/lib/validation'
import { type Address, addressKinds, type Client } from '../api/clients'

const input = z.object({
  kind: z.enum(addressKinds),
  name: z.string().max(200).nullable(),
  lines: z.string().trim().min(1).max(1600),
  country: z.string().nullable(),
  note: z.string().max(500).nullable(),
})
type Input = z.infer<typeof input>
type Sent = Omit<Address, 'id'>

/** One address: a new one, or one that is there. */
export function AddressDialog(props: {
  client: Client
  id: string | null
  onClose: () => void
  onChanged: () => Promise<unknown>
}) {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const listed = useListed<Address, Sent, Client>({
    path: `/clients/${props.client.id}`,
    list: 'addresses',
    whole: props.client,
    id: props.id,
    inputOf: (one) => ({
      kind: one?.kind ?? 'DELIVERY',
      name: one?.name ?? null,
      lines: one?.lines ?? [],
      country: one?.country ?? null,
      note: one?.note ?? null,
    }),
  })
  const shown = (sent: Sent): Input => ({ ...sent, lines: sent.lines.join('\n') })
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={<Text fw={650}>{t(props.id ? 'clients.addresses.edit' : 'clients.addresses.add')}</Text>}
    >
      <ResourceForm<Input, Client>
        schema={input}
        values={shown(listed.values)}
        version={listed.version}
        save={(values, { version }) => listed.save({ ...values, lines: linesOf(values.lines) }, { changed: {}, version })}
        reload={async () => {
          const fresh = await listed.reload()
          return { values: shown(fresh.values), version: fresh.version }
        }}
        inDialog
        submitLabel={props.id ? undefined : t('clients.addresses.add')}
        onCancel={props.onClose}
        onSaved={async () => {
          await props.onChanged()
          props.onClose()
        }}
      >
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <SelectField
            name="kind"
            label={t('clients.addresses.kind')}
            data={addressKinds.map((kind) => ({ value: kind, label: t(`clients.addresses.kinds.${kind}`) }))}
            required
          />
          <TextField name="name" label={t('clients.addresses.name')} maxLength={200} />
        </SimpleGrid>
        <TextAreaField
          name="lines"
          label={t('clients.addresses.lines')}
          description={t('clients.addressHint')}
          rows={3}
          required
        />
        <SelectField name="country" label={t('clients.country')} data={countries(locale)} searchable />
        <TextField
          name="note"
          label={t('clients.addresses.note')}
          description={t('clients.addresses.noteHint')}
          maxLength={500}
        />
      </ResourceForm>
    </Modal>
  )
}
