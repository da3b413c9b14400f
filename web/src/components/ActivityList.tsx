import { Avatar, Box, Group, Text } from '@mantine/core'
import { Children, type ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { kindIcon, kindPath } from '@/lib/kinds'
import { type AuditEntry, ChangeList, useActionText } from './HistoryList'
import classes from './HistoryList.module.css'
import { useKindText } from './KindText'
import { TextLink } from './Link'
import { Numbered } from './Numbered'

const own = ({ entity, entityId, actorId, action }: AuditEntry) =>
  entity === 'user' && entityId === actorId && action === 'changed'

/** What something was done to; the sentence puts its name in. */
function Thing({ path, children }: { path: string | undefined; children?: ReactNode }) {
  const name = <Numbered>{Children.toArray(children).join('')}</Numbered>
  return path ? (
    <TextLink to={path as '/'} inherit fw={550}>
      {name}
    </TextLink>
  ) : (
    <b>{name}</b>
  )
}

/** What people did, newest first, each with what it was done to. */
export function ActivityList({ entries, changes }: { entries: readonly AuditEntry[]; changes?: boolean }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const actionText = useActionText()
  const kindText = useKindText()
  return (
    <ol className={classes.list} aria-label={t('nav.activity')}>
      {entries.map((entry) => {
        const path = kindPath(entry.entity, entry.entityId)
        const Sign = kindIcon(entry.entity)
        return (
          <li key={entry.id}>
            <Group gap="sm" wrap="nowrap" align="flex-start">
              <Avatar size={30} name={entry.actorName} color="initials" aria-hidden />
              <Box miw={0} flex={1}>
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  <Trans
                    i18nKey={
                      own(entry)
                        ? 'history.sentences.changedSelf'
                        : i18n.exists(`history.sentences.${entry.action}`)
                          ? `history.sentences.${entry.action}`
                          : 'history.sentences.other'
                    }
                    values={{ actor: entry.actorName, label: entry.entityLabel, action: actionText(entry.action) }}
                    components={{
                      b: <b />,
                      thing: <Thing path={entry.action === 'removed' ? undefined : path} />,
                    }}
                  />
                </Text>
                <Group gap={6} c="dimmed">
                  <Sign size={14} aria-hidden />
                  <Text size="xs">
                    {kindText(entry.entity)} ·{' '}
                    <time dateTime={entry.at} title={format.dateTime(entry.at)}>
                      {format.relative(entry.at)}
                    </time>
                  </Text>
                </Group>
                {changes && entry.action === 'changed' && entry.changes.length > 0 && (
                  <ChangeList changes={entry.changes.slice(0, 4)} />
                )}
              </Box>
            </Group>
          </li>
        )
      })}
    </ol>
  )
}
