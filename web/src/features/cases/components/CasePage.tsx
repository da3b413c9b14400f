import { Alert, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import {
  IconAlertTriangle,
  IconArchive,
  IconArrowsMove,
  IconFileText,
  IconLock,
  IconLockOpen,
  IconPackageOff,
  IconTag,
  IconTool,
  IconTrash,
} from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { type Action, DetailPage, type Fact } from '@/components/DetailPage'
import { useSubscribe } from '@/components/feeds/useSubscribe'
import { HistoryList } from '@/components/HistoryList'
import { TextLink } from '@/components/Link'
import { labelsPath } from '@/components/labels/printLabels'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { SubjectFiles } from '@/components/SubjectFiles'
import { showProblem, showUndo } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { type CaseStatus, caseQuery, checkQuery, contentsQuery, type FlightCase, statusTone } from '../api/cases'
import { CheckNotice } from './CheckNotice'
import { ContentsTab } from './ContentsTab'
import { PackBar } from './PackBar'
import { useContentsText, useMeasureTexts } from './texts'

const CaseDetails = later(() => import('./CaseDetails').then((file) => file.CaseDetails))
const EmptyDialog = later(() => import('./CaseDialogs').then((file) => file.EmptyDialog))
const OutOfServiceDialog = later(() => import('./CaseDialogs').then((file) => file.OutOfServiceDialog))
const MoveDialog = later(() => import('./MoveDialog').then((file) => file.MoveDialog))
const ExpectedTab = later(() => import('./ExpectedTab').then((file) => file.ExpectedTab))

/** One flight case: what is in it, what belongs there, what it weighs, where it stands. */
export function CasePage({ id }: { id: string }) {
  const query = useQuery(caseQuery(id))
  return <QueryState query={query}>{(one) => <Loaded key={one.id} of={one} />}</QueryState>
}

const steps = { OPEN: 'opening', CLOSED: 'closing', OUT_OF_SERVICE: 'out-of-service', RETIRED: 'retirement' } as const

function Loaded({ of }: { of: FlightCase }) {
  const { t } = useTranslation()
  const text = useProblemText()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const contentsText = useContentsText()
  const check = useQuery(checkQuery(of.id))
  const [dialog, setDialog] = useState<'move' | 'empty' | 'out-of-service' | null>(null)
  const close = () => setDialog(null)
  const { subscribe, calendar } = useSubscribe({ scope: 'CASE', id: of.id, name: of.number })
  const can = useCan()
  const narrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false })
  const asked = useAskedFor()
  useEffect(() => {
    if (asked === 'move' && can('MOVE') && of.parentId === null) setDialog('move')
  }, [asked])
  const refresh = async () => {
    for (const key of ['cases', 'stock', 'stock-entries', 'consumables', 'assets', 'history']) {
      await queryClient.invalidateQueries({ queryKey: [key] })
    }
  }
  const attempt = (work: () => Promise<unknown>) => async () => {
    try {
      await work()
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
  }
  const to = (status: CaseStatus) => attempt(() => api.post(`/cases/${of.id}/${steps[status]}`, {}))
  const retire = () =>
    confirm({
      title: t('cases.retireTitle', { number: of.number }),
      text: t('cases.retireText'),
      action: t('cases.retire'),
      danger: true,
      run: async () => {
        await api.post(`/cases/${of.id}/retirement`, {})
        await refresh()
      },
    })
  const remove = () =>
    confirm({
      title: t('cases.removeTitle', { number: of.number }),
      text: t('cases.removeText'),
      action: t('cases.remove'),
      danger: true,
      run: async () => {
        await api.delete(`/cases/${of.id}`, { version: of.version })
        await navigate({ href: '/cases' })
        await queryClient.invalidateQueries({ queryKey: ['cases', 'grid'] })
      },
    })
  const print = () => {
    void navigate({ href: labelsPath([{ kind: 'CASE', id: of.id }]) })
  }
  const primary: Action =
    of.status === 'OPEN'
      ? { label: t('cases.close'), icon: IconLock, run: to('CLOSED'), needs: 'CASE_EDIT' }
      : {
          label: t(of.status === 'CLOSED' ? 'cases.open' : of.status === 'RETIRED' ? 'cases.unretire' : 'cases.backInService'),
          icon: IconLockOpen,
          run: to('OPEN'),
          needs: 'CASE_EDIT',
        }
  const full = of.assets + of.pieces + of.cases > 0
  const gives = of.status === 'OPEN' || of.status === 'OUT_OF_SERVICE'
  return (
    <>
      <DetailPage
        parent={{ to: '/cases', label: t('cases.cases') }}
        title={of.number}
        subtitle={`${of.name} · ${contentsText(of)}`}
        picture={<IconArchive size={44} stroke={1.3} aria-hidden />}
        badges={<StatusBadge tone={statusTone[of.status]}>{t(`cases.statuses.${of.status}`)}</StatusBadge>}
        primary={primary}
        actions={[
          {
            label: t('cases.packingList'),
            icon: IconFileText,
            run: () => void navigate({ href: `/cases/${of.id}/packing-list` }),
          },
          { label: t('cases.printLabel'), icon: IconTag, run: print, needs: 'LABEL_PRINT' },
          subscribe,
          {
            label: t('cases.move'),
            icon: IconArrowsMove,
            run: () => setDialog('move'),
            needs: 'MOVE',
            disabled: of.parentId !== null,
          },
          {
            label: t('cases.emptyIt'),
            icon: IconPackageOff,
            run: () => setDialog('empty'),
            needs: 'CASE_EDIT',
            disabled: !full || !gives,
          },
          ...(of.status === 'OPEN' || of.status === 'CLOSED'
            ? [
                {
                  label: t('cases.outOfService'),
                  icon: IconTool,
                  run: () => setDialog('out-of-service'),
                  needs: 'CASE_EDIT',
                },
              ]
            : []),
          ...(of.status === 'OPEN' || of.status === 'OUT_OF_SERVICE'
            ? [{ label: t('cases.retire'), icon: IconArchive, run: retire, needs: 'CASE_EDIT', danger: true }]
            : []),
          { label: t('cases.remove'), icon: IconTrash, run: remove, needs: 'CASE_EDIT', danger: true, disabled: full },
        ]}
        notice={
          <Notices
            of={of}
            scan={narrow && <PackBar of={of} refresh={refresh} focused={asked === 'pack'} />}
            check={check.data && <CheckNotice check={check.data} />}
          />
        }
        facts={useFacts(of)}
        tabs={[
          {
            id: 'contents',
            label: t('cases.contents'),
            content: <ContentsTab of={of} refresh={refresh} scan={!narrow} focused={asked === 'pack'} />,
          },
          { id: 'expected', label: t('cases.tabs.expected'), content: <ExpectedTab of={of} refresh={refresh} /> },
          { id: 'details', label: t('cases.tabs.details'), content: <CaseDetails of={of} refresh={refresh} /> },
          { id: 'files', label: t('cases.tabs.files'), content: <SubjectFiles kind="case" id={of.id} /> },
          { id: 'history', label: t('cases.tabs.history'), content: <HistoryList path={`/cases/${of.id}/history`} /> },
        ]}
      />
      {calendar}
      {dialog === 'move' && (
        <MoveDialog
          title={t('cases.moveTitle', { number: of.number })}
          text={full ? t('cases.moveText') : undefined}
          onClose={close}
          save={(locationId, note) => api.post(`/cases/${of.id}/moves`, { locationId, note })}
          onSaved={async () => {
            close()
            await refresh()
            showUndo(
              t('cases.movedNamed', { number: of.number }),
              attempt(() => api.post(`/cases/${of.id}/moves`, { locationId: of.locationId })),
            )
          }}
        />
      )}
      {dialog === 'empty' && <EmptyDialog of={of} onClose={close} refresh={refresh} />}
      {dialog === 'out-of-service' && <OutOfServiceDialog of={of} onClose={close} refresh={refresh} />}
    </>
  )
}

/** What a link asked this page to begin with (`?action=move`, `?action=pack`); the address forgets it at once. */
function useAskedFor(): string | undefined {
  const { action } = useSearch({ strict: false }) as { action?: string }
  const navigate = useNavigate()
  const [asked] = useState(action)
  useEffect(() => {
    if (!action) return
    void navigate({ to: '.', search: ((old: object) => ({ ...old, action: undefined })) as never, replace: true })
  }, [action])
  return asked
}

/** A phone has the field to scan into above everything else. */
function Notices({ of, scan, check }: { of: FlightCase; scan: React.ReactNode; check: React.ReactNode }) {
  const { t } = useTranslation()
  const format = useFormat()
  const inside = useQuery(contentsQuery(of.id)).data
  const unfit = inside?.assets.filter((asset) => asset.unfitReasons.length > 0).length ?? 0
  return (
    <Stack gap="sm">
      {scan}
      {unfit > 0 && (
        <Alert color="bad" icon={<IconAlertTriangle aria-hidden />} title={t('cases.unfitTitle', { count: unfit })}>
          {t('cases.unfitText')}
        </Alert>
      )}
      {of.measures.overloadedByGrams !== null && (
        <Alert color="bad" icon={<IconAlertTriangle aria-hidden />} title={t('cases.overloadedTitle')}>
          {t('cases.overloaded', {
            by: format.weight(of.measures.overloadedByGrams),
            max: format.weight(of.payloadGramsMax),
          })}
        </Alert>
      )}
      {of.statusNote && (
        <Alert color={of.status === 'RETIRED' ? 'gray' : 'bad'} title={t(`cases.statuses.${of.status}`)}>
          {of.statusNote}
        </Alert>
      )}
      {check}
    </Stack>
  )
}

function useFacts(of: FlightCase): Fact[] {
  const { t } = useTranslation()
  const format = useFormat()
  const measured = useMeasureTexts()
  const size = [of.lengthMillimetres, of.widthMillimetres, of.heightMillimetres]
  const withGap = (value: string, gap: string | null) => (
    <>
      {value}
      {gap && (
        <Text size="xs" c="dimmed">
          {gap}
        </Text>
      )}
    </>
  )
  return [
    {
      label: t('cases.location'),
      value: of.parentId ? (
        <>
          <TextLink to={`/cases/${of.parentId}` as '/'} size="sm">
            {t('cases.in', { number: of.parentNumber ?? '' })}
          </TextLink>
          <Text size="xs" c="dimmed">
            {of.locationName}
          </Text>
        </>
      ) : (
        <TextLink to={`/locations/${of.locationId}` as '/'} size="sm">
          {of.locationName}
        </TextLink>
      ),
    },
    { label: t('cases.weight'), value: withGap(measured.weight(of.measures), measured.weightGap(of.measures)) },
    {
      label: t('cases.payload'),
      value:
        of.payloadGramsMax === null
          ? format.weight(of.measures.payloadGrams)
          : t('cases.ofMost', { weight: format.weight(of.measures.payloadGrams), max: format.weight(of.payloadGramsMax) }),
    },
    { label: t('cases.value'), value: withGap(measured.value(of.measures), measured.valueGap(of.measures)) },
    {
      label: t('cases.size'),
      value: size.every((one) => one === null)
        ? '–'
        : `${size.map((one) => (one === null ? '?' : format.number(one))).join(' × ')} mm`,
    },
    { label: t('cases.contentsKind'), value: t(`cases.contentsKinds.${of.contentsKind}`) },
    ...(of.stackable ? [] : [{ label: t('cases.stackable'), value: t('common.no') }]),
    ...(of.aliases.length ? [{ label: t('cases.aliases'), value: of.aliases.join(', ') }] : []),
  ]
}
