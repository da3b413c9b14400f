import { Button, Card, Center, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconDeviceMobilePlus, IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { type Device, devicesQuery, inviteDevice, revokeDevice } from '../api/devices'
import classes from './Scan.module.css'

/** Phones that were let in by a code, and the code that lets in another. */
export function DevicesCard() {
  const { t } = useTranslation()
  const format = useFormat()
  const problemText = useProblemText()
  const queryClient = useQueryClient()
  const devices = useQuery(devicesQuery)
  const [name, setName] = useState('')
  const [code, setCode] = useState<{ picture: string; url: string; expiresAt: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const invite = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setRefused(null)
    try {
      const [{ url, expiresAt }, { drawCode }] = await Promise.all([inviteDevice(name.trim()), import('../model/draw-code')])
      setCode({ picture: await drawCode(url), url, expiresAt })
      setName('')
    } catch (problem) {
      setRefused(problemText(problem))
    } finally {
      setBusy(false)
    }
  }
  const end = (device: Device) =>
    confirm({
      title: t('scanning.devices.endTitle', { name: device.name }),
      text: t('scanning.devices.endText'),
      action: t('scanning.devices.end'),
      danger: true,
      run: async () => {
        await revokeDevice(device.id)
        await queryClient.invalidateQueries({ queryKey: devicesQuery.queryKey })
      },
    })
  const here = devices.data?.items.filter((one) => one.revokedAt === null) ?? []
  return (
    <Card padding="md">
      <Title order={2} size="h5">
        {t('scanning.devices.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('scanning.devices.text')}
      </Text>
      <ul className={classes.lines} aria-label={t('scanning.devices.title')}>
        {here.map((device) => (
          <li key={device.id} className={classes.line}>
            <span className={classes.lineText}>
              <b>{device.name}</b>
              <Text size="sm" c="dimmed" component="span" display="block">
                {device.userName} ·{' '}
                {device.lastSeenAt
                  ? t('scanning.devices.seen', { at: format.dateTime(device.lastSeenAt) })
                  : t('scanning.devices.never')}
              </Text>
            </span>
            <Button
              variant="default"
              h={48}
              px="sm"
              aria-label={t('scanning.devices.endOf', { name: device.name })}
              onClick={() => end(device)}
            >
              <IconTrash size={20} aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <form onSubmit={invite} data-own-keys>
        <Group mt="sm" align="flex-end">
          <TextInput
            style={{ flex: '1 1 180px' }}
            size="md"
            label={t('scanning.devices.name')}
            placeholder={t('scanning.devices.example')}
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button
            type="submit"
            h={42}
            loading={busy}
            disabled={name.trim() === ''}
            leftSection={<IconDeviceMobilePlus size={20} aria-hidden />}
          >
            {t('scanning.devices.invite')}
          </Button>
        </Group>
      </form>
      {refused && (
        <Text c="bad" role="alert" mt="sm">
          {refused}
        </Text>
      )}
      {code && (
        <Stack mt="md" gap="xs" align="center" role="status">
          <Center p="sm" bg="#fff" style={{ borderRadius: 12 }}>
            <img src={code.picture} width={220} height={220} alt={t('scanning.devices.code')} />
          </Center>
          <Text size="sm" ta="center">
            {t('scanning.devices.scanIt', { at: format.dateTime(code.expiresAt) })}
          </Text>
        </Stack>
      )}
    </Card>
  )
}
