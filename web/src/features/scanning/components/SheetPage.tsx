import { Alert, Button, Group, Loader, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconClipboardCheck, IconPackageImport, IconTruckDelivery } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { ButtonLink } from '@/components/Link'
import { showDone } from '@/components/toasts'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { bookArrival, dispatchTransfer, finishCount } from '../api/scanning'
import type { Job } from '../model/job'
import type { Mode } from '../model/modes'
import { readSettings } from '../model/settings'
import type { Sheet, SheetRef } from '../model/sheet'
import { rowsOf, textsOf } from '../model/sheet-progress'
import type { StationState } from '../model/station-state'
import { CameraPanel } from './CameraPanel'
import { Question, TypeCode } from './Dialogs'
import { Dock } from './Dock'
import { Notices } from './Notices'
import { Recent } from './Recent'
import classes from './Scan.module.css'
import { ScanFrame } from './ScanFrame'
import { SheetLines, SheetTotal } from './SheetLines'
import { Stray } from './Stray'
import { ToldPanel } from './ToldPanel'
import { useAwake } from './useAwake'
import { useStation } from './useStation'
import { useWedge } from './useWedge'

/** Scanning for a count, or for a transfer: what is ticked off without an event. */
export function SheetPage({ of, id }: SheetRef) {
  const { t } = useTranslation()
  const format = useFormat()
  const problemText = useProblemText()
  const [settings] = useState(readSettings)
  const [ref] = useState<SheetRef>({ of, id })
  const { station, state } = useStation(null, of === 'stocktake' ? 'COUNT' : 'LOAD', settings, ref)
  const [camera, setCamera] = useState(settings.camera)
  const [typing, setTyping] = useState(false)
  const [shown, setShown] = useState<'LIST' | 'RECENT'>('LIST')
  const { job } = state
  const sheet = job?.sheet
  useWedge(settings, (code) => void station.read(code, 'TYPED'))
  useAwake()
  useEffect(() => {
    if (sheet) station.choose({ mode: sheet.kind })
  }, [station, sheet?.kind])

  const title = sheet ? `${sheet.number} · ${sheet.name}` : t('scanning.title')
  if (!sheet && state.problem)
    return (
      <ScanFrame title={title} back="/scan" state={state}>
        <main className={classes.page} id="main">
          <EmptyState
            whole
            icon={IconAlertTriangle}
            title={t('scanning.sheets.notHere')}
            text={state.problem.status === 0 ? t('scanning.sheets.notHeld') : problemText(state.problem)}
          >
            <Button h={52} onClick={() => void station.refresh()}>
              {t('common.retry')}
            </Button>
          </EmptyState>
        </main>
      </ScanFrame>
    )
  const kind: Mode = sheet?.kind ?? state.mode
  return (
    <ScanFrame title={title} text={sheet && t(`scanning.sheets.states.${sheet.state}`)} back="/scan" state={state}>
      <main className={classes.job} id="main" data-tick={state.tick}>
        <Notices state={state} />
        {camera && (
          <CameraPanel onCode={(text, symbology) => void station.read(text, symbology)} onType={() => setTyping(true)} />
        )}
        <ToldPanel told={state.told} idle={t(`scanning.idle.${state.mode}`)} />
        {state.shelf && (
          <Group justify="space-between" wrap="nowrap">
            <Text fw={600} role="status">
              {t(kind === 'LOAD' ? 'scanning.sheets.fromShelf' : 'scanning.sheets.onShelf', {
                shelf: state.shelf.name || state.shelf.label,
              })}
            </Text>
            <Button variant="subtle" h={44} onClick={() => station.choose({ shelf: null })}>
              {t('scanning.sheets.noShelf')}
            </Button>
          </Group>
        )}
        <Stray state={state} />
        {sheet && <SheetTotal sheet={sheet} />}
        {job && sheet && <Closing job={job} sheet={sheet} state={state} refresh={station.refresh} />}
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
        {job && sheet && shown === 'LIST' ? (
          <SheetLines job={job} sheet={sheet} station={station} />
        ) : sheet ? (
          <Recent entries={state.recent} station={station} />
        ) : (
          <Loader mx="auto" my="xl" aria-label={t('common.loading')} />
        )}
        {state.heldAt && (
          <Text size="sm" c="dimmed">
            {t('scanning.heldAt', { at: format.dateTime(state.heldAt) })} {!state.kept && t('scanning.notKept')}
          </Text>
        )}
      </main>
      <Dock
        state={state}
        station={station}
        modes={sheet ? [kind, 'LOOK_UP'] : []}
        camera={camera}
        onMode={(mode) => station.choose({ mode })}
        onCamera={() => setCamera(!camera)}
        onType={() => setTyping(true)}
        onVehicle={() => {}}
      />
      <Question asking={state.asking} photos={state.photos} station={station} />
      <TypeCode opened={typing} onClose={() => setTyping(false)} station={station} />
    </ScanFrame>
  )
}

/** What is done once everything is scanned; the server must have all scans before. */
function Closing({ job, sheet, state, refresh }: { job: Job; sheet: Sheet; state: StationState; refresh: () => Promise<void> }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const waiting = state.count.waiting > 0
  if (sheet.state === 'TO_CONFIRM' || sheet.state === 'APPLIED' || sheet.state === 'ABANDONED')
    return (
      <ButtonLink to={`/stocktakes/${sheet.id}` as '/'} h={52}>
        {t('scanning.sheets.toResult')}
      </ButtonLink>
    )
  if (sheet.state === 'COUNTING')
    return (
      <Button
        variant="default"
        h={52}
        disabled={waiting}
        leftSection={<IconClipboardCheck size={22} aria-hidden />}
        onClick={() =>
          confirm({
            title: t('scanning.sheets.finishTitle', { number: sheet.number }),
            text: t('scanning.sheets.finishText'),
            action: t('scanning.sheets.finish'),
            run: async () => {
              await finishCount(sheet.id)
              await navigate({ to: `/stocktakes/${sheet.id}` as '/' })
            },
          })
        }
      >
        {t('scanning.sheets.finish')}
      </Button>
    )
  if (!can('MOVE')) return null
  if (sheet.state === 'DRAFT')
    return (
      <Button
        variant="default"
        h={52}
        disabled={waiting || sheet.lines.length === 0}
        leftSection={<IconTruckDelivery size={22} aria-hidden />}
        onClick={() =>
          confirm({
            title: t('scanning.sheets.sendTitle', { number: sheet.number }),
            text: t('scanning.sheets.sendText', { count: sheet.lines.length, way: sheet.name }),
            action: t('scanning.sheets.send'),
            run: async () => {
              await dispatchTransfer(sheet.id)
              showDone(t('scanning.sheets.sent', { number: sheet.number }))
              await refresh()
            },
          })
        }
      >
        {t('scanning.sheets.send')}
      </Button>
    )
  if (sheet.state !== 'IN_TRANSIT') return <Alert color="ok">{t(`scanning.sheets.states.${sheet.state}`)}</Alert>
  return <Booking job={job} sheet={sheet} waiting={waiting} refresh={refresh} />
}

/** What arrived is booked; what is short and what is surplus is named before. */
function Booking({ job, sheet, waiting, refresh }: { job: Job; sheet: Sheet; waiting: boolean; refresh: () => Promise<void> }) {
  const { t } = useTranslation()
  const texts = textsOf(job)
  const rows = rowsOf(sheet)
  const short = rows.filter((one) => one.found < one.expected)
  const surplus = rows.filter((one) => one.more)
  const named = (list: typeof rows, of: (row: (typeof rows)[number]) => number) =>
    list
      .slice(0, 12)
      .map((one) => (one.kind === 'PRODUCT' ? `${of(one)} × ${texts.label(one)}` : texts.label(one)))
      .join(', ') + (list.length > 12 ? ` … (${list.length})` : '')
  const ask = (complete: boolean) =>
    confirm({
      title: t(complete ? 'scanning.sheets.completeTitle' : 'scanning.sheets.bookTitle', { number: sheet.number }),
      text: (
        <Stack gap="xs">
          <Text>{t(complete ? 'scanning.sheets.completeText' : 'scanning.sheets.bookText')}</Text>
          {short.length > 0 && (
            <Text>
              <b>{t('scanning.sheets.short')}</b> {named(short, (one) => one.expected - one.found)}
            </Text>
          )}
          {surplus.length > 0 && (
            <Text>
              <b>{t('scanning.sheets.surplus')}</b> {named(surplus, (one) => one.found - one.expected)}
            </Text>
          )}
        </Stack>
      ),
      action: t(complete && short.length > 0 ? 'scanning.sheets.complete' : 'scanning.sheets.book'),
      danger: complete && short.length > 0,
      run: async () => {
        await bookArrival(sheet.id, complete)
        showDone(t('scanning.sheets.booked', { number: sheet.number }))
        await refresh()
      },
    })
  return (
    <Stack gap="xs">
      <Button
        variant="default"
        h={52}
        disabled={waiting || rows.every((one) => one.found === 0)}
        leftSection={<IconPackageImport size={22} aria-hidden />}
        onClick={() => ask(short.length === 0)}
      >
        {t('scanning.sheets.book')}
      </Button>
      {short.length > 0 && (
        <Button variant="default" h={52} disabled={waiting} onClick={() => ask(true)}>
          {t('scanning.sheets.complete')}
        </Button>
      )}
    </Stack>
  )
}
