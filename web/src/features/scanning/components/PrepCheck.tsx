import { Button, Group, Switch, Text } from '@mantine/core'
import { IconChecks, IconUserCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { showDone, showProblem } from '@/components/toasts'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { confirmPrep, wantCheck } from '../api/scanning'
import type { Job } from '../model/job'
import type { Mode } from '../model/modes'
import { totalOf } from '../model/progress'
import classes from './Scan.module.css'

/** A second person looks over what was made ready, before it leaves. */
export function PrepCheck({
  job,
  mode,
  waiting,
  refresh,
}: {
  job: Job
  mode: Mode
  waiting: boolean
  refresh: () => Promise<void>
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const problemText = useProblemText()
  const { event, needs } = job
  const { wanted = false, scans = 0, at = null, byName = null } = event.check ?? {}
  const ready = needs.reduce((all, one) => all + one.picked, 0)
  const { done, of } = totalOf(needs, 'PREP')
  const inMode = mode === 'PREP' || (mode === 'CHECK_OUT' && wanted)
  if (!inMode || (!wanted && !can('EVENT_EDIT'))) return null
  const want = async (now: boolean) => {
    try {
      await wantCheck(event.id, now)
      await refresh()
    } catch (problem) {
      showProblem(problemText(problem))
    }
  }
  return (
    <section className={classes.check} data-state={at ? 'done' : wanted ? 'open' : 'off'} aria-label={t('scanning.check.title')}>
      {wanted && at ? (
        <Group gap="xs" wrap="nowrap">
          <IconChecks size={24} aria-hidden style={{ flex: 'none' }} />
          <Text fw={600}>{t('scanning.check.done', { name: byName, at: format.dateTime(at) })}</Text>
        </Group>
      ) : (
        wanted && (
          <>
            <Text fw={600}>{t('scanning.check.open')}</Text>
            {ready > 0 && (
              <Button
                variant="default"
                h={52}
                disabled={waiting}
                leftSection={<IconUserCheck size={22} aria-hidden />}
                onClick={() =>
                  confirm({
                    title: t('scanning.check.askTitle', { number: event.number }),
                    text: t(done < of ? 'scanning.check.askPart' : 'scanning.check.askAll', { done, of }),
                    action: t('scanning.check.confirm'),
                    run: async () => {
                      await confirmPrep(event.id, scans)
                      showDone(t('scanning.check.told', { number: event.number }))
                      await refresh()
                    },
                  })
                }
              >
                {t('scanning.check.confirm')}
              </Button>
            )}
          </>
        )
      )}
      {mode === 'PREP' && can('EVENT_EDIT') && (
        <Switch
          size="md"
          label={t('scanning.check.want')}
          checked={wanted}
          onChange={(change) => void want(change.currentTarget.checked)}
        />
      )}
    </section>
  )
}
