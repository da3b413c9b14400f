import { Switch, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import type { Contact } from '@/components/contacts/ContactsTab'
import { showDone, showProblem } from '@/components/toasts'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan, useMe } from '@/lib/session'
import { accessQuery, grantAccess, revokeAccess } from '../api/access'

/** Whether a contact may sign in to the portal, and when they last did. */
export function AccessSwitch({ clientId, contact }: { clientId: string; contact: Contact }) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = useProblemText()
  const can = useCan()
  const { company } = useMe()
  const queryClient = useQueryClient()
  const access = useQuery(accessQuery(clientId)).data?.items.find((one) => one.contactId === contact.id)
  const [busy, setBusy] = useState(false)
  const editable = can('PORTAL_EDIT')
  if (!contact.email || !(access || editable)) return null
  const fresh = () => queryClient.invalidateQueries({ queryKey: accessQuery(clientId).queryKey })
  const grant = async () => {
    setBusy(true)
    try {
      await grantAccess(clientId, contact.id)
      await fresh()
      showDone(t('portal.access.granted', { address: `${company.baseUrl ?? window.location.origin}/portal` }))
    } catch (error) {
      showProblem(text(error))
    }
    setBusy(false)
  }
  const revoke = () =>
    confirm({
      title: t('portal.access.revokeTitle', { name: contact.name }),
      text: t('portal.access.revokeText'),
      action: t('portal.access.revoke'),
      danger: true,
      run: async () => {
        await revokeAccess(clientId, contact.id)
        await fresh()
      },
    })
  return (
    <div>
      <Switch
        size="sm"
        mt={6}
        checked={access?.valid ?? false}
        disabled={!editable || busy}
        label={t('portal.access.may')}
        onChange={(event) => {
          if (event.currentTarget.checked) void grant()
          else revoke()
        }}
      />
      {access && (
        <Text size="xs" c="dimmed" mt={4} style={{ overflowWrap: 'anywhere' }}>
          {!access.valid
            ? t('portal.access.other', { email: access.email })
            : access.lastSignInAt
              ? t('portal.access.last', { when: format.relative(access.lastSignInAt) })
              : t('portal.access.never', { name: access.grantedByName })}
        </Text>
      )}
    </div>
  )
}
