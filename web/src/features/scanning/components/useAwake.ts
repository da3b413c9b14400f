import { useEffect } from 'react'

/** The screen stays on while somebody scans. */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    let left = false
    const hold = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      // A battery that is nearly empty comes first; then the screen may go dark.
      const got = await navigator.wakeLock.request('screen').catch(() => undefined)
      if (left) void got?.release()
      else lock = got
    }
    void hold()
    document.addEventListener('visibilitychange', hold)
    return () => {
      left = true
      document.removeEventListener('visibilitychange', hold)
      void lock?.release()
    }
  }, [])
}
