import { Card, Text } from '@mantine/core'
import { IconCalendarRepeat } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { pathOf, reportsQuery } from '../api/reports'
import classes from './Reports.module.css'

/** The reports that a person may see. */
export function ReportsPage() {
  const { t } = useTranslation()
  const query = useQuery(reportsQuery)
  return (
    <>
      <PageHeader title={t('reports.title')} text={t('reports.text')}>
        <ButtonLink variant="default" to={'/reports/scheduled' as '/'} leftSection={<IconCalendarRepeat size={16} aria-hidden />}>
          {t('reports.scheduled')}
        </ButtonLink>
      </PageHeader>
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text>{t('reports.noneYours')}</Text>
          ) : (
            <div className={classes.cards}>
              {items.map((one) => (
                <Card key={one.kind} component={Link} to={pathOf(one.kind) as '/'} className={classes.card} padding="lg">
                  <Text fw={650}>{t(`reports.names.${one.kind}`)}</Text>
                  <Text size="sm" c="dimmed" mt={4}>
                    {t(`reports.texts.${one.kind}`)}
                  </Text>
                </Card>
              ))}
            </div>
          )
        }
      </QueryState>
    </>
  )
}
