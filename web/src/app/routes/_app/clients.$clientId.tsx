import { createFileRoute } from '@tanstack/react-router'
import { later } from '@/components/later'
import { ClientPage } from '@/features/clients/components/ClientPage'
import { loadWords } from '@/lib/i18n'
import { useCan } from '@/lib/session'

const EventGrid = later(() => import('@/features/events/components/EventGrid').then((file) => file.EventGrid))

const ActivitiesTab = later(() => import('@/features/deals/components/ActivitiesTab').then((file) => file.ActivitiesTab))
const StatementTab = later(() => import('@/features/finance/components/StatementTab').then((file) => file.StatementTab))
const DealGrid = later(() => import('@/features/deals/components/DealGrid').then((file) => file.DealGrid))
const AccessSwitch = later(() => import('@/features/portal/components/AccessSwitch').then((file) => file.AccessSwitch))
const QuotesOf = later(() => import('@/features/quotes/components/QuotesOf').then((file) => file.QuotesOf))

export const Route = createFileRoute('/_app/clients/$clientId')({
  loader: () => loadWords('deals', 'events', 'finance', 'quotes', 'letters', 'portal'),
  component: Page,
})

const without = ['client', 'planner']

function Page() {
  const can = useCan()
  return (
    <ClientPage
      id={Route.useParams().clientId}
      events={
        can('EVENT_READ')
          ? (id) => (
              <EventGrid fixed={{ client: id }} sort="-from" inAddress={false} height={560} views={false} without={without} />
            )
          : undefined
      }
      activities={can('DEAL_READ') ? (id) => <ActivitiesTab clientId={id} /> : undefined}
      access={(id, contact) => <AccessSwitch clientId={id} contact={contact} />}
      quotes={can('QUOTE_READ') ? (id) => <QuotesOf clientId={id} /> : undefined}
      money={can('INVOICE_READ') ? (id) => <StatementTab clientId={id} /> : undefined}
      deals={
        can('DEAL_READ') ? (id) => <DealGrid fixed={{ client: id }} inAddress={false} height={560} views={false} /> : undefined
      }
    />
  )
}
