import { Button, Card, Group, Text } from '@mantine/core'
import { IconChecks, IconPlus, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { useFormat } from '@/lib/format'
import { readSettings } from '../model/settings'
import { entryLabel } from './Recent'
import classes from './Scan.module.css'
import { ScanFrame } from './ScanFrame'
import { useSaid } from './useSaid'
import { useStation } from './useStation'

/** What was scanned here and the server has refused: each waits for a person's choice, none is dropped. */
export function ConflictsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const said = useSaid()
  const [settings] = useState(readSettings)
  const { station, state } = useStation(null, 'LOOK_UP', settings)
  return (
    <ScanFrame title={t('scanning.conflicts.title')} back="/scan" state={state}>
      <main className={classes.page} id="main">
        {state.conflicts.length === 0 ? (
          <EmptyState icon={IconChecks} title={t('scanning.conflicts.none')} text={t('scanning.conflicts.noneText')} />
        ) : (
          <Text c="dimmed">{t('scanning.conflicts.text')}</Text>
        )}
        {state.conflicts.map((entry) => {
          const { answer, line } = entry
          if (!answer) return null
          return (
            <Card key={entry.id} padding="md" component="article">
              <Text fw={700} size="lg">
                {entryLabel(entry)}
                {line.quantity !== undefined && <span className="num"> × {line.quantity}</span>}
              </Text>
              <Text size="sm" c="dimmed">
                {line.kind === 'UNDO' ? t('common.undo') : t(`scanning.modes.${line.kind}`)} · {format.dateTime(line.at)}
              </Text>
              <Text mt={6}>{said.sentence(answer.code, answer.facts, answer.message, entryLabel(entry))}</Text>
              <Group mt="md" gap="xs">
                {answer.facts.mayAdd === true && (
                  <Button
                    h={52}
                    leftSection={<IconPlus size={20} aria-hidden />}
                    onClick={() => void station.again(entry, { add: true })}
                  >
                    {t('scanning.conflicts.add')}
                  </Button>
                )}
                <Button
                  h={52}
                  variant="default"
                  leftSection={<IconRefresh size={20} aria-hidden />}
                  onClick={() => void station.again(entry)}
                >
                  {t('scanning.conflicts.again')}
                </Button>
                <Button h={52} variant="default" onClick={() => void station.settle([entry])}>
                  {t('scanning.conflicts.seen')}
                </Button>
              </Group>
            </Card>
          )
        })}
        {state.conflicts.length > 3 && (
          <Button h={52} variant="default" onClick={() => void station.settle(state.conflicts)}>
            {t('scanning.conflicts.allSeen')}
          </Button>
        )}
      </main>
    </ScanFrame>
  )
}
