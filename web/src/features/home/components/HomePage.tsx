import { Box, Button, Card, Group, Progress, Stack, Text, Title } from '@mantine/core'
import { IconLayoutGrid, IconQrcode, IconTableImport } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink, TextLink } from '@/components/Link'
import { later } from '@/components/later'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { isProblem } from '@/lib/api/problem'
import { useFormat } from '@/lib/format'
import { useCan, useMe } from '@/lib/session'
import { boardQuery, type Shown } from '../api/boards'
import { homeQuery } from '../api/home'
import type { Asked } from './BoardDialogs'
import { BoardGrid } from './BoardGrid'
import { BoardMenu } from './BoardMenu'
import { FirstSteps, isNew } from './FirstSteps'
import { useArrange } from './useArrange'

const BoardDialogs = later(() => import('./BoardDialogs').then((file) => file.BoardDialogs))

function greetingKey(hour: number): 'morning' | 'day' | 'evening' {
  return hour >= 4 && hour < 11 ? 'morning' : hour >= 11 && hour < 17 ? 'day' : 'evening'
}

const shownLast = 'eventkit.board'
const remembered = () => {
  try {
    return localStorage.getItem(shownLast) ?? undefined
  } catch {
    return undefined // storage may be switched off; then each visit begins with the first board
  }
}
const remember = (id: string | undefined) => {
  try {
    if (id) localStorage.setItem(shownLast, id)
    else localStorage.removeItem(shownLast)
  } catch {
    // as above
  }
}

/** The home screen: the board that was looked at last, or the one in the address. */
export function HomePage() {
  const navigate = useNavigate()
  const { board: named } = useSearch({ strict: false }) as { board?: string }
  const [last, setLast] = useState(remembered)
  const wanted = named ?? last
  const found = useQuery({ ...boardQuery(wanted), placeholderData: keepPreviousData })
  // Another person's board may have gone; one's own first one is there.
  const gone = wanted !== undefined && (isProblem(found.error, 404) || isProblem(found.error, 400))
  const first = useQuery({ ...boardQuery(undefined), enabled: gone })
  const open = (id: string | undefined) => {
    remember(id)
    setLast(id)
    void navigate({ to: '/', search: (id ? { board: id } : {}) as never, replace: true })
  }
  return (
    <Box maw={1500}>
      <QueryState query={gone ? first : found} lines={8}>
        {(shown) => <Home shown={shown} open={open} retry={() => void (gone ? first : found).refetch()} />}
      </QueryState>
    </Box>
  )
}

function Home({ shown, open, retry }: { shown: Shown; open: (id: string | undefined) => void; retry: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const can = useCan()
  const format = useFormat()
  const [arranging, setArranging] = useState(false)
  const [asked, setAsked] = useState<Asked>()
  const { widgets, change, undo } = useArrange(shown, (board) => open(board.id))
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone: me.timeZone }).format(new Date()),
  )
  const mayArrange = !shown.board || shown.board.own
  return (
    <>
      <PageHeader
        title={t(`home.greetings.${greetingKey(hour)}`, { name: me.name.split(' ')[0] })}
        text={format.weekday(new Date())}
      >
        {shown.unfurnished && can('LABEL_PRINT') && (
          <ButtonLink to="/labels" variant="default" leftSection={<IconQrcode size={16} aria-hidden />}>
            {t('home.printLabels')}
          </ButtonLink>
        )}
        {shown.unfurnished && can('IMPORT') && (
          <ButtonLink to="/imports" leftSection={<IconTableImport size={16} aria-hidden />}>
            {t('home.import')}
          </ButtonLink>
        )}
        <BoardMenu
          shown={shown}
          widgets={widgets}
          open={(id) => {
            setArranging(false)
            open(id)
          }}
          ask={setAsked}
        />
        {mayArrange && !arranging && (
          <Button variant="default" leftSection={<IconLayoutGrid size={16} aria-hidden />} onClick={() => setArranging(true)}>
            {t('home.board.arrange')}
          </Button>
        )}
      </PageHeader>
      <Stack gap="md">
        {shown.unfurnished && <Beginning />}
        {shown.jobs.length > 0 && <Work jobs={shown.jobs} />}
        <BoardGrid
          shown={shown}
          widgets={widgets}
          arranging={arranging && mayArrange}
          change={change}
          undo={undo}
          done={() => setArranging(false)}
          ask={setAsked}
          retry={retry}
        />
      </Stack>
      {asked && <BoardDialogs asked={asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}

/** What a new company does first. */
function Beginning() {
  const home = useQuery(homeQuery)
  return home.data && isNew(home.data) ? <FirstSteps home={home.data} /> : null
}

/** The person's own work that goes on while they look at something else. */
function Work({ jobs }: { jobs: Shown['jobs'] }) {
  const { t } = useTranslation()
  return (
    <Card component="section" aria-label={t('home.work')}>
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <Title order={2} size="h5">
          {t('home.work')}
        </Title>
        <TextLink to="/jobs" size="sm">
          {t('home.allJobs')}
        </TextLink>
      </Group>
      <Stack gap="sm">
        {jobs.map((job) => (
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
    </Card>
  )
}
