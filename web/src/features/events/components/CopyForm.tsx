import { SimpleGrid, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateField, SwitchField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { z } from '@/lib/validation'
import { wallOf } from '@/lib/wall'
import { copyEvent, type Event } from '../api/events'

const copyInput = z.object({
  name: z.string().trim().min(1).max(200),
  startsOn: z.string().min(1).nullable(),
  pullLists: z.boolean(),
  checklists: z.boolean(),
})
type CopyInput = { name: string; startsOn: string | null; pullLists: boolean; checklists: boolean }

/** An event made from another one or from a template, on another day; or a template made from an event. */
export function CopyForm(props: {
  event: Event
  /** On which it begins; without it, when the other one does. */
  day?: string
  template?: boolean
  inDialog?: boolean
  onCancel: () => void
  onMade: (event: Event) => Promise<unknown>
}) {
  const { t } = useTranslation()
  const { event, template } = props
  const first = wallOf(event.from, event.timeZone).slice(0, 10)
  return (
    <ResourceForm<CopyInput, Event>
      schema={copyInput}
      values={{ name: event.name, startsOn: props.day ?? first, pullLists: true, checklists: true }}
      inDialog={props.inDialog}
      submitLabel={t(template ? 'events.createTemplate' : 'events.create')}
      onCancel={props.onCancel}
      save={({ name, startsOn, pullLists, checklists }) =>
        copyEvent(event.id, { name, pullLists, checklists, template, startsOn: template ? undefined : (startsOn ?? first) })
      }
      onSaved={(made) => void props.onMade(made)}
    >
      <SimpleGrid cols={{ base: 1, sm: template || props.inDialog ? 1 : 2 }} spacing="md">
        <TextField name="name" label={t('events.name')} required autoFocus maxLength={200} />
        {!template && <DateField name="startsOn" label={t('events.startsOn')} description={t('events.startsOnHint')} required />}
      </SimpleGrid>
      <SwitchField name="pullLists" label={t('events.withPullLists')} />
      <SwitchField name="checklists" label={t('events.withChecklists')} />
      <Text size="sm" c="dimmed">
        {t(template ? 'events.templateText' : 'events.copyText')}
      </Text>
    </ResourceForm>
  )
}
