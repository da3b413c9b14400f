import { SimpleGrid } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ColourField } from '@/components/form/ColourField'
import { RemoteSelect, SelectField, TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm, type ResourceFormProps } from '@/components/form/ResourceForm'
import { useCan } from '@/lib/session'
import { kinds, type Project, type ProjectInput, projectInput } from '../api/projects'

type Props = Pick<
  ResourceFormProps<ProjectInput, Project>,
  'values' | 'version' | 'save' | 'onSaved' | 'reload' | 'submitLabel' | 'onCancel' | 'disabled' | 'inDialog'
> & { clientName?: string | null }

/** What is known of a project: for a new one and for its details. */
export function ProjectForm({ clientName, ...props }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  return (
    <ResourceForm<ProjectInput, Project> schema={projectInput} {...props}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextField name="name" label={t('projects.name')} required autoFocus maxLength={200} />
        <SelectField
          name="kind"
          label={t('projects.kind')}
          required
          data={kinds.map((one) => ({ value: one, label: t(`projects.kinds.${one}`) }))}
        />
        {can('CLIENT_READ') && (
          <RemoteSelect
            name="clientId"
            label={t('projects.client')}
            endpoint="/clients"
            query={{ archived: false }}
            chosenLabel={clientName ?? undefined}
          />
        )}
        <ColourField name="colour" label={t('projects.colour')} description={t('projects.colourHint')} />
      </SimpleGrid>
      <TextAreaField name="notes" label={t('projects.notes')} rows={4} maxLength={20_000} />
    </ResourceForm>
  )
}
