import { Box, Button, Group, Loader, SegmentedControl, Text } from '@mantine/core'
import { IconAlertTriangle, IconMaximize, IconMaximizeOff } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useMe } from '@/lib/session'
import type { Need } from '../model/job'
import { isMode, type Mode } from '../model/modes'
import type { ScanEntry } from '../model/scan-journal'
import { keepSettings, readSettings } from '../model/settings'
import { canUndo } from '../model/station'
import type { StationState } from '../model/station-state'
import { CameraPanel } from './CameraPanel'
import { Question, TypeCode, Vehicle } from './Dialogs'
import { Dock } from './Dock'
import { Lines, Total } from './Lines'
import { Notices } from './Notices'
import { PrepCheck } from './PrepCheck'
import { Recent } from './Recent'
import classes from './Scan.module.css'
import { ScanFrame } from './ScanFrame'
import { Stray } from './Stray'
import { ToldPanel } from './ToldPanel'
import { useAwake } from './useAwake'
import { useStation } from './useStation'
import { useWedge } from './useWedge'

const NeedDrawer = lazy(async () => ({ default: (await import('./NeedDrawer')).NeedDrawer }))

const ofJob: Mode[] = ['PREP', 'CHECK_OUT', 'CHECK_IN', 'MOVE', 'PACK', 'LOOK_UP']
const ofNone: Mode[] = ['LOOK_UP', 'CHECK_IN', 'MOVE', 'PACK']

/** What is usually done in this phase of an event. */
export const modeOf = (phase: string | undefined): Mode =>
  phase === 'LOAD_OUT' || phase === 'ON_SITE' ? 'CHECK_OUT' : phase === 'LOAD_IN' || phase === 'DE_PREP' ? 'CHECK_IN' : 'PREP'

/** Scanning for one job, or for none. */
export function ScanPage({ eventId }: { eventId: string | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const problemText = useProblemText()
  const navigate = useNavigate()
  // The mode stands in the address, so that a reload goes on where it was.
  const { mode } = useSearch({ strict: false }) as { mode?: unknown }
  const [chosen] = useState(() => (isMode(mode) ? mode : null))
  const [settings, setSettings] = useState(readSettings)
  const { station, state } = useStation(eventId, chosen ?? (eventId ? 'PREP' : 'LOOK_UP'), settings)
  const [camera, setCamera] = useState(settings.camera)
  const [typing, setTyping] = useState(false)
  const [loading, setLoading] = useState(false)
  const [opened, setOpened] = useState<string | null>(null)
  const [shown, setShown] = useState<'LIST' | 'RECENT'>(eventId ? 'LIST' : 'RECENT')
  const { job } = state

  useWedge(settings, (code) => void station.read(code, 'TYPED'))
  useAwake()
  useEffect(() => station.onNextJob(() => void navigate({ to: '/scan' })), [station, navigate])
  // Nobody has chosen yet: the phase says what is usually done now.
  useEffect(() => {
    if (chosen === null && job) station.choose({ mode: modeOf(job.event.phase) })
  }, [station, job?.event.id])
  const setMode = (next: Mode) => {
    station.choose({ mode: next })
    void navigate({ to: '.', search: { mode: next } as never, replace: true })
  }

  const setDesk = (desk: boolean) => {
    const now = { ...settings, desk }
    keepSettings(now)
    setSettings(now)
    if (desk) void document.documentElement.requestFullscreen?.().catch(() => undefined)
    else if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
  }
  const tap = (need: Need) => {
    if (need.kind !== 'PRODUCT') return void station.takeByHand({ kind: need.kind, id: need.subjectId })
    const product = job?.products.find((one) => one.id === need.subjectId)
    if (product && product.kind !== 'SERIALISED') void station.takeByHand({ kind: 'PRODUCT', id: need.subjectId })
    else setOpened(need.key)
  }

  const need = job?.needs.find((one) => one.key === opened)
  const last = undoable(state)
  const bindable = state.mode === 'LOOK_UP' ? toBind(state) : null
  const mayBind = useMe().permissions.includes('LABEL_PRINT')
  const title = job ? `${job.event.number} · ${job.event.name}` : eventId ? t('scanning.title') : t('scanning.lookUp')
  if (eventId && !job && state.problem)
    return (
      <ScanFrame title={title} back="/scan" state={state}>
        <main className={classes.page} id="main">
          <EmptyState
            whole
            icon={IconAlertTriangle}
            title={t('scanning.notHere')}
            text={state.problem.status === 0 ? t('scanning.notHeld') : problemText(state.problem)}
          >
            <Button h={52} onClick={() => void station.refresh()}>
              {t('common.retry')}
            </Button>
          </EmptyState>
        </main>
      </ScanFrame>
    )

  const working = (
    <>
      {camera && <CameraPanel onCode={(text, symbology) => void station.read(text, symbology)} onType={() => setTyping(true)} />}
      <ToldPanel
        told={state.told}
        idle={t(state.mode === 'PREP' && state.back ? 'scanning.idle.putBack' : `scanning.idle.${state.mode}`)}
        onUndo={last && (() => void station.undo(last))}
        offers={[
          ...offersOf(state).map((one) => ({
            label: t('scanning.insteadOf', { name: one.name }),
            run: () => void station.takeAfterAll({ insteadOf: one.key }),
          })),
          ...(mayBeAdded(state)
            ? [{ label: t('scanning.conflicts.add'), run: () => void station.takeAfterAll({ add: true }) }]
            : []),
        ]}
        onBind={mayBind && bindable ? () => station.choose({ binding: bindable }) : undefined}
      />
      <Choices state={state} onCancel={() => station.choose({ binding: null })} />
      <Stray state={state} />
      {job && <Total needs={job.needs} mode={state.mode} />}
      {job && <PrepCheck job={job} mode={state.mode} waiting={state.count.waiting > 0} refresh={station.refresh} />}
    </>
  )
  const lists = (
    <>
      {job && (
        <Group justify="space-between" wrap="nowrap">
          <SegmentedControl
            size="md"
            value={shown}
            onChange={(value) => setShown(value as typeof shown)}
            data={[
              { value: 'LIST', label: t('scanning.list') },
              { value: 'RECENT', label: t('scanning.recent') },
            ]}
            aria-label={t('scanning.show')}
          />
          <Button
            variant="subtle"
            h={44}
            px="sm"
            aria-label={t(settings.desk ? 'scanning.deskOff' : 'scanning.deskOn')}
            onClick={() => setDesk(!settings.desk)}
          >
            {settings.desk ? <IconMaximizeOff size={20} aria-hidden /> : <IconMaximize size={20} aria-hidden />}
            <Box component="span" ml="xs" visibleFrom="sm">
              {t(settings.desk ? 'scanning.deskOff' : 'scanning.deskOn')}
            </Box>
          </Button>
        </Group>
      )}
      {job && shown === 'LIST' ? (
        <Lines needs={job.needs} texts={job.texts} mode={state.mode} onTap={tap} />
      ) : eventId && !job ? (
        <Loader mx="auto" my="xl" aria-label={t('common.loading')} />
      ) : (
        <Recent entries={state.recent} station={station} />
      )}
      {state.photosWaiting > 0 && (
        <Text size="sm" c="dimmed" role="status">
          {t('scanning.photosWaiting', { count: state.photosWaiting })}
        </Text>
      )}
      {state.heldAt && (
        <Text size="sm" c="dimmed">
          {t('scanning.heldAt', { at: format.dateTime(state.heldAt) })} {!state.kept && t('scanning.notKept')}
        </Text>
      )}
    </>
  )
  return (
    <ScanFrame
      title={title}
      text={job ? t(`scanning.phase.${job.event.phase}`) : undefined}
      back="/scan"
      state={state}
      desk={settings.desk}
    >
      <main className={classes.job} id="main" data-tick={state.tick}>
        <Notices state={state} />
        {settings.desk ? (
          <>
            <div className={classes.side}>{working}</div>
            <div className={classes.side}>{lists}</div>
          </>
        ) : (
          <>
            {working}
            {lists}
          </>
        )}
      </main>
      <Dock
        state={state}
        station={station}
        modes={eventId ? ofJob : ofNone}
        camera={camera}
        onMode={setMode}
        onCamera={() => setCamera(!camera)}
        onType={() => setTyping(true)}
        onVehicle={() => setLoading(true)}
      />
      <Question asking={state.asking} photos={state.photos} station={station} />
      <TypeCode opened={typing} onClose={() => setTyping(false)} station={station} />
      {loading && <Vehicle onClose={() => setLoading(false)} station={station} state={state} eventId={eventId} />}
      {job && need && (
        <Suspense>
          <NeedDrawer
            need={need}
            job={job}
            state={state}
            onTake={({ id }) => {
              setOpened(null)
              void station.takeByHand({ kind: 'ASSET', id })
            }}
            onType={() => {
              setOpened(null)
              setTyping(true)
            }}
            onClose={() => setOpened(null)}
          />
        </Suspense>
      )}
    </ScanFrame>
  )
}

/** The newest scan, where it is the one that the screen speaks of and can be taken back. */
function undoable({ told, recent }: StationState): ScanEntry | undefined {
  const entry = recent.find((one) => one.id === told?.entryId)
  return entry && canUndo(entry) && !recent.some((one) => one.line.undoes === entry.id && one.state !== 'REFUSED')
    ? entry
    : undefined
}

/** What is lacking and may be replaced by what was refused. */
function offersOf({ told }: StationState): { key: string; name: string }[] {
  const offered = told?.tone === 'BAD' ? told.facts.insteadOf : undefined
  return Array.isArray(offered) ? (offered as { key: string; name: string }[]) : []
}

/** Whoever may takes along what the list does not want. */
const mayBeAdded = ({ told }: StationState): boolean =>
  told?.tone === 'BAD' && told.facts.mayAdd === true && told.entryId !== null

/** What was looked up waits for a code; what nothing stands behind waits for its thing. */
function toBind({ told, recent }: StationState): StationState['binding'] {
  if (!told) return null
  if (told.code === 'looked-up' && told.thing) return { thing: told.thing }
  const code = recent.find((one) => one.id === told.entryId)?.line.code
  return code && ['unknown-code', 'foreign-instance', 'label-unbound'].includes(told.code) ? { code } : null
}

/** What the next scan is joined with. */
function Choices({ state, onCancel }: { state: StationState; onCancel: () => void }) {
  const { t } = useTranslation()
  const { shelf, waiting, box, binding } = state
  const text = binding
    ? 'thing' in binding
      ? t('scanning.bindNext', { thing: binding.thing.label })
      : t('scanning.bindThingNext')
    : shelf
      ? t('scanning.ontoShelf', { shelf: shelf.name || shelf.label })
      : waiting.length > 0
        ? t('scanning.waitForShelf', { things: waiting.map((one) => one.label).join(', ') })
        : box
          ? t(state.back ? 'scanning.outOfCase' : 'scanning.intoCase', { number: box.label })
          : null
  return text ? (
    <Group justify="space-between" wrap="nowrap">
      <Text fw={600} role="status">
        {text}
      </Text>
      {binding && (
        <Button variant="default" h={44} flex="none" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      )}
    </Group>
  ) : null
}
