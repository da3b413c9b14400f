import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useThingChanged } from '@/lib/event-stream'
import { useMe } from '@/lib/session'
import { feedback, unlockSound } from '../model/feedback'
import type { Mode } from '../model/modes'
import type { ScanSettings } from '../model/settings'
import type { SheetRef } from '../model/sheet'
import { Station } from '../model/station'
import type { StationState } from '../model/station-state'
import { useSaid } from './useSaid'

/** The scanning of one job, or of none, for as long as the page is open. */
export function useStation(
  eventId: string | null,
  mode: Mode,
  settings: ScanSettings,
  sheet: SheetRef | null = null,
): { station: Station; state: StationState } {
  const me = useMe()
  const { i18n } = useTranslation()
  const said = useSaid()
  const latest = useRef({ settings, said, language: i18n.language })
  latest.current = { settings, said, language: i18n.language }
  const station = useMemo(
    () =>
      new Station({
        person: { id: me.id, name: me.name, permissions: me.permissions },
        eventId,
        sheet,
        mode,
        addresses: [location.origin, ...(me.company.baseUrl ? [me.company.baseUrl] : [])],
        tell: (told) => {
          const { said, language, settings } = latest.current
          feedback(told.tone, said.word(told), language, settings)
        },
      }),
    [me.id, eventId, sheet?.id],
  )
  useEffect(() => station.start(), [station])
  useEffect(() => {
    addEventListener('pointerdown', unlockSound)
    addEventListener('keydown', unlockSound)
    return () => {
      removeEventListener('pointerdown', unlockSound)
      removeEventListener('keydown', unlockSound)
    }
  }, [])
  useThingChanged('event', eventId ?? '', station.refreshSoon)
  useThingChanged('scan-job', eventId ?? '', station.refreshSoon)
  useThingChanged(sheet?.of ?? 'transfer', sheet?.id ?? '', station.refreshSoon)
  useThingChanged('transfer-arrival', sheet?.id ?? '', station.refreshSoon)
  return { station, state: useSyncExternalStore(station.subscribe, station.snapshot) }
}
