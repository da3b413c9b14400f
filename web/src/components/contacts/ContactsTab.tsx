import { ActionIcon, Anchor, Button, Card, Group, Menu, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconDots, IconMail, IconPencil, IconPhone, IconPlus, IconStar, IconTrash, IconUsers } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { later } from '@/components/later'
import { StatusBadge } from '@/components/StatusBadge'
import { showProblem } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useProblemText } from '@/lib/problems'

export type Contact = {
  id: string
  name: string
  role: string | null
  email: string | null
  phone: string | null
  preferred: boolean
}
export type WithContacts = { contacts: Contact[]; version: number }
export type ContactsProps = {
  /** The resource that keeps them: `/clients/{id}`. */
  path: string
  of: WithContacts
  editable: boolean
  onChanged: () => Promise<unknown>
  /** What else is to be said of each. */
  more?: (contact: Contact) => ReactNode
}

const ContactDialog = later(() => import('./ContactDialog').then((file) => file.ContactDialog))

/** Who speaks for a client, who is met at a venue. */
export function ContactsTab({ path, of, editable, onChanged, more }: ContactsProps) {
  const { t } = useTranslation()
  const text = useProblemText()
  const [open, setOpen] = useState<{ id: string | null }>()
  const save = async (contacts: Contact[]) => {
    await api.patch(path, { contacts }, { version: of.version })
    await onChanged()
  }
  const prefer = (chosen: Contact) =>
    save(of.contacts.map((one) => ({ ...one, preferred: one.id === chosen.id }))).catch((error) => showProblem(text(error)))
  const remove = (gone: Contact) =>
    confirm({
      title: t('contacts.removeTitle', { name: gone.name }),
      action: t('contacts.remove'),
      danger: true,
      run: () => save(of.contacts.filter((one) => one.id !== gone.id)),
    })
  const add = editable && (
    <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen({ id: null })}>
      {t('contacts.add')}
    </Button>
  )
  return (
    <Stack gap="md">
      {of.contacts.length === 0 ? (
        <EmptyState icon={IconUsers} title={t('contacts.none')} text={t('contacts.noneText')}>
          {add}
        </EmptyState>
      ) : (
        <>
          <Group justify="flex-end">{add}</Group>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
            {of.contacts.map((contact) => (
              <Card key={contact.id} padding="md" component="li">
                <Group justify="space-between" align="flex-start" wrap="nowrap">
                  <Stack gap={2} miw={0}>
                    <Group gap="xs">
                      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                        {contact.name}
                      </Text>
                      {contact.preferred && <StatusBadge tone="info">{t('contacts.preferred')}</StatusBadge>}
                    </Group>
                    {contact.role && (
                      <Text size="sm" c="dimmed">
                        {contact.role}
                      </Text>
                    )}
                    {contact.email && (
                      <Group gap={6} wrap="nowrap" mt={6}>
                        <IconMail size={16} aria-hidden style={{ flex: 'none' }} />
                        <Anchor href={`mailto:${contact.email}`} size="sm" style={{ overflowWrap: 'anywhere' }}>
                          {contact.email}
                        </Anchor>
                      </Group>
                    )}
                    {contact.phone && (
                      <Group gap={6} wrap="nowrap" mt={contact.email ? 0 : 6}>
                        <IconPhone size={16} aria-hidden style={{ flex: 'none' }} />
                        <Anchor href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`} size="sm">
                          {contact.phone}
                        </Anchor>
                      </Group>
                    )}
                    {more?.(contact)}
                  </Stack>
                  {editable && (
                    <Menu width={220} position="bottom-end">
                      <Menu.Target>
                        <ActionIcon aria-label={t('contacts.actionsFor', { name: contact.name })}>
                          <IconDots size={18} aria-hidden />
                        </ActionIcon>
                      </Menu.Target>
                      <Menu.Dropdown>
                        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setOpen({ id: contact.id })}>
                          {t('contacts.edit')}
                        </Menu.Item>
                        {!contact.preferred && (
                          <Menu.Item leftSection={<IconStar size={16} aria-hidden />} onClick={() => void prefer(contact)}>
                            {t('contacts.prefer')}
                          </Menu.Item>
                        )}
                        <Menu.Item
                          leftSection={<IconTrash size={16} aria-hidden />}
                          color="var(--mantine-color-error)"
                          onClick={() => remove(contact)}
                        >
                          {t('contacts.remove')}
                        </Menu.Item>
                      </Menu.Dropdown>
                    </Menu>
                  )}
                </Group>
              </Card>
            ))}
          </SimpleGrid>
        </>
      )}
      {open && <ContactDialog path={path} of={of} id={open.id} onClose={() => setOpen(undefined)} onChanged={onChanged} />}
    </Stack>
  )
}
