import { DealGrid } from './DealGrid'
import { ABOVE, DealsTabs } from './DealsTabs'

/** All deals as a list. */
export function DealsPage() {
  return (
    <DealsTabs tab="/deals">
      <DealGrid above={ABOVE} />
    </DealsTabs>
  )
}
