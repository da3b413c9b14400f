import { ActionIcon, Button, Group, Modal, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { ColourField } from '@/components/form/ColourField'
import { SelectField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { api } from '@/lib/api/client'
import type { EventType } from '../api/events'
import { inOrder, type TypeInput, typeInput, typeInputOf } from '../api/planning'
import { phases } from '../model/phases'
import classes from './EventTypes.module.css'

/** A type's name, colour and own phases, saved together. */
export function EventTypeDialog(props: { type?: EventType; onClose: () => void; onChanged: () => Promise<unknown> }) {
  const { t } = useTranslation()
  const { type } = props
  const path = `/event-types/${type?.id}`
  const ordered = <Input extends Partial<TypeInput>>(input: Input): Input =>
    input.workflow ? { ...input, workflow: inOrder(input.workflow) } : input
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="lg"
      title={<Text fw={650}>{t(type ? 'events.editType' : 'events.newType')}</Text>}
    >
      <ResourceForm<TypeInput, EventType>
        schema={typeInput}
        values={typeInputOf(type)}
        version={type?.version}
        inDialog
        submitLabel={type ? undefined : t('events.newType')}
        onCancel={props.onClose}
        save={(values, { changed, version }) =>
          type ? api.patch<EventType>(path, ordered(changed), { version }) : api.post<EventType>('/event-types', ordered(values))
        }
        reload={
          type &&
          (async () => {
            const fresh = await api.get<EventType>(path)
            return { values: typeInputOf(fresh), version: fresh.version }
          })
        }
        onSaved={async () => {
          await props.onChanged()
          props.onClose()
        }}
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <TextField name="name" label={t('events.name')} required autoFocus maxLength={100} />
          <ColourField name="colour" label={t('events.colour')} description={t('events.colourHint')} />
        </SimpleGrid>
        <OwnPhases />
      </ResourceForm>
    </Modal>
  )
}

/** The company's own words for the way through: each means one of the built-in phases, in their order. */
function OwnPhases() {
  const { t } = useTranslation()
  const { control, getValues } = useFormContext<TypeInput>()
  const { fields, append, remove } = useFieldArray({ control, name: 'workflow', keyName: 'key' })
  return (
    <Stack gap="xs">
      <div>
        <Text size="sm" fw={500}>
          {t('events.ownPhases')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('events.ownPhasesText')}
        </Text>
      </div>
      <ol className={classes.steps}>
        {fields.map((step, index) => (
          <li key={step.key} className={classes.step} aria-label={t('events.ownPhaseNumber', { number: index + 1 })}>
            <TextField name={`workflow.${index}.name`} label={t('events.name')} required maxLength={60} />
            <SelectField
              name={`workflow.${index}.phase`}
              label={t('events.means')}
              required
              data={phases.map((phase) => ({ value: phase, label: t(`events.phases.${phase}`) }))}
            />
            <ActionIcon aria-label={t('events.removeOwnPhase', { number: index + 1 })} onClick={() => remove(index)}>
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ol>
      <Group>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => {
            const now = getValues('workflow')
            append({ id: null, name: '', phase: now.at(-1)?.phase ?? 'ENQUIRY' }, { focusName: `workflow.${now.length}.name` })
          }}
        >
          {t('events.addOwnPhase')}
        </Button>
      </Group>
    </Stack>
  )
}
