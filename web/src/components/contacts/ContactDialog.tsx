import { Modal, SimpleGrid, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SwitchField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { useListed } from '@/components/form/useListed'
import { z } from '@/lib/validation'
import type { Contact, ContactsProps, WithContacts } from './ContactsTab'

const input = z.object({
  name: z.string().trim().min(1).max(200),
  role: z.string().max(100).nullable(),
  email: z.email().nullable(),
  phone: z.string().max(50).nullable(),
  preferred: z.boolean(),
})
type Input = z.infer<typeof input>

/** One contact: a new one, or one that is there. */
export function ContactDialog(
  props: Omit<ContactsProps, 'editable'> & {
    id: string | null
    onClose: () => void
  },
) {
  const { t } = useTranslation()
  const listed = useListed<Contact, Input, WithContacts>({
    path: props.path,
    list: 'contacts',
    whole: props.of,
    id: props.id,
    inputOf: (one) => ({
      name: one?.name ?? '',
      role: one?.role ?? null,
      email: one?.email ?? null,
      phone: one?.phone ?? null,
      preferred: one?.preferred ?? false,
    }),
    others: (one, saved) => (saved.preferred ? { ...one, preferred: false } : one),
  })
  return (
    <Modal opened onClose={props.onClose} title={<Text fw={650}>{t(props.id ? 'contacts.edit' : 'contacts.add')}</Text>}>
      <ResourceForm<Input, WithContacts>
        schema={input}
        {...listed}
        inDialog
        submitLabel={props.id ? undefined : t('contacts.add')}
        onCancel={props.onClose}
        onSaved={async () => {
          await props.onChanged()
          props.onClose()
        }}
      >
        <TextField name="name" label={t('contacts.name')} required autoFocus maxLength={200} />
        <TextField name="role" label={t('contacts.role')} description={t('contacts.roleHint')} maxLength={100} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <TextField name="email" label={t('contacts.email')} type="email" maxLength={254} />
          <TextField name="phone" label={t('contacts.phone')} type="tel" maxLength={50} />
        </SimpleGrid>
        <SwitchField name="preferred" label={t('contacts.preferred')} description={t('contacts.preferredHint')} />
      </ResourceForm>
    </Modal>
  )
}
