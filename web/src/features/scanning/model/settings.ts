import type { WedgeSettings } from './wedge'

/** How this device behaves; it stays on the device. */
export type ScanSettings = WedgeSettings & {
  sound: boolean
  vibrate: boolean
  speak: boolean
  /** The camera is on when a job is opened. */
  camera: boolean
  /** Full screen and big numbers, for a screen at the dock. */
  desk: boolean
}

export const usualSettings: ScanSettings = {
  prefix: '',
  suffix: 'ENTER',
  sound: true,
  vibrate: true,
  speak: false,
  camera: false,
  desk: false,
}

const key = 'eventkit.scan'

export function readSettings(): ScanSettings {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<ScanSettings>
    return { ...usualSettings, ...kept }
  } catch {
    return usualSettings
  }
}

export function keepSettings(settings: ScanSettings): void {
  try {
    localStorage.setItem(key, JSON.stringify(settings))
  } catch {
    // They last as long as the page then.
  }
}
