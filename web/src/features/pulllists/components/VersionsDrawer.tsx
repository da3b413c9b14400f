import { Button, Drawer, Group, Select, Stack, Tabs, Text, TextInput } from '@mantine/core'
import { IconCircleMinus, IconCirclePlus, IconGitCompare, IconPencil } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { ChangeList, HistoryList } from '@/components/HistoryList'
import { QueryState } from '@/components/QueryState'
import signs from '@/components/SignList.module.css'
import { showProblem } from '@/components/toasts'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import type { PullList } from '@/lib/pull-lists'
import { type Diff, diffQuery, makeVersion, type Version, versionsQuery } from '../api/pull-lists'

/** The list as it was: what has changed between two versions, or since one; and everything that ever happened to it. */
export function VersionsDrawer({ list, canMake, onClose }: { list: PullList; canMake: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Drawer opened onClose={onClose} position="right" size="lg" title={<Text fw={650}>{t('pulllists.versions')}</Text>}>
      <Tabs defaultValue="versions" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="versions">{t('pulllists.versionsTab')}</Tabs.Tab>
          <Tabs.Tab value="history">{t('pulllists.historyTab')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="versions" pt="md">
          <Versions list={list} canMake={canMake} />
        </Tabs.Panel>
        <Tabs.Panel value="history" pt="md">
          <HistoryList path={`/pull-lists/${list.id}/history`} />
        </Tabs.Panel>
      </Tabs>
    </Drawer>
  )
}

function Versions({ list, canMake }: { list: PullList; canMake: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = useProblemText()
  const queryClient = useQueryClient()
  const versions = useQuery(versionsQuery(list.id))
  const [label, setLabel] = useState('')
  const [busy, setBusy] = useState(false)
  const [from, setFrom] = useState<number | null>(null)
  const [to, setTo] = useState<number | null>(null)
  const make = async () => {
    setBusy(true)
    try {
      const made = await makeVersion(list.id, label.trim() || null)
      await queryClient.invalidateQueries({ queryKey: versionsQuery(list.id).queryKey })
      setLabel('')
      setFrom(made.number)
      setTo(null)
    } catch (error) {
      showProblem(text(error))
    } finally {
      setBusy(false)
    }
  }
  const nameOf = (version: Version) =>
    [
      t('pulllists.version', { number: version.number }),
      version.reason === 'PREP' ? t('pulllists.madeForPrep') : version.label,
      format.dateTime(version.madeAt),
      version.madeByName,
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Stack gap="md">
      {canMake && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void make()
          }}
        >
          <Group align="flex-end" gap="sm" wrap="nowrap">
            <TextInput
              flex={1}
              label={t('pulllists.versionLabel')}
              placeholder={t('pulllists.versionHint')}
              maxLength={200}
              value={label}
              onChange={(event) => setLabel(event.currentTarget.value)}
            />
            <Button type="submit" loading={busy} variant="default">
              {t('pulllists.makeVersion')}
            </Button>
          </Group>
        </form>
      )}
      <QueryState query={versions}>
        {(found) => {
          if (found.length === 0)
            return <EmptyState icon={IconGitCompare} title={t('pulllists.noVersions')} text={t('pulllists.noVersionsText')} />
          const first = from ?? found[0]!.number
          return (
            <>
              <Select
                label={t('pulllists.compare')}
                data={found.map((one) => ({ value: String(one.number), label: nameOf(one) }))}
                value={String(first)}
                onChange={(value) => {
                  setFrom(Number(value))
                  if (to !== null && to <= Number(value)) setTo(null)
                }}
              />
              <Select
                label={t('pulllists.compareWith')}
                data={[
                  { value: 'now', label: t('pulllists.now') },
                  ...found.filter((one) => one.number > first).map((one) => ({ value: String(one.number), label: nameOf(one) })),
                ]}
                value={to === null ? 'now' : String(to)}
                onChange={(value) => setTo(value === 'now' ? null : Number(value))}
              />
              <Difference listId={list.id} from={first} to={to} />
            </>
          )
        }}
      </QueryState>
    </Stack>
  )
}

function Difference({ listId, from, to }: { listId: string; from: number; to: number | null }) {
  const { t } = useTranslation()
  const diff = useQuery(diffQuery(listId, from, to))
  return <QueryState query={diff}>{(found) => <Changes diff={found} none={t('pulllists.noDifference')} />}</QueryState>
}

function Changes({ diff, none }: { diff: Diff; none: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { added, removed, changed } = diff
  if (added.length + removed.length + changed.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    )
  const line = (one: Diff['added'][number]) => (
    <>
      <b>
        {format.number(one.quantity)} × {one.name}
      </b>{' '}
      <Text span size="sm" c="dimmed">
        {[one.code, one.group].filter(Boolean).join(' · ')}
      </Text>
    </>
  )
  const counts = [
    added.length && t('pulllists.countAdded', { count: added.length }),
    removed.length && t('pulllists.countRemoved', { count: removed.length }),
    changed.length && t('pulllists.countChanged', { count: changed.length }),
  ]
  return (
    <div>
      <Text size="sm" fw={600}>
        {counts.filter(Boolean).join(' · ')}
      </Text>
      <ul className={signs.list}>
        {added.map((one) => (
          <li key={one.id}>
            <IconCirclePlus size={18} color="var(--mantine-color-ok-7)" role="img" aria-label={t('pulllists.wasAdded')} />
            <span>{line(one)}</span>
          </li>
        ))}
        {removed.map((one) => (
          <li key={one.id}>
            <IconCircleMinus size={18} color="var(--mantine-color-error)" role="img" aria-label={t('pulllists.wasRemoved')} />
            <span style={{ textDecoration: 'line-through', textDecorationColor: 'var(--mantine-color-dimmed)' }}>
              {line(one)}
            </span>
          </li>
        ))}
        {changed.map((one) => (
          <li key={one.id}>
            <IconPencil size={18} role="img" aria-label={t('pulllists.wasChanged')} />
            <span>
              <b>{one.name}</b>{' '}
              <Text span size="sm" c="dimmed">
                {one.code}
              </Text>
              <ChangeList changes={one.changes} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
