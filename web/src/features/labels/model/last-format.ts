import { useState } from 'react'
import type { LabelFormat } from '../api/labels'

const stored = 'eventkit.label-format'

/** The format used last on this device: the printer beside it does not change. */
export function useLastFormat(formats: LabelFormat[]): [LabelFormat | undefined, (id: string) => void] {
  const [id, setId] = useState(() => localStorage.getItem(stored))
  const choose = (next: string) => {
    localStorage.setItem(stored, next)
    setId(next)
  }
  return [formats.find((format) => format.id === id) ?? formats[0], choose]
}
