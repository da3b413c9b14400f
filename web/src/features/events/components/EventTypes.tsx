import { ActionIcon, Badge, Button, Card, Group, Menu, Switch, Table, Text, Title } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconDots, IconPencil, IconPlus, IconStar, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import type { EventType } from '../api/events'
import { touchedByTypes, typesQuery } from '../api/planning'
import { Dot } from './PhaseBadge'

const EventTypeDialog = later(() => import('./EventTypeDialog').then((file) => file.EventTypeDialog))

/** The kinds of events, each with its colour and the company's own way through it. */
export function EventTypes() {
  const { t } = useTranslation()
  const can = useCan()
  const text = useProblemText()
  const refresh = useRefresh(touchedByTypes)
  const [archived, setArchived] = useState(false)
  const query = useQuery(typesQuery(archived))
  const [editing, setEditing] = useState<EventType | 'new'>()
  const editable = can('EVENT_CONFIRM')
  const act = async (type: EventType, action: 'standard' | 'archival' | 'restoration') => {
    try {
      await api.post(`/event-types/${type.id}/${action}`)
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
  }
  const remove = (type: EventType) =>
    confirm({
      title: t('events.removeTitle', { name: type.name }),
      text: t('events.removeTypeText'),
      action: t('events.removeType'),
      danger: true,
      run: async () => {
        await api.delete(`/event-types/${type.id}`, { version: type.version })
        await refresh()
      },
    })
  return (
    <Card padding="lg" component="section" aria-label={t('events.types')}>
      <Group justify="space-between" align="flex-start" mb="sm">
        <div>
          <Title order={2} size="h5">
            {t('events.types')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('events.typesText')}
          </Text>
        </div>
        <Group gap="md">
          <Switch
            label={t('events.archivedOnes')}
            checked={archived}
            onChange={(event) => setArchived(event.currentTarget.checked)}
          />
          {editable && (
            <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing('new')}>
              {t('events.newType')}
            </Button>
          )}
        </Group>
      </Group>
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('events.noArchivedTypes')}
            </Text>
          ) : (
            <Table verticalSpacing={8} horizontalSpacing={0}>
              <Table.Tbody>
                {items.map((type) => (
                  <Table.Tr key={type.id}>
                    <Table.Td>
                      <Group gap="xs">
                        <span>
                          <Dot colour={type.colour} />
                          <b style={{ fontWeight: 550 }}>{type.name}</b>
                        </span>
                        {type.standard && <StatusBadge tone="brand">{t('events.standard')}</StatusBadge>}
                      </Group>
                      {type.workflow.length > 0 && (
                        <Group gap={4} mt={6}>
                          {type.workflow.map((step) => (
                            <Badge key={step.id} variant="default" size="sm" tt="none" title={t(`events.phases.${step.phase}`)}>
                              {step.name}
                            </Badge>
                          ))}
                        </Group>
                      )}
                    </Table.Td>
                    <Table.Td w={44} style={{ verticalAlign: 'top' }}>
                      {editable && (
                        <Menu width={230}>
                          <Menu.Target>
                            <ActionIcon aria-label={t('events.actionsFor', { name: type.name })}>
                              <IconDots size={18} aria-hidden />
                            </ActionIcon>
                          </Menu.Target>
                          <Menu.Dropdown>
                            <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(type)}>
                              {t('events.editType')}
                            </Menu.Item>
                            {!type.standard && (
                              <Menu.Item
                                leftSection={<IconStar size={16} aria-hidden />}
                                onClick={() => void act(type, 'standard')}
                              >
                                {t('events.makeStandard')}
                              </Menu.Item>
                            )}
                            {!type.standard &&
                              (type.archivedAt ? (
                                <Menu.Item
                                  leftSection={<IconArchiveOff size={16} aria-hidden />}
                                  onClick={() => void act(type, 'restoration')}
                                >
                                  {t('events.restoreType')}
                                </Menu.Item>
                              ) : (
                                <Menu.Item
                                  leftSection={<IconArchive size={16} aria-hidden />}
                                  onClick={() => void act(type, 'archival')}
                                >
                                  {t('events.archiveType')}
                                </Menu.Item>
                              ))}
                            {!type.standard && (
                              <Menu.Item
                                leftSection={<IconTrash size={16} aria-hidden />}
                                color="var(--mantine-color-error)"
                                onClick={() => remove(type)}
                              >
                                {t('events.removeType')}
                              </Menu.Item>
                            )}
                          </Menu.Dropdown>
                        </Menu>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </QueryState>
      {editing && (
        <EventTypeDialog
          type={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onChanged={refresh}
        />
      )}
    </Card>
  )
}
