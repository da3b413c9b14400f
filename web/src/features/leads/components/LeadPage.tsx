import { Anchor, Button, Card, Group, Modal, Text } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DetailPage, type Fact } from '@/components/DetailPage'
import { TextAreaField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { HistoryList } from '@/components/HistoryList'
import { TextLink } from '@/components/Link'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showDone, showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import { calledOf, isClosed, type Lead, type LeadState, leadInputOf, leadQuery, leadTones, touched } from '../api/leads'

const LeadForm = later(() => import('./LeadForm').then((file) => file.LeadForm))
const ConvertDialog = later(() => import('./ConvertDialog').then((file) => file.ConvertDialog))
const reasonInput = z.object({ reason: z.string().trim().min(1).max(1_000) })

/** One enquiry: what was asked, and what becomes of it. */
export function LeadPage({ id }: { id: string }) {
  const query = useQuery(leadQuery(id))
  return <QueryState query={query}>{(lead) => <Loaded key={lead.id} lead={lead} />}</QueryState>
}

function Loaded({ lead }: { lead: Lead }) {
  const { t } = useTranslation()
  const can = useCan()
  const text = useProblemText()
  const refresh = useRefresh(touched)
  const [dialog, setDialog] = useState<'convert' | 'discard'>()
  const editable = can('DEAL_EDIT')
  const path = `/leads/${lead.id}`
  const move = (state: LeadState, reason?: string) =>
    api.post<Lead>(`${path}/state`, { state, reason }, { version: lead.version })
  const moveNow = async (state: LeadState) => {
    try {
      await move(state)
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
  }
  return (
    <>
      <DetailPage
        parent={{ to: '/leads', label: t('leads.title') }}
        title={calledOf(lead)}
        subtitle={[lead.number, lead.company && lead.name].filter(Boolean).join(' · ')}
        picture={<IconInbox size={44} stroke={1.3} aria-hidden />}
        badges={<StatusBadge tone={leadTones[lead.state]}>{t(`leads.states.${lead.state}`)}</StatusBadge>}
        notice={
          editable &&
          lead.state !== 'CONVERTED' && (
            <Group gap="xs">
              {lead.state === 'DISCARDED' ? (
                <Button variant="default" onClick={() => void moveNow('NEW')}>
                  {t('leads.takeUp')}
                </Button>
              ) : (
                <>
                  <Button onClick={() => setDialog('convert')}>{t('leads.convert')}</Button>
                  {lead.state === 'NEW' && (
                    <Button variant="default" onClick={() => void moveNow('QUALIFIED')}>
                      {t('leads.qualify')}
                    </Button>
                  )}
                  <Button variant="default" onClick={() => setDialog('discard')}>
                    {t('leads.discard')}
                  </Button>
                </>
              )}
            </Group>
          )
        }
        facts={useFacts(lead)}
        tabs={[
          {
            id: 'details',
            label: t('leads.tabs.details'),
            content: (
              <Card padding="lg">
                <LeadForm
                  lead={lead}
                  values={leadInputOf(lead)}
                  version={lead.version}
                  disabled={!editable || isClosed(lead)}
                  save={(_, { changed, version }) => api.patch<Lead>(path, changed, { version })}
                  reload={async () => {
                    const fresh = await api.get<Lead>(path)
                    return { values: leadInputOf(fresh), version: fresh.version }
                  }}
                  onSaved={async () => {
                    await refresh()
                    showDone(t('leads.saved'))
                  }}
                />
              </Card>
            ),
          },
          { id: 'history', label: t('leads.tabs.history'), content: <HistoryList path={`${path}/history`} /> },
        ]}
      />
      {dialog === 'convert' && <ConvertDialog lead={lead} onClose={() => setDialog(undefined)} />}
      {dialog === 'discard' && (
        <Modal opened onClose={() => setDialog(undefined)} title={<Text fw={650}>{t('leads.discardTitle')}</Text>}>
          <ResourceForm<{ reason: string }, Lead>
            schema={reasonInput}
            values={{ reason: '' }}
            inDialog
            submitLabel={t('leads.discard')}
            onCancel={() => setDialog(undefined)}
            save={({ reason }) => move('DISCARDED', reason)}
            onSaved={async () => {
              await refresh()
              setDialog(undefined)
            }}
          >
            <TextAreaField name="reason" label={t('leads.reason')} required rows={3} maxLength={1_000} />
          </ResourceForm>
        </Modal>
      )}
    </>
  )
}

function useFacts(lead: Lead): Fact[] {
  const { t } = useTranslation()
  const format = useFormat()
  const facts: (Fact | null | false | '')[] = [
    lead.deal && {
      label: t('leads.deal'),
      value: <TextLink to={`/deals/${lead.deal.id}` as '/'} inherit>{`${lead.deal.number} ${lead.deal.name}`}</TextLink>,
    },
    lead.client && {
      label: t('leads.client'),
      value: (
        <TextLink to={`/clients/${lead.client.id}` as '/'} inherit>
          {lead.client.name}
        </TextLink>
      ),
    },
    lead.discardReason && { label: t('leads.reason'), value: lead.discardReason },
    lead.email && {
      label: t('leads.email'),
      value: (
        <Anchor href={`mailto:${encodeURIComponent(lead.email)}`} inherit>
          {lead.email}
        </Anchor>
      ),
    },
    lead.phone && { label: t('leads.phone'), value: lead.phone },
    { label: t('leads.source'), value: t(`leads.sources.${lead.source}`) },
    { label: t('leads.came'), value: format.dateTime(lead.createdAt) },
  ]
  return facts.filter((fact): fact is Fact => Boolean(fact))
}
