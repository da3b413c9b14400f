import { Alert, Modal, NativeSelect, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { QueryState } from '@/components/QueryState'
import { Enclosed } from '@/components/SendDialog'
import { showDone } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { type Activity, clientTemplates, draftQuery, type LetterInput, letterInput, standingQuery } from '../api/activities'

/** An e-mail to a client, begun with the words of a template; it stands on the timeline afterwards. */
export function LetterDialog(props: { clientId: string; dealId?: string; onClose: () => void; onSaved: () => Promise<void> }) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<string>('CLIENT_LETTER')
  const draft = useQuery(draftQuery(props.clientId, { deal: props.dealId, kind }))
  const ready = useQuery(standingQuery).data?.ready ?? true
  return (
    <Modal opened onClose={props.onClose} size="lg" title={<Text fw={650}>{t('deals.activities.write')}</Text>}>
      <Stack gap="md">
        {!ready && <Alert color="warn">{t('deals.activities.kept')}</Alert>}
        <NativeSelect
          label={t('deals.activities.words')}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value)}
          data={clientTemplates.map((one) => ({ value: one, label: t(`deals.activities.templates.${one}`) }))}
        />
        <QueryState query={draft} lines={8}>
          {(begun) => (
            <ResourceForm<LetterInput, Activity>
              key={kind}
              schema={letterInput}
              values={{ to: begun.to ?? '', subject: begun.subject, text: begun.text, files: [] }}
              inDialog
              submitLabel={t('deals.activities.send')}
              onCancel={props.onClose}
              save={(letter) =>
                api.post<Activity>('/client-emails', {
                  ...letter,
                  kind,
                  clientId: props.clientId,
                  dealId: props.dealId,
                })
              }
              onSaved={async () => {
                await props.onSaved()
                if (ready) showDone(t('deals.activities.sent'))
              }}
            >
              <TextField name="to" type="email" label={t('deals.activities.to')} required maxLength={254} />
              <TextField name="subject" label={t('deals.activities.subject')} required maxLength={200} />
              <TextAreaField name="text" label={t('deals.activities.text')} required rows={10} maxLength={10_000} />
              <Enclosed clientId={props.clientId} />
            </ResourceForm>
          )}
        </QueryState>
      </Stack>
    </Modal>
  )
}
