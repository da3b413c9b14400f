import {
  ActionIcon,
  Alert,
  Button,
  Card,
  Checkbox,
  Group,
  NumberInput,
  Progress,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { IconChecks, IconPackageImport, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { RemotePicker } from '@/components/form/RemotePicker'
import { ScanField } from '@/components/ScanField'
import { showDone } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { itemText, type Line, resolveCode, type Transfer } from '../api/transfers'
import { arrivedOf, fresh, nothing, receiptOf, type Ticks } from '../model/receipt'
import { LineName, LinesTable } from './LinesTable'
import classes from './ReceiveTab.module.css'
import { pathOf } from './TransferFields'

const STEP = 200

/** Ticks off what has arrived, by scanning or by hand; a part now, the rest later, or the rest is missing. */
export function ReceiveTab({
  transfer,
  lines,
  onChanged,
}: {
  transfer: Transfer
  lines: Line[]
  onChanged: () => Promise<void>
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = useProblemText()
  // A page left by mistake does not lose an hour's scanning.
  const [ticks, setTicks] = useSessionStorage<Ticks>({
    key: `eventkit.receipt.${transfer.id}`,
    defaultValue: fresh,
    getInitialValueInEffect: false,
  })
  const [onlyOpen, setOnlyOpen] = useState(false)
  const [shown, setShown] = useState(STEP)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const pending = lines.filter((line) => line.outcome === 'PENDING')
  const settled = lines.filter((line) => line.outcome !== 'PENDING')
  const ticked = pending.filter((line) => ticks.lines[line.id] !== undefined)
  const visible = onlyOpen ? pending.filter((line) => ticks.lines[line.id] === undefined) : pending
  const set = (id: string, tick: Ticks['lines'][string] | undefined) =>
    setTicks((old) => {
      const next = { ...old.lines }
      if (tick) next[id] = tick
      else delete next[id]
      return { ...old, lines: next }
    })

  const take = async (code: string) => {
    const found = await resolveCode(code)
    const line = pending.find((one) => one.itemId === found.id)
    if (line) {
      set(line.id, arrivedOf(line))
      return t('transfers.tickedNamed', { label: found.label })
    }
    if (settled.some((one) => one.itemId === found.id)) throw new Error(t('transfers.arrivedAlready', { label: found.label }))
    if (found.kind !== 'ASSET') throw new Error(t('transfers.notOnList', { label: found.label }))
    setTicks((old) =>
      old.surplus.some((one) => one.assetId === found.id)
        ? old
        : { ...old, surplus: [...old.surplus, { assetId: found.id, label: found.label }] },
    )
    return t('transfers.surplusNamed', { label: found.label })
  }
  const send = async (complete: boolean) => {
    const after = await api.post<Transfer>(`/transfers/${transfer.id}/receipt`, receiptOf(ticks, pending, complete))
    setTicks(fresh)
    await onChanged()
    showDone(
      after.state === 'RECEIVED'
        ? t('transfers.receivedNamed', { number: transfer.number })
        : t('transfers.receivedPart', { count: ticked.length }),
    )
  }
  const receive = async () => {
    setBusy(true)
    setRefusal(undefined)
    try {
      await send(false)
    } catch (error) {
      setRefusal(
        isProblem(error, 'invalid') && error.errors.length ? error.errors.map((one) => one.message).join(' ') : text(error),
      )
    }
    setBusy(false)
  }
  const missing = pending.filter((line) => ticks.lines[line.id] === undefined)
  const finish = () =>
    confirm({
      title: t('transfers.missingTitle', { count: missing.length }),
      text: (
        <>
          {t('transfers.missingText')}
          <ul className={classes.missing}>
            {missing.slice(0, 8).map((line) => (
              <li key={line.id}>{itemText(line)}</li>
            ))}
            {missing.length > 8 && <li>{t('transfers.andMore', { count: missing.length - 8 })}</li>}
          </ul>
        </>
      ),
      action: t('transfers.reportMissing'),
      danger: true,
      run: () => send(true),
    })

  return (
    <Stack gap="md">
      <Card padding="md">
        <Stack gap="sm">
          <ScanField label={t('transfers.scanToReceive')} take={take} />
          <RemotePicker
            label={t('transfers.putTo')}
            description={t('transfers.putToHint', { to: transfer.to.name })}
            endpoint="/locations"
            query={{ under: transfer.to.id }}
            optionLabel={pathOf}
            value={ticks.locationId}
            onChange={(id) => setTicks((old) => ({ ...old, locationId: id }))}
          />
        </Stack>
      </Card>
      <Card padding={0}>
        <div className={classes.bar}>
          <div className={classes.progress}>
            <Text size="sm" fw={600} role="status">
              {t('transfers.tickedOf', { ticked: format.number(ticked.length), lines: format.number(pending.length) })}
            </Text>
            <Progress
              value={pending.length ? (ticked.length / pending.length) * 100 : 0}
              size="sm"
              aria-label={t('transfers.progress')}
            />
          </div>
          <Group gap="sm">
            <Switch
              size="sm"
              label={t('transfers.onlyOpen')}
              checked={onlyOpen}
              onChange={(event) => setOnlyOpen(event.currentTarget.checked)}
            />
            <Button
              size="xs"
              variant="default"
              leftSection={<IconChecks size={15} aria-hidden />}
              onClick={() =>
                setTicks((old) => ({
                  ...old,
                  lines: Object.fromEntries(pending.map((line) => [line.id, old.lines[line.id] ?? arrivedOf(line)])),
                }))
              }
            >
              {t('transfers.tickAll')}
            </Button>
          </Group>
        </div>
        <ul className={classes.lines}>
          {visible.slice(0, shown).map((line) => {
            const tick = ticks.lines[line.id]
            return (
              <li key={line.id} className={classes.line} data-ticked={tick !== undefined || undefined}>
                <Checkbox
                  aria-label={t('transfers.hasArrived', { label: itemText(line) })}
                  checked={tick !== undefined}
                  onChange={(event) => set(line.id, event.currentTarget.checked ? arrivedOf(line) : undefined)}
                />
                <LineName line={line} />
                {line.kind === 'STOCK' ? (
                  <NumberInput
                    size="xs"
                    aria-label={t('transfers.arrivedPieces', { label: line.name })}
                    value={tick?.quantity ?? ''}
                    placeholder={format.number(line.quantity)}
                    onChange={(value) =>
                      set(line.id, value === '' ? undefined : { ...(tick ?? nothing), quantity: Number(value) })
                    }
                    min={0}
                    max={1_000_000}
                    allowDecimal={false}
                    suffix={` / ${format.number(line.quantity)}`}
                    className={classes.quantity}
                  />
                ) : (
                  <span className={classes.quantity} />
                )}
                {tick ? (
                  <TextInput
                    size="xs"
                    aria-label={t('transfers.noteOn', { label: itemText(line) })}
                    placeholder={t('transfers.note')}
                    value={tick.note}
                    maxLength={500}
                    onChange={(event) => set(line.id, { ...tick, note: event.currentTarget.value })}
                    className={classes.note}
                  />
                ) : (
                  <span className={classes.note} />
                )}
              </li>
            )
          })}
        </ul>
        {visible.length > shown && (
          <Group justify="center" p="sm">
            <Button variant="default" onClick={() => setShown(shown + STEP)}>
              {t('common.showMore')}
            </Button>
          </Group>
        )}
      </Card>
      {ticks.surplus.length > 0 && (
        <Alert color="violet" title={t('transfers.surplusTitle')}>
          <Text size="sm">{t('transfers.surplusText')}</Text>
          <Group gap="xs" mt="xs">
            {ticks.surplus.map((one) => (
              <Group key={one.assetId} gap={2}>
                <Text size="sm" fw={600}>
                  {one.label}
                </Text>
                <ActionIcon
                  size={24}
                  aria-label={t('transfers.notArrived', { label: one.label })}
                  onClick={() => setTicks((old) => ({ ...old, surplus: old.surplus.filter((other) => other !== one) }))}
                >
                  <IconX size={14} aria-hidden />
                </ActionIcon>
              </Group>
            ))}
          </Group>
        </Alert>
      )}
      {refusal && (
        <Alert color="bad" role="alert">
          {refusal}
        </Alert>
      )}
      <Group justify="flex-end">
        {missing.length > 0 && (
          <Button variant="subtle" color="bad" onClick={finish}>
            {t('transfers.restMissing', { count: missing.length })}
          </Button>
        )}
        <Button
          loading={busy}
          disabled={ticked.length === 0 && ticks.surplus.length === 0}
          leftSection={<IconPackageImport size={16} aria-hidden />}
          onClick={() => void receive()}
        >
          {t(missing.length === 0 ? 'transfers.receiveAll' : 'transfers.receiveTicked', { count: ticked.length })}
        </Button>
      </Group>
      {settled.length > 0 && (
        <section>
          <Text fw={600} size="sm" mb="xs">
            {t('transfers.settled')}
          </Text>
          <LinesTable lines={settled} />
        </section>
      )}
    </Stack>
  )
}
