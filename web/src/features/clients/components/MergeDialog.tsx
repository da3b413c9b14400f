import { Alert, Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RemotePicker } from '@/components/form/RemotePicker'
import { QueryState } from '@/components/QueryState'
import { showDone } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useProblemText } from '@/lib/problems'
import { type Client, clientQuery, mergeQuery, similarQuery } from '../api/clients'

/** Another client becomes part of this one, after a look at what that means. */
export function MergeDialog({ client, onClose }: { client: Client; onClose: () => void }) {
  const { t } = useTranslation()
  const [other, setOther] = useState<string | null>(null)
  const similar = useQuery(
    similarQuery({
      name: client.name,
      vatNumber: client.vatNumber ?? undefined,
      email: client.email ?? undefined,
      phone: client.phone ?? undefined,
      except: client.id,
    }),
  )
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={650}>{t('clients.merge.title', { name: client.name })}</Text>}>
      <Stack gap="md">
        <Text size="sm">{t('clients.merge.text', { name: client.name })}</Text>
        <RemotePicker label={t('clients.merge.other')} endpoint="/clients" value={other} onChange={setOther} required />
        {!other && similar.data && similar.data.items.length > 0 && (
          <Group gap="xs">
            <Text size="sm" c="dimmed">
              {t('clients.merge.suggested')}
            </Text>
            {similar.data.items.map((one) => (
              <Button key={one.id} size="xs" variant="default" onClick={() => setOther(one.id)}>
                {one.name}
              </Button>
            ))}
          </Group>
        )}
        {other && other === client.id && <Alert color="warn">{t('clients.merge.same')}</Alert>}
        {other && other !== client.id ? (
          <Merging key={other} client={client} otherId={other} onClose={onClose} />
        ) : (
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  )
}

function Merging({ client, otherId, onClose }: { client: Client; otherId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const text = useProblemText()
  const queryClient = useQueryClient()
  const other = useQuery(clientQuery(otherId))
  const merge = useQuery(mergeQuery(client.id, otherId))
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const run = async (from: Client) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await api.post(`/clients/${client.id}/merge`, { otherId, otherVersion: from.version }, { version: client.version })
      onClose()
      showDone(t('clients.merge.done', { name: from.name }))
      // This dialog still watches the one that is gone: whoever asks for it now is told that it is not there.
      const ofGone = (query: { queryKey: readonly unknown[] }) => JSON.stringify(query.queryKey).includes(from.id)
      await queryClient.invalidateQueries({ predicate: (query) => !ofGone(query) })
      queryClient.removeQueries({ predicate: ofGone, type: 'inactive' })
    } catch (error) {
      setProblem(text(error))
      setBusy(false)
      await queryClient.invalidateQueries({ queryKey: ['clients'] })
    }
  }
  return (
    <QueryState query={merge}>
      {({ becomes, uses }) => (
        <QueryState query={other}>
          {(from) => (
            <>
              <Text size="sm" fw={600}>
                {t('clients.merge.means', { other: from.name, name: client.name })}
              </Text>
              <List size="sm">
                {uses.map((use) => (
                  <List.Item key={use}>{t('clients.merge.uses', { uses: use })}</List.Item>
                ))}
                {from.contacts.length > 0 && (
                  <List.Item>{t('clients.merge.contacts', { names: from.contacts.map((one) => one.name).join(', ') })}</List.Item>
                )}
                {taken.map(
                  (field) =>
                    becomes[field] &&
                    becomes[field] !== client[field] && (
                      <List.Item key={field}>
                        {t('clients.merge.takes', { field: t(`clients.${field}`), value: String(becomes[field]) })}
                      </List.Item>
                    ),
                )}
                <List.Item>{t('clients.merge.history')}</List.Item>
              </List>
              {problem && (
                <Alert color="bad" role="alert">
                  {problem}
                </Alert>
              )}
              <Group justify="flex-end">
                <Button variant="default" onClick={onClose}>
                  {t('common.cancel')}
                </Button>
                <Button color="bad" loading={busy} onClick={() => void run(from)}>
                  {t('clients.merge.run')}
                </Button>
              </Group>
            </>
          )}
        </QueryState>
      )}
    </QueryState>
  )
}

const taken = [
  'code',
  'vatNumber',
  'email',
  'phone',
  'web',
  'billingName',
  'billingEmail',
  'buyerReference',
  'paymentDays',
  'currency',
] as const
