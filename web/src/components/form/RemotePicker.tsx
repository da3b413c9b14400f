import { Loader, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Page, type Query } from '@/lib/api/client'

export type RemoteItem = { id: string; name?: string; [field: string]: unknown }

export type RemotePickerProps = {
  label: string
  description?: string
  /** A collection that takes `?q=` and answers one by `/{id}`. */
  endpoint: string
  query?: Query
  optionLabel?: (item: RemoteItem) => string
  value: string | null
  onChange: (id: string | null, item?: RemoteItem) => void
  /** What the chosen one is called, where it is known without asking. */
  chosenLabel?: string
  error?: string
  required?: boolean
  disabled?: boolean
  clearable?: boolean
  placeholder?: string
  withinPortal?: boolean
  onBlur?: () => void
}

/** Chooses one of many thousands: searches the server while one types. */
export function RemotePicker(props: RemotePickerProps) {
  const { t } = useTranslation()
  const { endpoint, query, value, optionLabel = (item: RemoteItem) => item.name ?? item.id } = props
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState(false)
  const [q] = useDebouncedValue(search, 200)
  // What was picked here keeps the name it was picked by, whatever is searched for next.
  const [picked, setPicked] = useState<{ id: string; label: string } | null>(null)
  const known = picked && picked.id === value ? picked.label : props.chosenLabel
  const chosen = useQuery({
    queryKey: ['picked', `${endpoint}/${value}`],
    queryFn: () => api.get<RemoteItem>(`${endpoint}/${value}`),
    enabled: Boolean(value) && known === undefined,
    staleTime: 300_000,
  })
  const chosenText = known ?? (chosen.data && optionLabel(chosen.data))
  // The field shows the chosen name as its text; that is not a search.
  const asked = q === chosenText ? '' : q
  const found = useQuery({
    queryKey: ['pick', endpoint, query, asked],
    queryFn: ({ signal }) =>
      api.get<Page<RemoteItem>>(endpoint, { query: { ...query, q: asked || undefined, limit: 20 }, signal }),
    enabled: opened,
  })
  // Only what answers the words in the field: whoever types and presses Enter must not get what stood there before.
  const waiting = opened && (q !== search || found.isFetching)
  const items = (!waiting && found.data?.items) || []
  const data = items.map((item) => ({ value: item.id, label: optionLabel(item) }))
  if (value && !data.some((option) => option.value === value)) data.unshift({ value, label: chosenText ?? '…' })
  return (
    <Select
      label={props.label}
      description={props.description}
      placeholder={props.placeholder ?? t('form.searchHint')}
      data={data}
      value={value}
      onChange={(id) => {
        const item = items.find((one) => one.id === id)
        if (item) setPicked({ id: item.id, label: optionLabel(item) })
        props.onChange(id, item)
      }}
      searchable
      clearable={props.clearable ?? !props.required}
      searchValue={search}
      onSearchChange={setSearch}
      onDropdownOpen={() => setOpened(true)}
      onBlur={props.onBlur}
      filter={({ options }) => options}
      nothingFoundMessage={waiting ? t('common.loading') : t('form.nothingFound')}
      rightSection={waiting ? <Loader size={16} /> : undefined}
      error={props.error}
      withAsterisk={props.required}
      disabled={props.disabled}
      comboboxProps={{ withinPortal: props.withinPortal ?? true }}
      maxDropdownHeight={280}
    />
  )
}
