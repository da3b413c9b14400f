import { fireEvent, render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { useWedge } from './useWedge'

function Typing({ onCode }: { onCode: (code: string) => void }) {
  useWedge({ prefix: '', suffix: 'ENTER' }, onCode)
  return <textarea aria-label="Note" />
}

it('leaves alone what a person typed into a field and left', () => {
  const onCode = vi.fn()
  render(<Typing onCode={onCode} />)
  const note = screen.getByRole<HTMLTextAreaElement>('textbox')
  fireEvent.keyDown(note, { key: 'g' })
  note.value = 'grille bent'
  for (const key of ['S', 'M', '-', '1', 'Enter']) fireEvent.keyDown(document.body, { key })
  expect(onCode).toHaveBeenCalledWith('SM-1')
  expect(note.value).toBe('grille bent')
})
