import { Button, Checkbox, Group, Modal, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import {
  type Board,
  categoriesQuery,
  pipelinesQuery,
  rolesQuery,
  shareBoard,
  type Widget,
  type WidgetSettings,
  warehousesQuery,
} from '../api/boards'
import { choices } from '../model/arrange'

export type Asked =
  | { what: 'name'; title: string; action: string; name: string; save: (name: string) => Promise<unknown> }
  | { what: 'share'; board: Board; saved: () => Promise<unknown> }
  | { what: 'settings'; widget: Widget; title: string; save: (settings: WidgetSettings) => void }

/** What the home screen asks: a name, who may look, what a widget looks at. */
export function BoardDialogs({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  if (asked.what === 'name') return <NameDialog {...asked} onClose={onClose} />
  if (asked.what === 'share') return <ShareDialog {...asked} onClose={onClose} />
  return <SettingsDialog {...asked} onClose={onClose} />
}

function Dialog(props: {
  title: string
  action: string
  onClose: () => void
  save: () => Promise<unknown> | undefined
  children: ReactNode
}) {
  const { t } = useTranslation()
  const text = useProblemText()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setRefusal(undefined)
    try {
      await props.save()
      props.onClose()
    } catch (error) {
      setRefusal(text(error))
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={props.onClose} title={<Text fw={650}>{props.title}</Text>}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {props.children}
          {refusal && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {refusal}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {props.action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function NameDialog(props: Extract<Asked, { what: 'name' }> & { onClose: () => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState(props.name)
  return (
    <Dialog title={props.title} action={props.action} onClose={props.onClose} save={() => props.save(name.trim())}>
      <TextInput
        label={t('home.board.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={100}
        required
        data-autofocus
      />
    </Dialog>
  )
}

function ShareDialog({ board, saved, onClose }: Extract<Asked, { what: 'share' }> & { onClose: () => void }) {
  const { t } = useTranslation()
  const can = useCan()
  const [everybody, setEverybody] = useState(board.everybody)
  const [roles, setRoles] = useState(board.roles)
  const known = useQuery({ ...rolesQuery, enabled: can('USER_READ') })
  return (
    <Dialog
      title={t('home.board.shareTitle', { name: board.name })}
      action={t('common.save')}
      onClose={onClose}
      save={async () => {
        await shareBoard(board, { everybody, roles: everybody ? [] : roles })
        await saved()
      }}
    >
      <Text size="sm" c="dimmed">
        {t('home.board.shareText')}
      </Text>
      <Checkbox
        label={t('home.board.everybody')}
        checked={everybody}
        onChange={(event) => setEverybody(event.currentTarget.checked)}
      />
      {can('USER_READ') && !everybody && (
        <MultiSelect
          label={t('home.board.roles')}
          data={(known.data?.items ?? []).map((role) => ({ value: role.id, label: role.name }))}
          value={roles}
          onChange={setRoles}
        />
      )}
    </Dialog>
  )
}

function SettingsDialog(props: Extract<Asked, { what: 'settings' }> & { onClose: () => void }) {
  const { t } = useTranslation()
  const can = useCan()
  const { widget } = props
  const { days, of } = choices[widget.kind]
  const [settings, setSettings] = useState(widget.settings)
  const asks = (field: keyof WidgetSettings) => of.includes(field)
  const warehouses = useQuery({ ...warehousesQuery, enabled: asks('warehouseId') && can('LOCATION_READ') })
  const categories = useQuery({ ...categoriesQuery, enabled: asks('categoryId') && can('PRODUCT_READ') })
  const pipelines = useQuery({ ...pipelinesQuery, enabled: asks('pipelineId') })
  const field = (name: 'warehouseId' | 'categoryId' | 'pipelineId', options: { value: string; label: string }[]) => (
    <Select
      label={t(`home.board.${name}`)}
      placeholder={t('home.board.all')}
      data={options}
      value={settings[name]}
      onChange={(value) => setSettings({ ...settings, [name]: value })}
      searchable
      clearable
    />
  )
  const named = (one: { id: string; name: string }) => ({ value: one.id, label: one.name })
  return (
    <Dialog
      title={props.title}
      action={t('common.save')}
      onClose={props.onClose}
      save={() => {
        props.save(settings)
        return undefined
      }}
    >
      {days && (
        <Select
          label={t(widget.kind === 'PIPELINE' ? 'home.board.back' : 'home.board.ahead')}
          data={[...new Set([...days.of, settings.days ?? days.standard])]
            .sort((a, b) => a - b)
            .map((count) => ({ value: String(count), label: t('home.board.days', { count }) }))}
          value={String(settings.days ?? days.standard)}
          onChange={(value) => setSettings({ ...settings, days: Number(value) })}
        />
      )}
      {asks('pipelineId') && field('pipelineId', (pipelines.data?.items ?? []).filter((one) => !one.archivedAt).map(named))}
      {asks('warehouseId') && can('LOCATION_READ') && field('warehouseId', (warehouses.data?.items ?? []).map(named))}
      {asks('categoryId') &&
        can('PRODUCT_READ') &&
        field(
          'categoryId',
          (categories.data?.items ?? []).map((one) => ({ value: one.id, label: one.path.join(' · ') })),
        )}
    </Dialog>
  )
}
