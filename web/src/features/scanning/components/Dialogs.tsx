import { Button, Drawer, Group, Modal, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconBackspace, IconCamera, IconCheck, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { loadsQuery } from '../api/loads'
import { shrink } from '../model/damage-photos'
import { QUANTITY_MAX } from '../model/read-code'
import type { Thing } from '../model/scan'
import type { Station } from '../model/station'
import type { Asking, StationState } from '../model/station-state'
import classes from './Scan.module.css'

/** As high as what is in it, where the thumb is. */
const atThumb = { content: { height: 'auto', borderRadius: '16px 16px 0 0' } }

/** As many as a scan may have. */
const PHOTOS_MAX = 20
const VEHICLES_MAX = 8

/** The question that a scan waits for. */
export function Question({ asking, photos, station }: { asking: Asking | null; photos: Blob[]; station: Station }) {
  if (asking?.kind === 'QUANTITY') return <NumberPad key={asking.thing.id} asking={asking} station={station} />
  if (asking?.kind === 'DAMAGE') return <DamageNote thing={asking.thing} photos={photos} station={station} />
  if (asking?.kind === 'CHOOSE') return <Which matches={asking.matches} station={station} />
  return null
}

function NumberPad({ asking, station }: { asking: Extract<Asking, { kind: 'QUANTITY' }>; station: Station }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  // Each further scan of the same label counts one.
  useEffect(() => {
    if (asking.counted > 1) setTyped(String(asking.counted))
  }, [asking.counted])
  const amount = Number(typed || asking.counted)
  const press = (digit: string) => setTyped((old) => String(Math.min(QUANTITY_MAX, Number(old + digit))).replace(/^0$/, ''))
  return (
    <Drawer
      opened
      onClose={station.dismiss}
      position="bottom"
      styles={atThumb}
      title={<Text fw={650}>{asking.thing.name || asking.thing.label}</Text>}
    >
      <Stack gap="sm" maw={420} mx="auto">
        <Text ta="center" c="dimmed">
          {t('scanning.howMany')}
        </Text>
        <div className={`${classes.amount} num`} aria-live="polite" data-testid="amount">
          {amount}
        </div>
        {asking.suggested !== null && asking.suggested > 1 && (
          <Button variant="light" h={52} onClick={() => setTyped(String(asking.suggested))}>
            {t('scanning.all', { count: asking.suggested })}
          </Button>
        )}
        <div className={classes.pad}>
          {['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'].map((digit) => (
            <Button
              key={digit}
              variant="default"
              onClick={() => press(digit)}
              style={digit === '0' ? { gridColumn: 2 } : undefined}
            >
              {digit}
            </Button>
          ))}
          <Button variant="default" aria-label={t('scanning.deleteDigit')} onClick={() => setTyped((old) => old.slice(0, -1))}>
            <IconBackspace size={26} aria-hidden />
          </Button>
        </div>
        <Button
          h={64}
          size="lg"
          leftSection={<IconCheck size={24} aria-hidden />}
          disabled={amount < 1}
          onClick={() => void station.answerQuantity(amount)}
        >
          {t('scanning.takeThese', { count: amount })}
        </Button>
      </Stack>
    </Drawer>
  )
}

function DamageNote({ thing, photos, station }: { thing: Thing | null; photos: Blob[]; station: Station }) {
  const { t } = useTranslation()
  const [note, setNote] = useState('')
  const [shown, setShown] = useState<string[]>([])
  useEffect(() => {
    const addresses = photos.map((photo) => URL.createObjectURL(photo))
    setShown(addresses)
    return () => addresses.forEach((address) => void URL.revokeObjectURL(address))
  }, [photos])
  const add = async (input: HTMLInputElement) => {
    const taken = [...(input.files ?? [])]
    input.value = ''
    const small = await Promise.all(taken.map(shrink))
    station.choose({ photos: [...station.state.photos, ...small].slice(0, PHOTOS_MAX) })
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    void station.sayDamage(note)
  }
  return (
    <Drawer
      opened
      onClose={station.dismiss}
      position="bottom"
      styles={atThumb}
      title={<Text fw={650}>{thing?.label ?? t('scanning.damage')}</Text>}
    >
      <Stack component="form" onSubmit={save} gap="sm" maw={520} mx="auto">
        <Textarea
          label={t('scanning.whatIsBroken')}
          description={t('scanning.whatIsBrokenHint')}
          size="md"
          autosize
          minRows={2}
          maxLength={1000}
          value={note}
          onChange={(event) => {
            setNote(event.currentTarget.value)
            station.choose({ note: event.currentTarget.value })
          }}
        />
        <Group gap="xs">
          <Button component="label" variant="default" h={52} leftSection={<IconCamera size={22} aria-hidden />}>
            {t('scanning.takePhoto')}
            <input
              type="file"
              accept="image/*"
              capture="environment"
              multiple
              aria-label={t('scanning.takePhoto')}
              className={classes.unseen}
              onChange={(event) => void add(event.currentTarget)}
            />
          </Button>
          {shown.map((address, at) => (
            <button
              key={address}
              type="button"
              className={classes.photo}
              aria-label={t('scanning.dropPhoto', { number: at + 1 })}
              onClick={() => station.choose({ photos: photos.filter((_one, other) => other !== at) })}
            >
              <img src={address} alt="" />
              <IconX size={18} aria-hidden />
            </button>
          ))}
        </Group>
        <Button type="submit" h={64} size="lg" color="bad">
          {t('scanning.reportDamage')}
        </Button>
      </Stack>
    </Drawer>
  )
}

function Which({ matches, station }: { matches: Thing[]; station: Station }) {
  const { t } = useTranslation()
  return (
    <Drawer
      opened
      onClose={station.dismiss}
      position="bottom"
      styles={atThumb}
      title={<Text fw={650}>{t('scanning.which')}</Text>}
    >
      <Stack gap="xs">
        {matches.map((thing) => (
          <button key={thing.id} type="button" className={classes.line} onClick={() => void station.pick(thing)}>
            <span className={classes.lineText}>
              <b>{thing.label}</b>
              <Text size="sm" c="dimmed" component="span" display="block">
                {thing.name}
              </Text>
            </span>
          </button>
        ))}
      </Stack>
    </Drawer>
  )
}

/** For a label that nothing can read: its number, typed by a person. */
export function TypeCode({ opened, onClose, station }: { opened: boolean; onClose: () => void; station: Station }) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const enter = (event: FormEvent) => {
    event.preventDefault()
    if (!code.trim()) return
    void station.read(code, 'TYPED')
    setCode('')
    onClose()
  }
  return (
    <Modal opened={opened} onClose={onClose} title={t('scanning.typeCode')}>
      <form onSubmit={enter} data-own-keys>
        <TextInput
          data-autofocus
          size="lg"
          label={t('scanning.code')}
          description={t('scanning.typeHint')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="done"
        />
        <Group mt="md" grow>
          <Button variant="default" h={52} onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" h={52} disabled={!code.trim()}>
            {t('scanning.take')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

/** Onto which vehicle things go from now on. */
export function Vehicle({
  onClose,
  station,
  state,
  eventId,
}: {
  onClose: () => void
  station: Station
  state: StationState
  eventId: string | null
}) {
  const { t } = useTranslation()
  const [name, setName] = useState(state.vehicle)
  // What others have named, as far as there is a network: one vehicle by one name.
  const loads = useQuery({ ...loadsQuery(eventId ?? ''), enabled: eventId !== null, retry: false })
  const mine = state.recent.flatMap(({ line }) => (line.vehicle && line.eventId === eventId ? [line.vehicle] : []))
  const theirs = loads.data?.flatMap(({ vehicle }) => vehicle ?? []) ?? []
  const known = [...new Set([...theirs, ...mine])].slice(0, VEHICLES_MAX)
  const take = (vehicle: string) => {
    station.choose({ vehicle })
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('scanning.vehicle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          take(name)
        }}
      >
        {known.length > 0 && (
          <Group gap="xs" mb="md" aria-label={t('scanning.vehicleKnown')} role="group">
            {known.map((one) => (
              <Button key={one} h={48} variant={one === state.vehicle ? 'filled' : 'default'} onClick={() => take(one)}>
                {one}
              </Button>
            ))}
          </Group>
        )}
        <TextInput
          data-autofocus
          size="lg"
          label={t('scanning.vehicle')}
          description={t('scanning.vehicleHint')}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <SimpleGrid cols={2} mt="md">
          <Button variant="default" h={52} onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" h={52}>
            {t('common.save')}
          </Button>
        </SimpleGrid>
      </form>
    </Modal>
  )
}
