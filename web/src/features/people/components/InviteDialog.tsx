import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { useFormat } from '@/lib/format'
import { type Invitation, type InvitationInput, invitationInput, invite } from '../api/people'
import { RolesField } from './RolesField'
import { LinkToHandOver } from './UsersPage'

const empty: InvitationInput = { email: '', name: '', roleIds: [] }

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const queryClient = useQueryClient()
  const [made, setMade] = useState<Invitation>()
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Text fw={650}>{made ? t('people.invited', { name: made.name }) : t('people.invite')}</Text>}
    >
      {made?.link ? (
        <Stack>
          <LinkToHandOver
            link={made.link}
            label={t('people.invitationLink')}
            text={[t('people.linkOnce', { when: format.dateTime(made.expiresAt) }), made.mailed && t('people.mailed')]
              .filter(Boolean)
              .join(' ')}
          />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('common.close')}</Button>
          </Group>
        </Stack>
      ) : (
        <ResourceForm
          schema={invitationInput}
          values={empty}
          inDialog
          onCancel={onClose}
          submitLabel={t('people.makeInvitation')}
          save={(input) => invite(input)}
          onSaved={async (invitation) => {
            await queryClient.invalidateQueries({ queryKey: ['invitations'] })
            if (invitation.link) setMade(invitation)
            else onClose()
          }}
        >
          <TextField name="name" label={t('people.name')} required autoFocus />
          <TextField name="email" type="email" label={t('people.email')} required />
          <RolesField name="roleIds" />
        </ResourceForm>
      )}
    </Modal>
  )
}
