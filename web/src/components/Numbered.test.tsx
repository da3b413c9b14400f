import { render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Numbered } from './Numbered'

it('keeps numbers in one piece, and only those', () => {
  const { container } = render(<Numbered>held by EV-2026-0042 Drive-in, SM58-001 (x-ray)</Numbered>)
  expect(container).toHaveTextContent('held by EV-2026-0042 Drive-in, SM58-001 (x-ray)')
  expect([...container.querySelectorAll('span')].map((one) => one.textContent)).toEqual(['EV-2026-0042', 'SM58-001'])
})
