import { Group, Kbd, Loader, Modal, ScrollArea, Text, TextInput, VisuallyHidden } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type Icon, IconClockHour4, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { kindIcon, kindPath } from '@/lib/kinds'
import { useProblemText } from '@/lib/problems'
import { type Hit, searchQuery } from '../api/search'
import { recentHits, rememberHit } from '../model/recent'
import classes from './SearchPalette.module.css'

export type Command = { id: string; label: string; icon: Icon; run: () => void }

type Entry = { id: string; title: string; subtitle?: string; code?: string; icon: Icon; run: () => void }
type Section = { label: string; total?: number; entries: Entry[] }

/** One field that finds everything a person may see, and every command, without leaving the keyboard. */
export function SearchPalette({ opened, onClose, commands }: { opened: boolean; onClose: () => void; commands: Command[] }) {
  const { t } = useTranslation()
  return (
    <Modal.Root opened={opened} onClose={onClose} padding={0} size={620} yOffset="10vh" centered={false} radius="lg">
      <Modal.Overlay />
      <Modal.Content aria-label={t('search.title')}>
        <Modal.Body>{opened && <Palette onClose={onClose} commands={commands} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function Palette({ onClose, commands }: { onClose: () => void; commands: Command[] }) {
  const { t, i18n } = useTranslation()
  const text = useProblemText()
  const navigate = useNavigate()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const [q] = useDebouncedValue(typed.trim(), 120)
  const query = useQuery(searchQuery(q))

  const kindName = (kind: string) => {
    const key = `search.kinds.${kind.toLowerCase().replaceAll('_', '-')}`
    return i18n.exists(key) ? t(key) : kind
  }
  const sections = useMemo<Section[]>(() => {
    const open = (hit: Hit) => () => {
      const path = hit.url ?? kindPath(hit.kind, hit.id)
      if (!path) return
      rememberHit(hit)
      onClose()
      void navigate({ href: path })
    }
    const entry = (hit: Hit, icon = kindIcon(hit.kind)): Entry => ({
      id: `${hit.kind}-${hit.id}`,
      title: hit.title,
      subtitle: hit.subtitle ?? undefined,
      code: hit.code ?? undefined,
      icon,
      run: open(hit),
    })
    const words = typed.trim().toLowerCase()
    const fitting = commands
      .filter((command) => !words || command.label.toLowerCase().includes(words))
      .map((command) => ({
        id: `command-${command.id}`,
        title: command.label,
        icon: command.icon,
        run: () => {
          onClose()
          command.run()
        },
      }))
    if (!words) {
      return [
        { label: t('search.recent'), entries: recentHits().map((hit) => entry(hit, IconClockHour4)) },
        { label: t('search.commands'), entries: fitting },
      ].filter((section) => section.entries.length > 0)
    }
    const groups = (query.data?.groups ?? []).map((group) => ({
      label: kindName(group.kind),
      total: group.total,
      entries: group.items.map((hit) => entry(hit)),
    }))
    return [...groups, { label: t('search.commands'), entries: fitting }].filter((section) => section.entries.length > 0)
  }, [typed, query.data, commands, t, navigate, onClose])

  const entries = sections.flatMap((section) => section.entries)
  const chosen = entries[Math.min(active, entries.length - 1)]
  useEffect(() => setActive(0), [typed])
  useEffect(() => {
    // Newer browsers answer with a promise, which an effect must not return.
    void document.getElementById(`${id}-${chosen?.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, chosen?.id])

  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && entries.length) {
      event.preventDefault()
      setActive((Math.min(active, entries.length - 1) + step + entries.length) % entries.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      chosen?.run()
    }
  }
  const searching = query.isFetching || q !== typed.trim()
  return (
    <div>
      <TextInput
        data-autofocus
        size="lg"
        variant="unstyled"
        px="md"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKey}
        placeholder={t('search.placeholder')}
        aria-label={t('search.placeholder')}
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
        autoComplete="off"
        spellCheck={false}
        leftSection={<IconSearch size={20} aria-hidden />}
        rightSection={searching && typed ? <Loader size={18} aria-label={t('common.loading')} /> : null}
        className={classes.field}
      />
      <ScrollArea.Autosize mah="60vh" type="auto">
        <div id={`${id}-list`} role="listbox" aria-label={t('search.results')} className={classes.list}>
          {sections.map((section) => (
            <div key={section.label} role="group" aria-label={section.label}>
              <Text size="xs" fw={600} c="dimmed" px={10} pt={10} pb={4} aria-hidden>
                {section.label}
                {section.total !== undefined && section.total > section.entries.length && ` · ${section.total}`}
              </Text>
              {section.entries.map((one) => (
                <div
                  key={one.id}
                  id={`${id}-${one.id}`}
                  role="option"
                  aria-selected={one === chosen}
                  className={classes.option}
                  onClick={one.run}
                  onMouseMove={() => one !== chosen && setActive(entries.indexOf(one))}
                >
                  <one.icon size={18} stroke={1.7} aria-hidden />
                  <div className={classes.words}>
                    <Text size="sm" fw={550} truncate>
                      {one.title}
                    </Text>
                    {one.subtitle && (
                      <Text size="xs" c="dimmed" truncate>
                        {one.subtitle}
                      </Text>
                    )}
                  </div>
                  {one.code && (
                    <Text size="xs" c="dimmed" className="num">
                      {one.code}
                    </Text>
                  )}
                </div>
              ))}
            </div>
          ))}
        </div>
        {entries.length === 0 && !searching && (
          <Text size="sm" c="dimmed" ta="center" py="xl" px="md" role="status">
            {query.isError ? text(query.error) : t('search.nothing', { q: typed.trim() })}
          </Text>
        )}
      </ScrollArea.Autosize>
      <VisuallyHidden role="status">{typed && !searching ? t('search.found', { count: entries.length }) : ''}</VisuallyHidden>
      <Group gap="md" className={classes.foot} visibleFrom="sm">
        <span>
          <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> {t('search.move')}
        </span>
        <span>
          <Kbd size="xs">Enter</Kbd> {t('search.open')}
        </span>
        <span>
          <Kbd size="xs">Esc</Kbd> {t('common.close')}
        </span>
      </Group>
    </div>
  )
}
