import { Button, Card, Group, Select, Stack, Switch, Text, TextInput, Title } from '@mantine/core'
import { IconDeviceFloppy, IconPrinter, IconVolume } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/Link'
import { saveBlob } from '@/lib/download'
import { feedback, type Tone, unlockSound } from '../model/feedback'
import { shownCode } from '../model/read-code'
import { exportJournal } from '../model/scan-journal'
import { keepSettings, readSettings, type ScanSettings } from '../model/settings'
import { DevicesCard } from './DevicesCard'
import classes from './Scan.module.css'
import { ScanFrame } from './ScanFrame'
import { useStation } from './useStation'
import { useWedge } from './useWedge'

const tones: Tone[] = ['GOOD', 'COMPLETE', 'SAME', 'OPEN', 'BAD']

/** How this device behaves, and what it holds. */
export function ScanSettingsPage() {
  const { t, i18n } = useTranslation()
  const [settings, setSettings] = useState(readSettings)
  const [tried, setTried] = useState<string | null>(null)
  const { state } = useStation(null, 'LOOK_UP', settings)
  useWedge(settings, setTried)
  const change = (some: Partial<ScanSettings>) => {
    const now = { ...settings, ...some }
    setSettings(now)
    keepSettings(now)
  }
  const { count } = state
  return (
    <ScanFrame title={t('scanning.settings.title')} text={t('scanning.settings.text')} back="/scan" state={state}>
      <main className={classes.page} id="main">
        <Card padding="md">
          <Title order={2} size="h5" mb="sm">
            {t('scanning.settings.outcome')}
          </Title>
          <Stack gap="md">
            {(['sound', 'vibrate', 'speak', 'camera'] as const).map((name) => (
              <Switch
                key={name}
                size="md"
                label={t(`scanning.settings.${name}`)}
                checked={settings[name]}
                onChange={(event) => change({ [name]: event.currentTarget.checked })}
              />
            ))}
            <Group gap="xs">
              {tones.map((tone) => (
                <Button
                  key={tone}
                  variant="default"
                  h={48}
                  leftSection={<IconVolume size={18} aria-hidden />}
                  onClick={() => {
                    unlockSound()
                    feedback(tone, t(`scanning.spoken.${tone}`), i18n.language, settings)
                  }}
                >
                  {t(`scanning.spoken.${tone}`)}
                </Button>
              ))}
            </Group>
          </Stack>
        </Card>
        <Card padding="md">
          <Title order={2} size="h5">
            {t('scanning.settings.wedge')}
          </Title>
          <Text size="sm" c="dimmed" mb="sm">
            {t('scanning.settings.wedgeText')}
          </Text>
          <Stack gap="sm">
            <Select
              size="md"
              label={t('scanning.settings.suffix')}
              value={settings.suffix}
              onChange={(value) => value && change({ suffix: value as ScanSettings['suffix'] })}
              data={(['ENTER', 'TAB', 'NONE'] as const).map((value) => ({
                value,
                label: t(`scanning.settings.suffixes.${value}`),
              }))}
            />
            <TextInput
              size="md"
              label={t('scanning.settings.prefix')}
              description={t('scanning.settings.prefixHint')}
              maxLength={8}
              value={settings.prefix}
              onChange={(event) => change({ prefix: event.currentTarget.value })}
            />
            <Text role="status">
              {tried === null ? t('scanning.settings.tryNow') : t('scanning.settings.tried', { code: shownCode(tried) })}
            </Text>
          </Stack>
        </Card>
        <Card padding="md">
          <Title order={2} size="h5">
            {t('scanning.settings.journal')}
          </Title>
          <Text mb="sm">
            {count.waiting === 0 ? t('scanning.settings.allSent') : t('scanning.waiting', { count: count.waiting })}{' '}
            {count.others.map((one) => t('scanning.ofOthers', { name: one.name, count: one.waiting })).join(' ')}
          </Text>
          <Text size="sm" c="dimmed" mb="sm">
            {t('scanning.settings.exportText')}
          </Text>
          <Button
            h={52}
            variant="default"
            leftSection={<IconDeviceFloppy size={20} aria-hidden />}
            onClick={() => void exportJournal().then((file) => saveBlob(file, 'eventkit-scans.json'))}
          >
            {t('scanning.export')}
          </Button>
        </Card>
        <Card padding="md">
          <Title order={2} size="h5">
            {t('scanning.cards.title')}
          </Title>
          <Text size="sm" c="dimmed" mb="sm">
            {t('scanning.cards.text')}
          </Text>
          <ButtonLink to="/scan/card" variant="default" h={52} leftSection={<IconPrinter size={20} aria-hidden />}>
            {t('scanning.cards.open')}
          </ButtonLink>
        </Card>
        <DevicesCard />
      </main>
    </ScanFrame>
  )
}
