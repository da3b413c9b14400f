import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextAreaField } from '@/components/form/fields'
import { RemotePicker } from '@/components/form/RemotePicker'
import { ResourceForm } from '@/components/form/ResourceForm'
import { showProblem, showUndo } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useProblemText } from '@/lib/problems'
import { z } from '@/lib/validation'
import { type Contents, type FlightCase, itemsOf, pack } from '../api/cases'
import { pathOf } from './path'
import { useContentsText } from './texts'

/** Takes everything out, here or to another place; the toast packs it again. */
export function EmptyDialog({ of, onClose, refresh }: { of: FlightCase; onClose: () => void; refresh: () => Promise<unknown> }) {
  const { t } = useTranslation()
  const text = useProblemText()
  const contentsText = useContentsText()
  const [place, setPlace] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const go = async () => {
    setBusy(true)
    setRefusal(undefined)
    try {
      const before = await api.get<Contents>(`/cases/${of.id}/contents`)
      await api.delete(`/cases/${of.id}/contents`, { query: { to: place }, version: of.version })
      onClose()
      await refresh()
      const items = itemsOf(before).map((item) => ('productId' in item && place ? { ...item, locationId: place } : item))
      showUndo(t('cases.emptied', { number: of.number }), async () => {
        await pack(of.id, items).catch((error) => showProblem(text(error)))
        await refresh()
      })
    } catch (error) {
      setRefusal(text(error))
      setBusy(false)
      await refresh()
    }
  }
  return (
    <Modal opened onClose={onClose} title={<Text fw={650}>{t('cases.emptyTitle', { number: of.number })}</Text>}>
      <Stack gap="md">
        <Text size="sm">{t('cases.emptyText', { contents: contentsText(of) })}</Text>
        <RemotePicker
          label={t('cases.emptyTo')}
          placeholder={of.locationName}
          endpoint="/locations"
          optionLabel={pathOf}
          value={place}
          onChange={setPlace}
        />
        {refusal && (
          <Alert color="bad" role="alert">
            {refusal}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button loading={busy} onClick={() => void go()}>
            {t('cases.emptyIt')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

const reason = z.object({ note: z.string().trim().min(1).max(500) })

export function OutOfServiceDialog({
  of,
  onClose,
  refresh,
}: {
  of: FlightCase
  onClose: () => void
  refresh: () => Promise<unknown>
}) {
  const { t } = useTranslation()
  return (
    <Modal opened onClose={onClose} title={<Text fw={650}>{t('cases.outOfServiceTitle', { number: of.number })}</Text>}>
      <ResourceForm<{ note: string }, FlightCase>
        schema={reason}
        values={{ note: '' }}
        inDialog
        submitLabel={t('cases.outOfService')}
        onCancel={onClose}
        save={(values) => api.post<FlightCase>(`/cases/${of.id}/out-of-service`, values)}
        onSaved={async () => {
          onClose()
          await refresh()
        }}
      >
        <TextAreaField name="note" label={t('cases.whatIsWrong')} rows={2} maxLength={500} required />
      </ResourceForm>
    </Modal>
  )
}
