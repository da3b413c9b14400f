import { Card } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ResourceForm } from '@/components/form/ResourceForm'
import { showDone } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useCan } from '@/lib/session'
import { type CaseInput, caseInput, caseInputOf, type FlightCase } from '../api/cases'
import { CaseFields } from './CaseForm'

export function CaseDetails({ of, refresh }: { of: FlightCase; refresh: () => Promise<unknown> }) {
  const { t } = useTranslation()
  const can = useCan()
  return (
    <Card padding="lg">
      <ResourceForm<CaseInput, FlightCase>
        schema={caseInput}
        values={caseInputOf(of)}
        version={of.version}
        disabled={!can('CASE_EDIT')}
        save={(_, { changed, version }) => api.patch<FlightCase>(`/cases/${of.id}`, changed, { version })}
        reload={async () => {
          const fresh = await api.get<FlightCase>(`/cases/${of.id}`)
          return { values: caseInputOf(fresh), version: fresh.version }
        }}
        onSaved={async () => {
          await refresh()
          showDone(t('cases.saved'))
        }}
      >
        <CaseFields productName={of.productName} />
      </ResourceForm>
    </Card>
  )
}
