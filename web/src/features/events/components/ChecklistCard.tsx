import { ActionIcon, Card, Checkbox, Group, Menu, Progress, Text, TextInput, Title } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconDots, IconGripVertical, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { useFormat } from '@/lib/format'
import { type Checklist, changeChecklist, itemsOf, removeChecklist, reordered, type Task } from '../api/checklists'
import classes from './Checklists.module.css'
import { useWhen } from './useWhen'

/** One checklist: tick, add, and put in order by dragging or by the menu of a line. */
export function ChecklistCard(props: {
  list: Checklist
  timeZone: string
  editable: boolean
  run: (change: () => Promise<Checklist>) => Promise<boolean>
  tick: (task: Task, done: boolean) => void
  onEdit: () => void
  onTask: (task: Task) => void
  onRemoved: () => Promise<unknown>
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { list, editable, run } = props
  const [dragged, setDragged] = useState<number>()
  const [over, setOver] = useState<number>()
  const done = list.items.filter((task) => task.doneAt !== null).length
  const items = itemsOf(list)
  const put = (next: typeof items) => run(() => changeChecklist(list, { name: list.name, items: next }))
  const place = (from: number, to: number) => void put(reordered(items, from, to))
  const drop = (event: DragEvent, to: number) => {
    event.preventDefault()
    if (dragged !== undefined && dragged !== to) place(dragged, to)
    setDragged(undefined)
    setOver(undefined)
  }
  const remove = () =>
    confirm({
      title: t('events.removeChecklistTitle', { name: list.name }),
      text: t('events.removeChecklistText', { count: list.items.length }),
      action: t('events.removeChecklist'),
      danger: true,
      run: async () => {
        await removeChecklist(list)
        await props.onRemoved()
      },
    })
  return (
    <Card padding="md" component="section" aria-label={list.name}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} size="h5" style={{ overflowWrap: 'anywhere' }}>
          {list.name}
        </Title>
        <Group gap="sm" wrap="nowrap">
          <Text size="sm" c="dimmed" className="num">
            {t('events.doneOf', { done: format.number(done), all: format.number(list.items.length) })}
          </Text>
          {editable && (
            <Menu width={220}>
              <Menu.Target>
                <ActionIcon aria-label={t('events.actionsFor', { name: list.name })}>
                  <IconDots size={18} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={props.onEdit}>
                  {t('events.renameChecklist')}
                </Menu.Item>
                <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} color="var(--mantine-color-error)" onClick={remove}>
                  {t('events.removeChecklist')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
      </Group>
      {list.items.length > 0 && (
        <Progress value={(done / list.items.length) * 100} size="xs" mt={8} mb={4} color="ok" aria-hidden />
      )}
      <ol className={classes.tasks}>
        {list.items.map((task, index) => (
          <li
            key={task.id}
            className={classes.task}
            data-over={over === index || undefined}
            draggable={editable}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              setDragged(index)
            }}
            onDragEnd={() => {
              setDragged(undefined)
              setOver(undefined)
            }}
            onDragOver={(event) => {
              if (dragged === undefined) return
              event.preventDefault()
              setOver(index)
            }}
            onDrop={(event) => drop(event, index)}
          >
            {editable && <IconGripVertical size={16} className={classes.grip} aria-hidden />}
            <Line task={task} timeZone={props.timeZone} onTick={(done) => props.tick(task, done)} />
            {editable && (
              <Menu width={200}>
                <Menu.Target>
                  <ActionIcon variant="subtle" color="gray" aria-label={t('events.actionsFor', { name: task.text })}>
                    <IconDots size={16} aria-hidden />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => props.onTask(task)}>
                    {t('events.editTask')}
                  </Menu.Item>
                  <Menu.Item
                    leftSection={<IconArrowUp size={16} aria-hidden />}
                    disabled={index === 0}
                    onClick={() => place(index, index - 1)}
                  >
                    {t('events.taskUp')}
                  </Menu.Item>
                  <Menu.Item
                    leftSection={<IconArrowDown size={16} aria-hidden />}
                    disabled={index === list.items.length - 1}
                    onClick={() => place(index, index + 1)}
                  >
                    {t('events.taskDown')}
                  </Menu.Item>
                  <Menu.Item
                    leftSection={<IconTrash size={16} aria-hidden />}
                    color="var(--mantine-color-error)"
                    onClick={() => void put(items.filter((one) => one.id !== task.id))}
                  >
                    {t('events.removeTask')}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
          </li>
        ))}
      </ol>
      {editable && <AddTask list={list} add={(text) => put([...items, { id: null, text, dueAt: null }])} />}
    </Card>
  )
}

function Line({ task, timeZone, onTick }: { task: Task; timeZone: string; onTick: (done: boolean) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const when = useWhen()(timeZone)
  const late = task.dueAt !== null && task.doneAt === null && Date.parse(task.dueAt) < Date.now()
  return (
    <div className={classes.line}>
      <Checkbox
        checked={task.doneAt !== null}
        onChange={(event) => onTick(event.currentTarget.checked)}
        label={task.text}
        classNames={{ label: classes.text }}
        data-done={task.doneAt !== null || undefined}
      />
      {task.doneAt !== null ? (
        <Text size="xs" c="dimmed" pl={32}>
          {t('events.doneBy', { name: task.doneByName, when: format.relative(task.doneAt) })}
        </Text>
      ) : (
        task.dueAt !== null && (
          <Text size="xs" c={late ? 'var(--mantine-color-error)' : 'dimmed'} pl={32}>
            {t(late ? 'events.wasDue' : 'events.due', { when: when.moment(task.dueAt) })}
          </Text>
        )
      )}
    </div>
  )
}

/** A line that takes one task after the other: Enter adds it. */
function AddTask({ list, add }: { list: Checklist; add: (text: string) => Promise<boolean> }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const send = async () => {
    if (!text.trim() || busy) return
    setBusy(true)
    if (await add(text.trim())) setText('')
    setBusy(false)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <TextInput
        mt="xs"
        aria-label={t('events.addTaskTo', { name: list.name })}
        placeholder={t('events.addTask')}
        leftSection={<IconPlus size={16} aria-hidden />}
        value={text}
        maxLength={500}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </form>
  )
}
