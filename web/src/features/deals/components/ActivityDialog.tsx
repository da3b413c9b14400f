import { Modal, SimpleGrid, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { RemoteSelect, SelectField, TextAreaField, TextField } from '@/components/form/fields'
import { MomentField } from '@/components/form/MomentField'
import { ResourceForm } from '@/components/form/ResourceForm'
import { api } from '@/lib/api/client'
import { useCan, useMe } from '@/lib/session'
import { wallOf } from '@/lib/wall'
import { type Activity, type ActivityInput, activityBody, activityInput, activityInputOf, activityKinds } from '../api/activities'
import type { Named } from '../api/deals'

/** One activity: a new one of this client, or one that is there. */
export function ActivityDialog(props: {
  activity: Activity | null
  clientId: string
  dealId?: string
  onClose: () => void
  onSaved: () => Promise<void>
}) {
  const { t } = useTranslation()
  const can = useCan()
  const me = useMe()
  const zone = me.company.timeZone || 'UTC'
  const { activity, clientId } = props
  const client = useQuery({
    queryKey: ['clients', clientId],
    queryFn: ({ signal }) => api.get<{ contacts: Named[] }>(`/clients/${clientId}`, { signal }),
    enabled: can('CLIENT_READ'),
  })
  const path = `/activities/${activity?.id}`
  const values: ActivityInput = activity
    ? activityInputOf(activity, zone)
    : {
        kind: 'CALL',
        subject: '',
        text: null,
        dealId: props.dealId ?? null,
        contactId: null,
        at: wallOf(new Date().toISOString(), zone).slice(0, 16),
        remindAt: null,
        assigneeId: null,
      }
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="lg"
      title={<Text fw={650}>{t(activity ? 'deals.activities.edit' : 'deals.activities.add')}</Text>}
    >
      <ResourceForm<ActivityInput, Activity>
        schema={activityInput}
        values={values}
        version={activity?.version}
        inDialog
        submitLabel={activity ? undefined : t('deals.activities.add')}
        onCancel={props.onClose}
        save={(all, { changed, version }) =>
          activity
            ? api.patch<Activity>(path, activityBody(changed, zone), { version })
            : api.post<Activity>('/activities', { ...activityBody(all, zone), clientId })
        }
        reload={
          activity
            ? async () => {
                const fresh = await api.get<Activity>(path)
                return { values: activityInputOf(fresh, zone), version: fresh.version }
              }
            : undefined
        }
        onSaved={() => void props.onSaved()}
      >
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <SelectField
            name="kind"
            label={t('deals.activities.kind')}
            data={activityKinds.map((one) => ({ value: one, label: t(`deals.activities.kinds.${one}`) }))}
            required
          />
          <MomentField name="at" label={t('deals.activities.at')} description={t('deals.activities.atHint')} required />
        </SimpleGrid>
        <TextField name="subject" label={t('deals.activities.subject')} required autoFocus maxLength={200} />
        <TextAreaField name="text" label={t('deals.activities.text')} rows={4} maxLength={10_000} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <SelectField
            name="contactId"
            label={t('deals.activities.contact')}
            data={(client.data?.contacts ?? []).map((one) => ({ value: one.id, label: one.name }))}
          />
          <RemoteSelect
            name="dealId"
            label={t('deals.activities.deal')}
            endpoint="/deals"
            query={{ client: clientId }}
            chosenLabel={activity?.deal?.name}
          />
          {can('USER_READ') ? (
            <RemoteSelect
              name="assigneeId"
              label={t('deals.activities.assignee')}
              endpoint="/users"
              chosenLabel={activity?.assignee?.name}
            />
          ) : (
            <SelectField name="assigneeId" label={t('deals.activities.assignee')} data={[{ value: me.id, label: me.name }]} />
          )}
          <MomentField name="remindAt" label={t('deals.activities.remindAt')} description={t('deals.activities.remindAtHint')} />
        </SimpleGrid>
      </ResourceForm>
    </Modal>
  )
}
