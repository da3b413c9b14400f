import { useEffect, useRef } from 'react'

export const isMac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform)

/** "mod+K" as people read it on their machine. */
export const keyLabel = (combo: string) =>
  combo
    .split('+')
    .map((key) => (key === 'mod' ? (isMac ? '⌘' : 'Ctrl') : key === 'shift' ? (isMac ? '⇧' : 'Shift') : key))
    .join(isMac ? ' ' : ' + ')

/** Listens for `mod+s`, `mod+k`, `?`, … on the whole page. Single keys are ignored while someone types. */
export function useHotkey(combo: string, run: (event: KeyboardEvent) => void, enabled = true): void {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    if (!enabled) return
    const keys = combo.toLowerCase().split('+')
    const key = keys.at(-1)
    const onKey = (event: KeyboardEvent) => {
      const mod = event.ctrlKey || event.metaKey
      if (event.key.toLowerCase() !== key || keys.includes('mod') !== mod || event.altKey) return
      const target = event.target as HTMLElement | null
      if (!mod && target?.closest('input, textarea, select, [contenteditable=true], [role=dialog]')) return
      event.preventDefault()
      latest.current(event)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [combo, enabled])
}
