import { MultiSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { rolesQuery } from '../api/people'

export function RolesField({ name }: { name: string }) {
  const { t } = useTranslation()
  const { control } = useFormContext()
  const { field, fieldState } = useController({ name, control })
  const roles = useQuery(rolesQuery)
  return (
    <MultiSelect
      label={t('people.roles')}
      description={t('people.rolesHint')}
      withAsterisk
      searchable
      data={(roles.data?.items ?? []).map((role) => ({ value: role.id, label: role.name }))}
      value={field.value ?? []}
      onChange={field.onChange}
      onBlur={field.onBlur}
      ref={field.ref}
      error={fieldState.error?.message}
      comboboxProps={{ withinPortal: true }}
    />
  )
}
