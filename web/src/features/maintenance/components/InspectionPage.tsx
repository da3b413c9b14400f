import { Alert, Card, Modal, Stack, Table, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconBan, IconClipboardCheck, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DetailPage } from '@/components/DetailPage'
import { TextAreaField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { HistoryList } from '@/components/HistoryList'
import { TextLink } from '@/components/Link'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { SubjectFiles } from '@/components/SubjectFiles'
import { showDone } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { WideTable } from '@/components/WideTable'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import {
  type Answer,
  type CancelInput,
  cancelInput,
  type Inspection,
  inspectionQuery,
  resultTone,
  touchedByInspections,
} from '../api/inspections'
import { useLimitText } from './useLimitText'

/** What was found on a day: the result, each answer, the certificate. Never changed; cancelled where it was wrong. */
export function InspectionPage({ id }: { id: string }) {
  const query = useQuery(inspectionQuery(id))
  return <QueryState query={query}>{(inspection) => <Loaded inspection={inspection} />}</QueryState>
}

function Loaded({ inspection }: { inspection: Inspection }) {
  const { t } = useTranslation()
  const format = useFormat()
  const refresh = useRefresh(touchedByInspections)
  const [cancelling, setCancelling] = useState(false)
  return (
    <>
      <DetailPage
        parent={{ to: '/maintenance/inspections', label: t('maintenance.inspections') }}
        title={`${inspection.asset.name} · ${format.date(inspection.inspectedOn)}`}
        subtitle={
          <TextLink to={`/maintenance/plans/${inspection.plan.id}` as '/'} size="sm">
            {inspection.plan.name}
          </TextLink>
        }
        picture={<IconClipboardCheck size={44} stroke={1.3} aria-hidden />}
        badges={
          <>
            <StatusBadge tone={resultTone[inspection.result]}>{t(`maintenance.results.${inspection.result}`)}</StatusBadge>
            {inspection.cancelledAt && <StatusBadge tone="gray">{t('maintenance.cancelled')}</StatusBadge>}
          </>
        }
        actions={[
          { label: t('maintenance.print'), icon: IconPrinter, run: () => window.print() },
          {
            label: t('maintenance.cancelInspection'),
            icon: IconBan,
            danger: true,
            needs: 'MAINTENANCE_EDIT',
            disabled: inspection.cancelledAt !== null,
            run: () => setCancelling(true),
          },
        ]}
        notice={
          inspection.cancelledAt && (
            <Alert color="gray" icon={<IconAlertTriangle aria-hidden />} title={t('maintenance.cancelledTitle')}>
              {format.dateTime(inspection.cancelledAt)} · {inspection.cancelReason}
            </Alert>
          )
        }
        facts={[
          {
            label: t('maintenance.asset'),
            value: (
              <TextLink to={`/assets/${inspection.asset.id}` as '/'} size="sm">
                {inspection.asset.name}
              </TextLink>
            ),
          },
          { label: t('maintenance.product'), value: inspection.product.name },
          { label: t('maintenance.standard'), value: t(`maintenance.planKinds.${inspection.kind}`) },
          { label: t('maintenance.inspector'), value: inspection.inspector },
          { label: t('maintenance.validUntil'), value: format.date(inspection.validUntil) },
          { label: t('maintenance.nextDue'), value: format.date(inspection.nextDue) },
          ...(inspection.job
            ? [
                {
                  label: t('maintenance.repair'),
                  value: (
                    <TextLink to={`/maintenance/${inspection.job.id}` as '/'} size="sm">
                      {inspection.job.name}
                    </TextLink>
                  ),
                },
              ]
            : []),
          { label: t('maintenance.recorded'), value: `${format.dateTime(inspection.recordedAt)}, ${inspection.recordedByName}` },
        ]}
        tabs={[
          { id: 'findings', label: t('maintenance.tabs.findings'), content: <Findings inspection={inspection} /> },
          {
            id: 'files',
            label: t('maintenance.tabs.certificate'),
            content: <SubjectFiles kind="inspection" id={inspection.id} firstRole="CERTIFICATE" />,
          },
          {
            id: 'history',
            label: t('maintenance.tabs.history'),
            content: <HistoryList path={`/inspections/${inspection.id}/history`} />,
          },
        ]}
      />
      <Modal
        opened={cancelling}
        onClose={() => setCancelling(false)}
        title={<Text fw={650}>{t('maintenance.cancelInspection')}</Text>}
      >
        <ResourceForm<CancelInput, Inspection>
          schema={cancelInput}
          values={{ reason: '' }}
          inDialog
          submitLabel={t('maintenance.cancelInspection')}
          onCancel={() => setCancelling(false)}
          save={(input) => api.post<Inspection>(`/inspections/${inspection.id}/cancellation`, input)}
          onSaved={async () => {
            setCancelling(false)
            await refresh()
            showDone(t('maintenance.inspectionCancelled'))
          }}
        >
          <Text size="sm">{t('maintenance.cancelInspectionText')}</Text>
          <TextAreaField name="reason" label={t('maintenance.reason')} rows={2} required maxLength={1000} />
        </ResourceForm>
      </Modal>
    </>
  )
}

function Findings({ inspection }: { inspection: Inspection }) {
  const { t } = useTranslation()
  return (
    <Stack gap="md">
      {inspection.remarks && (
        <Card padding="md">
          <Title order={2} size="h6" mb={4}>
            {t('maintenance.remarks')}
          </Title>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {inspection.remarks}
          </Text>
        </Card>
      )}
      {inspection.answers.length > 0 ? (
        <Answers answers={inspection.answers} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('maintenance.noAnswers')}
        </Text>
      )}
    </Stack>
  )
}

function Answers({ answers }: { answers: Answer[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const limits = useLimitText()
  return (
    <Card padding={0}>
      <WideTable minWidth={460} label={t('maintenance.checklist')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('maintenance.checkText')}</Table.Th>
              <Table.Th>{t('maintenance.measured')}</Table.Th>
              <Table.Th>{t('maintenance.limits')}</Table.Th>
              <Table.Th>{t('maintenance.result')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {answers.map((answer) => (
              <Table.Tr key={answer.item}>
                <Table.Td>
                  {answer.text}
                  {answer.note && (
                    <Text size="xs" c="dimmed">
                      {answer.note}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td className="num">
                  {answer.value === null ? '–' : [format.number(answer.value), answer.unit].filter(Boolean).join(' ')}
                </Table.Td>
                <Table.Td className="num">{limits(answer) || '–'}</Table.Td>
                <Table.Td>
                  <StatusBadge tone={answer.passed ? 'ok' : 'bad'}>
                    {t(answer.passed ? 'maintenance.passed' : 'maintenance.failed')}
                  </StatusBadge>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Card>
  )
}
