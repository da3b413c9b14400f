import { Badge, Box, Card, Group, Progress, Stack, Text, ThemeIcon, Title } from '@mantine/core'
import {
  type Icon,
  IconAlertTriangle,
  IconBan,
  IconCalendarExclamation,
  IconChevronRight,
  IconCircleCheck,
  IconPackageOff,
  IconQrcode,
  IconTableImport,
  IconTool,
  IconTruck,
  IconZoomQuestion,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ActivityList } from '@/components/ActivityList'
import { ButtonLink, TextLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import type { Tone } from '@/components/StatusBadge'
import { useFormat } from '@/lib/format'
import { kindIcon, listPath } from '@/lib/kinds'
import { useCan, useMe } from '@/lib/session'
import { type Home, homeQuery, recentQuery } from '../api/home'
import { FirstSteps, isNew } from './FirstSteps'
import classes from './HomePage.module.css'
import { Standing } from './Standing'

const signs: Record<string, { icon: Icon; tone: Tone }> = {
  'low-stock': { icon: IconPackageOff, tone: 'warn' },
  'inspections-overdue': { icon: IconCalendarExclamation, tone: 'bad' },
  'inspections-due': { icon: IconCalendarExclamation, tone: 'warn' },
  'open-repairs': { icon: IconTool, tone: 'violet' },
  damaged: { icon: IconAlertTriangle, tone: 'bad' },
  lost: { icon: IconZoomQuestion, tone: 'bad' },
  quarantined: { icon: IconBan, tone: 'bad' },
  'in-transit': { icon: IconTruck, tone: 'info' },
}

function greetingKey(hour: number): 'morning' | 'day' | 'evening' {
  return hour >= 4 && hour < 11 ? 'morning' : hour >= 11 && hour < 17 ? 'day' : 'evening'
}

export function HomePage() {
  const { t } = useTranslation()
  const me = useMe()
  const can = useCan()
  const format = useFormat()
  const home = useQuery(homeQuery)
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone: me.timeZone }).format(new Date()),
  )
  return (
    <Box maw={1400}>
      <PageHeader
        title={t(`home.greetings.${greetingKey(hour)}`, { name: me.name.split(' ')[0] })}
        text={format.weekday(new Date())}
      >
        {can('LABEL_PRINT') && (
          <ButtonLink to="/labels" variant="default" leftSection={<IconQrcode size={16} aria-hidden />}>
            {t('home.printLabels')}
          </ButtonLink>
        )}
        {can('IMPORT') && (
          <ButtonLink to="/imports" leftSection={<IconTableImport size={16} aria-hidden />}>
            {t('home.import')}
          </ButtonLink>
        )}
      </PageHeader>
      <QueryState query={home} lines={8}>
        {(data) => (
          <Stack gap="md">
            {isNew(data) && <FirstSteps home={data} />}
            <Counts home={data} />
            <div className={classes.split}>
              <Stack gap="md">
                <Panel
                  title={t('home.attention')}
                  aside={
                    data.attention.length > 0 && (
                      <Badge color="warn">{t('home.attentionCount', { count: data.attention.length })}</Badge>
                    )
                  }
                >
                  <Attention home={data} />
                </Panel>
                {data.assetsByStatus && Object.keys(data.assetsByStatus).length > 0 && (
                  <Panel title={t('home.standing')}>
                    <Standing home={data} />
                  </Panel>
                )}
                {data.jobs.length > 0 && <Work home={data} />}
              </Stack>
              <Recent />
            </div>
          </Stack>
        )}
      </QueryState>
    </Box>
  )
}

function Recent() {
  const { t } = useTranslation()
  const recent = useQuery(recentQuery)
  return (
    <Panel
      title={t('home.recent')}
      aside={
        <TextLink to="/activity" size="sm">
          {t('home.allActivity')}
        </TextLink>
      }
    >
      <QueryState query={recent}>
        {(items) =>
          items.length ? (
            <ActivityList entries={items} />
          ) : (
            <Text size="sm" c="dimmed">
              {t('activity.noneText')}
            </Text>
          )
        }
      </QueryState>
    </Panel>
  )
}

/** The person's own work that goes on while they look at something else. */
function Work({ home }: { home: Home }) {
  const { t } = useTranslation()
  return (
    <Panel
      title={t('home.work')}
      aside={
        <TextLink to="/jobs" size="sm">
          {t('home.allJobs')}
        </TextLink>
      }
    >
      <Stack gap="sm">
        {home.jobs.map((job) => (
          <div key={job.id}>
            <Group justify="space-between" wrap="nowrap" mb={4}>
              <Text size="sm" fw={550} truncate>
                {job.title}
              </Text>
              <Text size="xs" c="dimmed">
                {t(`jobs.states.${job.state}`)}
              </Text>
            </Group>
            <Progress
              value={job.total ? (job.done / job.total) * 100 : 100}
              animated={!job.total}
              size="sm"
              aria-label={job.title}
            />
          </div>
        ))}
      </Stack>
    </Panel>
  )
}

function Counts({ home }: { home: Home }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  // A new company reads what to do first instead of a row of noughts.
  if (home.counts.every((one) => one.total === 0)) return null
  return (
    <div className={classes.counts}>
      {home.counts.map(({ kind, total }) => {
        const Sign = kindIcon(kind)
        const name = i18n.exists(`search.kinds.${kind}`) ? t(`search.kinds.${kind}`) : kind
        const path = listPath(kind)
        return (
          <Card key={kind} padding="md" className={classes.count}>
            <Group gap={8} wrap="nowrap">
              <ThemeIcon variant="light" radius="md" size={30} aria-hidden>
                <Sign size={17} />
              </ThemeIcon>
              <Text size="sm" c="dimmed" truncate>
                {path ? (
                  <TextLink to={path as '/'} inherit c="dimmed" className={classes.cover}>
                    {name}
                  </TextLink>
                ) : (
                  name
                )}
              </Text>
            </Group>
            <Text fz={26} fw={680} lh={1.1} mt={8} className="num">
              {format.number(total)}
            </Text>
          </Card>
        )
      })}
    </div>
  )
}

function Attention({ home }: { home: Home }) {
  const { t, i18n } = useTranslation()
  if (home.attention.length === 0) {
    return (
      <Group gap="sm" wrap="nowrap">
        <ThemeIcon variant="light" color="ok" size={34} radius="md" aria-hidden>
          <IconCircleCheck size={18} />
        </ThemeIcon>
        <Text size="sm">{t('home.allWell')}</Text>
      </Group>
    )
  }
  return (
    <ul className={classes.attention}>
      {home.attention.map((item) => {
        const sign = signs[item.kind] ?? { icon: IconAlertTriangle, tone: 'warn' as Tone }
        const key = `home.alerts.${item.kind}`
        const words = i18n.exists(`${key}_other`) ? t(key, { count: item.count }) : `${item.kind}: ${item.count}`
        return (
          <li key={item.kind}>
            <ThemeIcon variant="light" color={sign.tone} size={34} radius="md" aria-hidden>
              <sign.icon size={18} />
            </ThemeIcon>
            {item.url ? (
              <TextLink to={item.url as '/'} className={classes.cover} c="var(--mantine-color-text)" size="sm" fw={600}>
                {words}
              </TextLink>
            ) : (
              <Text size="sm" fw={600}>
                {words}
              </Text>
            )}
            {item.url && <IconChevronRight size={16} aria-hidden style={{ opacity: 0.5, marginLeft: 'auto' }} />}
          </li>
        )
      })}
    </ul>
  )
}

function Panel({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <Card>
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <Title order={2} size="h5">
          {title}
        </Title>
        {aside}
      </Group>
      <Box>{children}</Box>
    </Card>
  )
}
