import { Box, Card, Group, Progress, SimpleGrid, Text, ThemeIcon, Title } from '@mantine/core'
import {
  type Icon,
  IconBox,
  IconBuildingWarehouse,
  IconCheck,
  IconChevronRight,
  IconQrcode,
  IconTableImport,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { useCan } from '@/lib/session'
import type { Home } from '../api/home'
import classes from './HomePage.module.css'

type Step = { id: string; to: string; icon: Icon; needs: string; done: boolean; other?: { to: string; id: string } }

const amount = (home: Home, kind: string) => home.counts.find((one) => one.kind === kind)?.total ?? 0

/** Whether a company has no equipment yet that this person could add to. */
export const isNew = (home: Home) => amount(home, 'asset') === 0 || amount(home, 'product') === 0

/** What a new company does first, each step with its place; what is done is ticked. */
export function FirstSteps({ home }: { home: Home }) {
  const { t } = useTranslation()
  const can = useCan()
  const steps: Step[] = [
    {
      id: 'locations',
      to: '/locations',
      icon: IconBuildingWarehouse,
      needs: 'LOCATION_EDIT',
      done: amount(home, 'location') > 0,
    },
    {
      id: 'products',
      to: '/imports',
      icon: IconTableImport,
      needs: 'PRODUCT_EDIT',
      done: amount(home, 'product') > 0,
      other: { to: '/products/new', id: 'oneProduct' },
    },
    { id: 'assets', to: '/assets', icon: IconBox, needs: 'ASSET_EDIT', done: amount(home, 'asset') > 0 },
    {
      id: 'labels',
      to: '/labels',
      icon: IconQrcode,
      needs: 'LABEL_PRINT',
      done: false,
      other: { to: '/labels/blank', id: 'blanks' },
    },
  ].filter((step) => can(step.needs))
  if (steps.length === 0) return null
  const done = steps.filter((step) => step.done).length
  const next = steps.find((step) => !step.done)
  return (
    <Card className={classes.first}>
      <Group justify="space-between" align="flex-start" gap="md" mb="md">
        <Box maw={560}>
          <Title order={2} size="h4">
            {t('home.first.title')}
          </Title>
          <Text size="sm" c="dimmed" mt={4}>
            {t('home.first.text')}
          </Text>
        </Box>
        <Box w={150}>
          <Text size="xs" c="dimmed" ta="right" mb={6} className="num">
            {t('home.first.progress', { done, count: steps.length })}
          </Text>
          <Progress value={(done / steps.length) * 100} size="sm" aria-label={t('home.first.title')} />
        </Box>
      </Group>
      <SimpleGrid component="ol" cols={{ base: 1, sm: 2, lg: steps.length }} spacing="md" className={classes.steps}>
        {steps.map((step, index) => (
          <li key={step.id} data-done={step.done || undefined} data-next={step === next || undefined}>
            <Group justify="space-between" wrap="nowrap">
              <ThemeIcon variant="light" color={step.done ? 'ok' : 'brand'} size={38} radius="md" aria-hidden>
                {step.done ? <IconCheck size={20} /> : <step.icon size={20} />}
              </ThemeIcon>
              <Text size="xs" c="dimmed" className="num" aria-hidden>
                {index + 1}
              </Text>
            </Group>
            <Text fw={600} mt="sm">
              <TextLink to={step.to as '/'} c="var(--mantine-color-text)" inherit className={classes.cover}>
                {t(`home.first.${step.id}.title`)}
                <IconChevronRight size={16} aria-hidden className={classes.go} />
              </TextLink>
            </Text>
            <Text size="sm" c="dimmed" mt={4}>
              {t(`home.first.${step.id}.text`)}
            </Text>
            {step.other && (
              <TextLink to={step.other.to as '/'} size="sm" className={classes.other}>
                {t(`home.first.${step.other.id}`)}
              </TextLink>
            )}
          </li>
        ))}
      </SimpleGrid>
    </Card>
  )
}
