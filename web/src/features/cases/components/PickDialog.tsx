import { Alert, Button, Group, Modal, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RemotePicker } from '@/components/form/RemotePicker'
import { useProblemText } from '@/lib/problems'
import { thingLabel } from '@/lib/thing-label'
import type { FlightCase } from '../api/cases'
import { pathOf } from './path'
import type { Picked, Thing } from './picked'

/**
 * Chooses an asset, pieces of a product or a case from the lists. Stays open for the next one. `onlyCounted` leaves numbered
 * products out: they are packed one by one.
 */
export function PickDialog(props: {
  title: string
  action: string
  of: FlightCase
  /** Loose pieces come from a place; what merely belongs in a case does not. */
  fromPlace?: boolean
  onlyCounted?: boolean
  onPick: (picked: Picked) => Promise<unknown> | unknown
  onClose: () => void
}) {
  const { t } = useTranslation()
  const text = useProblemText()
  const [of, setOf] = useState<Thing>('assets')
  const [thing, setThing] = useState<{ id: string; label: string } | null>(null)
  const [quantity, setQuantity] = useState(1)
  const [place, setPlace] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const [said, setSaid] = useState<string>()
  const go = async () => {
    if (!thing) return
    setBusy(true)
    setRefusal(undefined)
    try {
      await props.onPick({ of, id: thing.id, label: thing.label, quantity, locationId: place })
      setSaid(thing.label)
      setThing(null)
      setQuantity(1)
    } catch (error) {
      setRefusal(text(error))
    }
    setBusy(false)
  }
  return (
    <Modal opened onClose={props.onClose} title={<Text fw={650}>{props.title}</Text>} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void go()
        }}
      >
        <Stack gap="md">
          <SegmentedControl
            fullWidth
            value={of}
            onChange={(value) => {
              setOf(value as Thing)
              setThing(null)
            }}
            aria-label={t('cases.whatToAdd')}
            data={[
              { value: 'assets', label: t('cases.things.assets') },
              { value: 'products', label: t('cases.things.products') },
              { value: 'cases', label: t('cases.things.cases') },
            ]}
          />
          <RemotePicker
            key={of}
            label={t(`cases.things.${of}`)}
            endpoint={`/${of}`}
            query={of === 'products' && props.onlyCounted ? { kind: ['BULK', 'CONSUMABLE'] } : undefined}
            optionLabel={thingLabel}
            value={thing?.id ?? null}
            chosenLabel={thing?.label}
            onChange={(id, item) => setThing(id && id !== props.of.id ? { id, label: item ? thingLabel(item) : id } : null)}
            required
          />
          {of === 'products' && (
            <Group gap="sm" align="flex-start" grow>
              <NumberInput
                label={t('cases.pieces')}
                value={quantity}
                onChange={(value) => setQuantity(Math.max(1, Number(value) || 1))}
                min={1}
                allowDecimal={false}
              />
              {props.fromPlace && (
                <RemotePicker
                  label={t('cases.fromPlace')}
                  placeholder={props.of.locationName}
                  endpoint="/locations"
                  optionLabel={pathOf}
                  value={place}
                  onChange={setPlace}
                />
              )}
            </Group>
          )}
          {refusal && (
            <Alert color="bad" role="alert">
              {refusal}
            </Alert>
          )}
          <Group justify="space-between">
            <Text size="sm" c="dimmed" role="status">
              {said && t('cases.added', { label: said })}
            </Text>
            <Group gap="sm">
              <Button variant="default" onClick={props.onClose}>
                {t('common.close')}
              </Button>
              <Button type="submit" loading={busy} disabled={!thing}>
                {props.action}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
