import { Alert, Button, Card, Group, Menu, Text } from '@mantine/core'
import { IconCalendarRepeat, IconDownload, IconPrinter, IconReportAnalytics } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { TextLink } from '@/components/Link'
import { later } from '@/components/later'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import type { Query } from '@/lib/api/client'
import { download } from '@/lib/download'
import { useCan } from '@/lib/session'
import { type About, type Asked, kindOf, type Report, reportQuery, reportsQuery } from '../api/reports'
import { ReportChart } from './ReportChart'
import { ReportFilters } from './ReportFilters'
import classes from './Reports.module.css'
import { ReportTable } from './ReportTable'
import { useAsked } from './useAsked'
import { useWrite } from './useWrite'

const ScheduleDialog = later(() => import('./ScheduleDialog').then((file) => file.ScheduleDialog))

/** One report: what it is asked, its picture and its table. */
export function ReportPage({ path }: { path: string }) {
  const { t } = useTranslation()
  const reports = useQuery(reportsQuery)
  const kind = kindOf(path)
  return (
    <QueryState query={reports}>
      {({ items }) => {
        const about = items.find((one) => one.kind === kind)
        return about ? (
          <Shown key={about.kind} about={about} />
        ) : (
          <EmptyState icon={IconReportAnalytics} title={t('reports.notYours')} text={t('reports.notYoursText')} />
        )
      }}
    </QueryState>
  )
}

function Shown({ about }: { about: About }) {
  const { t, i18n } = useTranslation()
  const can = useCan()
  const { asked, set } = useAsked()
  const [scheduling, setScheduling] = useState(false)
  const complete = !about.sieves.includes('WANTED') || Boolean(asked.wanted?.length || asked.template)
  const query = useQuery(reportQuery(about.kind, asked, complete))
  const name = t(`reports.names.${about.kind}`)
  const file = (format: string) =>
    download(`/reports/${about.kind}/file`, { ...(asked as Query), format, language: i18n.language })
  return (
    <>
      <TextLink to={'/reports' as '/'} size="sm" className={classes.actions}>
        {t('reports.title')}
      </TextLink>
      <PageHeader title={name} text={t(`reports.texts.${about.kind}`)}>
        <Group gap="sm" className={classes.actions}>
          {complete && (
            <Button
              variant="default"
              leftSection={<IconCalendarRepeat size={16} aria-hidden />}
              onClick={() => setScheduling(true)}
            >
              {t('reports.schedule')}
            </Button>
          )}
          <Button
            variant="default"
            className={classes.print}
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('reports.print')}
          </Button>
          {complete && can('EXPORT') && (
            <Menu position="bottom-end">
              <Menu.Target>
                <Button leftSection={<IconDownload size={16} aria-hidden />}>{t('reports.download')}</Button>
              </Menu.Target>
              <Menu.Dropdown>
                {['PDF', 'XLSX', 'CSV'].map((format) => (
                  <Menu.Item key={format} onClick={() => file(format)}>
                    {format}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
      </PageHeader>
      <ReportFilters about={about} asked={asked} set={set} />
      {complete ? (
        <QueryState query={query}>{(report) => <Answer name={name} report={report} />}</QueryState>
      ) : (
        <EmptyState icon={IconReportAnalytics} title={t('reports.sayWhat')} text={t('reports.sayWhatText')} />
      )}
      {scheduling && <ScheduleDialog about={about} asked={asked as Asked} close={() => setScheduling(false)} />}
    </>
  )
}

function Answer({ name, report }: { name: string; report: Report }) {
  const { t } = useTranslation()
  const write = useWrite(report.currency)
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {write.period(report)}
      </Text>
      {report.notes.map((note) => (
        <Alert key={note} color={note === 'ALL_OF_IT_FITS' ? 'ok' : 'info'} mb="sm">
          {t(`reports.notes.${note}`)}
        </Alert>
      ))}
      {report.rows.length === 0 ? (
        <EmptyState icon={IconReportAnalytics} title={t('reports.nothing')} text={t('reports.nothingText')} />
      ) : (
        <>
          {report.chart && (
            <Card mb="md" padding="lg">
              <ReportChart name={name} chart={report.chart} write={write} />
            </Card>
          )}
          <ReportTable name={name} report={report} write={write} />
        </>
      )}
    </>
  )
}
