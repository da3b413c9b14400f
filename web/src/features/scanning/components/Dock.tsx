import { Button, UnstyledButton } from '@mantine/core'
import {
  IconArchive,
  IconArrowBarToDown,
  IconArrowBarUp,
  IconArrowsMove,
  IconCamera,
  IconCameraOff,
  IconClipboardCheck,
  IconKeyboard,
  IconListCheck,
  IconNumber,
  IconPackageImport,
  IconSearch,
  IconTruck,
  IconTruckLoading,
  IconX,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Mode } from '../model/modes'
import type { ScanCondition } from '../model/scan'
import type { Station } from '../model/station'
import type { StationState } from '../model/station-state'
import classes from './Scan.module.css'

const signs: Record<Mode, typeof IconSearch> = {
  PREP: IconListCheck,
  CHECK_OUT: IconArrowBarUp,
  CHECK_IN: IconArrowBarToDown,
  MOVE: IconArrowsMove,
  PACK: IconArchive,
  LOOK_UP: IconSearch,
  COUNT: IconClipboardCheck,
  LOAD: IconTruckLoading,
  RECEIVE: IconPackageImport,
}
/** There and back. */
const ways = { PREP: ['scanning.pick', 'scanning.putBack'], PACK: ['scanning.putIn', 'scanning.takeOut'] } as const
const conditions: ScanCondition[] = ['GOOD', 'DAMAGED', 'MISSING']

/** What the thumb reaches: what one is doing, and how a code comes in. */
export function Dock({
  state,
  station,
  modes,
  camera,
  onMode,
  onCamera,
  onType,
  onVehicle,
}: {
  state: StationState
  station: Station
  modes: Mode[]
  camera: boolean
  onMode: (mode: Mode) => void
  onCamera: () => void
  onType: () => void
  onVehicle: () => void
}) {
  const { t } = useTranslation()
  const { mode } = state
  return (
    <footer className={classes.dock}>
      <div className={classes.dockInner}>
        {(mode === 'PREP' || mode === 'PACK') && (
          <div className={classes.modes} role="radiogroup" aria-label={t(`scanning.ways.${mode}`)}>
            {[false, true].map((back) => (
              <UnstyledButton
                key={String(back)}
                role="radio"
                aria-checked={state.back === back}
                className={classes.mode}
                style={{ minHeight: 48, fontSize: 15 }}
                onClick={() => station.choose({ back })}
              >
                {t(ways[mode][back ? 1 : 0])}
              </UnstyledButton>
            ))}
          </div>
        )}
        {mode === 'CHECK_IN' && (
          <div className={classes.modes} role="radiogroup" aria-label={t('scanning.condition')}>
            {conditions.map((one) => (
              <UnstyledButton
                key={one}
                role="radio"
                aria-checked={state.condition === one}
                className={classes.mode}
                style={{ minHeight: 48, fontSize: 15 }}
                onClick={() => station.choose({ condition: one })}
              >
                {t(`scanning.conditions.${one}`)}
              </UnstyledButton>
            ))}
          </div>
        )}
        {state.quantity !== null && (mode === 'CHECK_OUT' || mode === 'PACK') && (
          <Button
            variant="light"
            h={48}
            leftSection={<IconNumber size={20} aria-hidden />}
            rightSection={<IconX size={20} aria-hidden />}
            onClick={() => station.choose({ quantity: null })}
            aria-label={t('scanning.armedOff', { count: state.quantity })}
          >
            {t('scanning.armed', { count: state.quantity })}
          </Button>
        )}
        <div className={classes.acts}>
          <Button
            variant={camera ? 'default' : 'filled'}
            size="md"
            leftSection={camera ? <IconCameraOff size={22} aria-hidden /> : <IconCamera size={22} aria-hidden />}
            onClick={onCamera}
            aria-label={camera ? t('scanning.cameraOff') : undefined}
          >
            {t(camera ? 'scanning.stop' : 'scanning.cameraOn')}
          </Button>
          <Button variant="default" px="xs" leftSection={<IconKeyboard size={20} aria-hidden />} onClick={onType}>
            {t('scanning.type')}
          </Button>
          {mode === 'CHECK_OUT' ? (
            <Button variant="default" px="xs" leftSection={<IconTruck size={20} aria-hidden />} onClick={onVehicle}>
              <span className={state.vehicle ? classes.vehicle : undefined}>{state.vehicle || t('scanning.vehicleShort')}</span>
            </Button>
          ) : mode === 'PACK' ? (
            <Button variant="default" px="xs" disabled={!state.box} onClick={() => void station.closeCase()}>
              {t('scanning.closeCase')}
            </Button>
          ) : (
            <Button
              variant="default"
              px="xs"
              leftSection={<IconNumber size={20} aria-hidden />}
              disabled={state.quantity === null}
              onClick={() => station.choose({ quantity: null })}
            >
              {state.quantity === null ? t('scanning.noQuantity') : `× ${state.quantity}`}
            </Button>
          )}
        </div>
        <div className={classes.modes} role="radiogroup" aria-label={t('scanning.mode')}>
          {modes.map((one) => {
            const Sign = signs[one]
            return (
              <UnstyledButton
                key={one}
                role="radio"
                aria-checked={mode === one}
                className={classes.mode}
                onClick={() => onMode(one)}
              >
                <Sign size={22} aria-hidden />
                {t(`scanning.modes.${one}`)}
              </UnstyledButton>
            )
          })}
        </div>
      </div>
    </footer>
  )
}
