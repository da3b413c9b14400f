import { QuoteGrid } from './QuoteGrid'
import { ABOVE, QuotesTabs } from './QuotesTabs'

/** All quotes. */
export function QuotesPage() {
  return (
    <QuotesTabs tab="/quotes">
      <QuoteGrid above={ABOVE} />
    </QuotesTabs>
  )
}

const templates = { template: true }

/** What quotes may begin with. */
export function TemplatesPage() {
  return (
    <QuotesTabs tab="/quotes/templates">
      <QuoteGrid fixed={templates} templates inAddress={false} views={false} above={ABOVE} />
    </QuotesTabs>
  )
}
