import { Alert, Modal, Radio, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { showDone } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import { calledOf, type Lead, likeQuery, touched } from '../api/leads'

const input = z.object({ clientName: z.string().trim().max(200).nullable(), dealName: z.string().trim().min(1).max(200) })
type Input = { clientName: string | null; dealName: string }

/** Makes a deal of an enquiry: for a client that is there, where it looks like one, or for a new one. */
export function ConvertDialog({ lead, onClose }: { lead: Lead; onClose: () => void }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const refresh = useRefresh(touched)
  const like = useQuery({ ...likeQuery(lead.id), enabled: can('CLIENT_READ') })
  const found = (like.data?.items ?? []).filter((one) => !one.archived)
  const [client, setClient] = useState('')
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={650}>{t('leads.convertTitle')}</Text>}>
      <Stack gap="md">
        {found.length > 0 && (
          <Alert color="warn" title={t('leads.similar')}>
            <Radio.Group value={client} onChange={setClient} aria-label={t('leads.client')}>
              <Stack gap="xs" mt="xs">
                {found.map((one) => (
                  <Radio key={one.id} value={one.id} label={one.name} />
                ))}
                <Radio value="" label={t('leads.newClient')} />
              </Stack>
            </Radio.Group>
          </Alert>
        )}
        <ResourceForm<Input, Lead>
          schema={input}
          values={{ clientName: calledOf(lead), dealName: calledOf(lead) }}
          version={lead.version}
          inDialog
          submitLabel={t('leads.convert')}
          onCancel={onClose}
          save={(values, { version }) =>
            api.post<Lead>(
              `/leads/${lead.id}/conversion`,
              { ...(client ? { clientId: client } : { clientName: values.clientName }), dealName: values.dealName },
              { version },
            )
          }
          onSaved={async (after) => {
            await refresh()
            showDone(t('leads.converted'))
            await navigate({ href: `/deals/${after.deal!.id}` })
          }}
        >
          {!client && <TextField name="clientName" label={t('leads.clientName')} required maxLength={200} />}
          <TextField name="dealName" label={t('leads.dealName')} required maxLength={200} />
          <Text size="sm" c="dimmed">
            {t('leads.convertText', { name: lead.name })}
          </Text>
        </ResourceForm>
      </Stack>
    </Modal>
  )
}
