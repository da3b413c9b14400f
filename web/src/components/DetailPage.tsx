import { ActionIcon, Box, Breadcrumbs, Button, Card, Group, Menu, Stack, Tabs, Text, Title } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type Icon, IconChevronDown, IconDots } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '@/lib/session'
import classes from './DetailPage.module.css'
import { TextLink } from './Link'
import { Numbered } from './Numbered'
import row from './TabRow.module.css'
import { useShownTab } from './useShownTab'

export type Action = {
  label: string
  icon?: Icon
  run: () => void
  danger?: boolean
  disabled?: boolean
  /** A permission without which the action is not offered. */
  needs?: string
}

export type Fact = { label: string; value: ReactNode }

export type DetailTab = { id: string; label: string; count?: number; content: ReactNode }

const whole = (text: ReactNode) => (typeof text === 'string' ? <Numbered>{text}</Numbered> : text)

/** What is known of a thing, each with its name; more of them stand below, in `aside`. */
export function FactCard({ title, facts }: { title?: ReactNode; facts: Fact[] }) {
  return (
    <Card padding="md">
      {title}
      <dl className={classes.facts}>
        {facts.map((fact) => (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

/**
 * The page of one thing: where it belongs, what it is called, its badges, the main action and the others, tabs (kept in the
 * address as `?tab=`), and the facts beside them. On a phone the facts come first, folded where `fold` says what they are called.
 */
export function DetailPage(props: {
  parent?: { to: string; label: string }
  title: ReactNode
  subtitle?: ReactNode
  badges?: ReactNode
  picture?: ReactNode
  primary?: Action
  actions?: Action[]
  tabs: DetailTab[]
  facts?: Fact[]
  aside?: ReactNode
  fold?: string
  notice?: ReactNode
}) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { tab?: string }
  const actions = (props.actions ?? []).filter((action) => can(action.needs))
  const primary = props.primary && can(props.primary.needs) ? props.primary : undefined
  const tab = props.tabs.find((one) => one.id === search.tab)?.id ?? props.tabs[0]?.id ?? null
  const open = (id: string | null) =>
    void navigate({
      to: '.',
      search: ((old: object) => ({ ...old, tab: id === props.tabs[0]?.id ? undefined : id })) as never,
      replace: true,
    })
  const list = useShownTab(tab)
  const beside = Boolean(props.facts?.length || props.aside)
  const narrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false })
  const facts = (
    <Stack gap="md" className={props.fold ? undefined : classes.aside}>
      {props.facts && props.facts.length > 0 && <FactCard facts={props.facts} />}
      {props.aside}
    </Stack>
  )
  return (
    <Box>
      {props.parent && (
        <Breadcrumbs mb={6} fz="sm">
          <TextLink to={props.parent.to as '/'} size="sm">
            {whole(props.parent.label)}
          </TextLink>
        </Breadcrumbs>
      )}
      <Group justify="space-between" align="flex-start" gap="md" mb="md">
        <Group gap="md" wrap="nowrap" miw={0} align="flex-start">
          {props.picture && <Box flex="none">{props.picture}</Box>}
          <Box miw={0}>
            <Group gap="sm">
              <Title order={1} size="h3" style={{ overflowWrap: 'anywhere' }}>
                {whole(props.title)}
              </Title>
              {props.badges}
            </Group>
            {props.subtitle && (
              <Text size="sm" c="dimmed" component="div">
                {whole(props.subtitle)}
              </Text>
            )}
          </Box>
        </Group>
        <Group gap="sm">
          {primary && (
            <Button
              leftSection={primary.icon && <primary.icon size={16} aria-hidden />}
              onClick={primary.run}
              disabled={primary.disabled}
              color={primary.danger ? 'bad' : undefined}
            >
              {primary.label}
            </Button>
          )}
          {actions.length > 0 && (
            <Menu width={240}>
              <Menu.Target>
                {primary ? (
                  <ActionIcon aria-label={t('common.moreActions')}>
                    <IconDots size={18} aria-hidden />
                  </ActionIcon>
                ) : (
                  <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
                    {t('common.actions')}
                  </Button>
                )}
              </Menu.Target>
              <Menu.Dropdown>
                {actions.map((action) => (
                  <Menu.Item
                    key={action.label}
                    leftSection={action.icon && <action.icon size={16} aria-hidden />}
                    color={action.danger ? 'var(--mantine-color-error)' : undefined}
                    disabled={action.disabled}
                    onClick={action.run}
                  >
                    {action.label}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
      </Group>
      {props.notice && <Box mb="md">{props.notice}</Box>}
      <div className={beside ? classes.split : undefined}>
        {beside && props.fold ? (
          <details className={`${classes.aside} ${classes.fold}`} open={!narrow}>
            <summary>{props.fold}</summary>
            {facts}
          </details>
        ) : (
          beside && facts
        )}
        <div className={classes.main}>
          {props.tabs.length === 1 ? (
            props.tabs[0]!.content
          ) : (
            <Tabs value={tab} onChange={open} keepMounted={false}>
              <Tabs.List className={row.tabs} ref={list}>
                {props.tabs.map((one) => (
                  <Tabs.Tab key={one.id} value={one.id}>
                    {one.label}
                    {one.count !== undefined && (
                      <Text span size="xs" c="dimmed" ml={6} className="num">
                        {one.count}
                      </Text>
                    )}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
              {props.tabs.map((one) => (
                <Tabs.Panel key={one.id} value={one.id} pt="md">
                  {one.content}
                </Tabs.Panel>
              ))}
            </Tabs>
          )}
        </div>
      </div>
    </Box>
  )
}
