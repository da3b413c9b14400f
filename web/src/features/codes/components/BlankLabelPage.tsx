import { Alert, Button, Card, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconLink, IconQrcode } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RemotePicker } from '@/components/form/RemotePicker'
import { useKindText } from '@/components/KindText'
import { showDone } from '@/components/toasts'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { thingLabel } from '@/lib/thing-label'
import { bindBlank, type CodeKind, resolveCode } from '../api/codes'
import classes from './CodePage.module.css'
import { ScannedPage } from './ThingPage'

/** Where each kind is searched, and what it needs to be seen. */
const kinds: Record<CodeKind, { endpoint: string; needs: string }> = {
  ASSET: { endpoint: '/assets', needs: 'ASSET_READ' },
  CASE: { endpoint: '/cases', needs: 'ASSET_READ' },
  LOCATION: { endpoint: '/locations', needs: 'LOCATION_READ' },
  KIT: { endpoint: '/kits', needs: 'PRODUCT_READ' },
}

/** A label printed ahead, at its first scan: choose what it shall stand on. */
export function BlankLabelPage({ id, shortCode }: { id: string; shortCode: string }) {
  const { t } = useTranslation()
  const can = useCan()
  const problemText = useProblemText()
  const kindText = useKindText()
  const queryClient = useQueryClient()
  const [kind, setKind] = useState<CodeKind>('ASSET')
  const [chosen, setChosen] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState<string>()
  const [busy, setBusy] = useState(false)
  const bind = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setRefused(undefined)
    try {
      let target: { kind: string; id: string } | undefined = chosen ? { kind, id: chosen } : undefined
      if (!target) {
        const found = await resolveCode(typed)
        if (found.kind === 'BLANK_LABEL') return setRefused(t('codes.alsoBlank'))
        target = { kind: found.kind, id: found.id }
      }
      await bindBlank(id, target)
      showDone(t('codes.bound', { code: shortCode }))
      await queryClient.invalidateQueries({ queryKey: ['codes'] })
    } catch (error) {
      setRefused(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <ScannedPage>
      <Card padding="lg">
        <Text size="sm" c="dimmed" mb="xs">
          <IconQrcode size={16} aria-hidden style={{ verticalAlign: '-3px' }} /> {t('codes.blank')}
        </Text>
        <Title order={1} className={`${classes.number} num`}>
          {shortCode}
        </Title>
        <Text c="dimmed" mt="xs">
          {can('LABEL_PRINT') ? t('codes.blankText') : t('codes.blankNotYou')}
        </Text>
      </Card>
      {can('LABEL_PRINT') && (
        <Card padding="lg" component="form" onSubmit={bind}>
          <Stack>
            <SegmentedControl
              fullWidth
              size="md"
              aria-label={t('codes.kind')}
              value={kind}
              onChange={(value) => {
                setKind(value as CodeKind)
                setChosen(null)
              }}
              data={(Object.keys(kinds) as CodeKind[])
                .filter((one) => can(kinds[one].needs))
                .map((one) => ({ value: one, label: kindText(one) }))}
            />
            <RemotePicker
              key={kind}
              label={t('codes.choose')}
              endpoint={kinds[kind].endpoint}
              optionLabel={thingLabel}
              value={chosen}
              onChange={setChosen}
            />
            <TextInput
              size="md"
              label={t('codes.orNumber')}
              description={t('codes.orNumberHint')}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              disabled={chosen !== null}
              autoComplete="off"
              autoCapitalize="characters"
            />
            {refused && (
              <Alert color="bad" role="alert">
                {refused}
              </Alert>
            )}
            <Button
              type="submit"
              size="lg"
              fullWidth
              loading={busy}
              disabled={!chosen && typed.trim() === ''}
              leftSection={<IconLink size={20} aria-hidden />}
            >
              {t('codes.bind')}
            </Button>
          </Stack>
        </Card>
      )}
    </ScannedPage>
  )
}
