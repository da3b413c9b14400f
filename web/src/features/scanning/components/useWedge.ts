import { useEffect, useRef } from 'react'
import { SILENCE, Wedge, type WedgeSettings } from '../model/wedge'

const editable = (target: EventTarget | null): HTMLElement | null =>
  target instanceof HTMLElement
    ? target.closest<HTMLElement>(
        'textarea, select, [contenteditable="true"], input:not([type=checkbox], [type=radio], [type=range])',
      )
    : null

/** A field whose value React keeps: set as if it had been typed. */
function setValue(field: HTMLElement, value: string) {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  const proto = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  Object.getOwnPropertyDescriptor(proto, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** What a hand scanner types anywhere on the page. Fields marked `data-own-keys` keep all that is typed into them. */
export function useWedge(settings: WedgeSettings, onCode: (code: string) => void): void {
  const latest = useRef(onCode)
  latest.current = onCode
  const { prefix, suffix } = settings
  useEffect(() => {
    const wedge = new Wedge({ prefix, suffix })
    let before: { field: HTMLElement; value: string } | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const giveBack = () => {
      if (before) setValue(before.field, before.value)
      before = null
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || (event.altKey && !event.getModifierState('AltGraph')) || event.isComposing) return
      const field = editable(event.target)
      if (field?.closest('[data-own-keys]')) return
      if (!field && before) {
        // What was typed into a field that was left is a person's.
        before = null
        wedge.clear()
      }
      const fed = wedge.feed({ key: event.key, at: event.timeStamp }, field !== null)
      if (fed.act !== 'PASS') {
        event.preventDefault()
        event.stopPropagation()
      }
      if (field && wedge.pending === 1) before = { field, value: (field as HTMLInputElement).value }
      if (fed.act === 'CODE') {
        giveBack()
        latest.current(fed.code)
      }
      clearTimeout(timer)
      if (suffix !== 'NONE' || wedge.pending === 0) return
      timer = setTimeout(() => {
        const code = wedge.silence(performance.now(), field !== null)
        if (code === null) return
        giveBack()
        latest.current(code)
      }, SILENCE)
    }
    addEventListener('keydown', onKey, true)
    return () => {
      clearTimeout(timer)
      removeEventListener('keydown', onKey, true)
    }
  }, [prefix, suffix])
}
