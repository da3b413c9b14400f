import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconDeviceFloppy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/Link'
import { saveBlob } from '@/lib/download'
import { exportJournal } from '../model/scan-journal'
import type { StationState } from '../model/station-state'
import classes from './Scan.module.css'

/** What must not be overlooked: scans that are in memory only, and those that wait for a decision. */
export function Notices({ state: { count } }: { state: Pick<StationState, 'count'> }) {
  const { t } = useTranslation()
  return (
    <>
      {count.stuck && (
        <Alert color="bad" icon={<IconAlertTriangle aria-hidden />} title={t('scanning.stuck.title')} role="alert">
          <Text size="sm">{t('scanning.stuck.text')}</Text>
          <Button mt="sm" variant="default" onClick={() => location.reload()}>
            {t('scanning.stuck.reload')}
          </Button>
        </Alert>
      )}
      {count.unsaved > 0 && (
        <Alert color="bad" icon={<IconAlertTriangle aria-hidden />} title={t('scanning.full.title')} role="alert">
          <Text size="sm">{t('scanning.full.text', { count: count.unsaved })}</Text>
          <Button
            mt="sm"
            variant="default"
            leftSection={<IconDeviceFloppy size={18} aria-hidden />}
            onClick={() => void exportJournal().then((file) => saveBlob(file, 'eventkit-scans.json'))}
          >
            {t('scanning.export')}
          </Button>
        </Alert>
      )}
      {count.refused > 0 && (
        <Alert color="warn" className={classes.notice} role="status">
          <Group justify="space-between" wrap="nowrap">
            <Text fw={600} size="sm">
              {t('scanning.conflicts.some', { count: count.refused })}
            </Text>
            <ButtonLink to="/scan/conflicts" variant="default" h={44} flex="none">
              {t('scanning.conflicts.look')}
            </ButtonLink>
          </Group>
        </Alert>
      )}
    </>
  )
}
