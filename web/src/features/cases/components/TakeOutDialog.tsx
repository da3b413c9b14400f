import { Button, Group, Modal, NumberInput, Text } from '@mantine/core'
import { IconArchive } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** How many of the counted pieces come out of the case. */
export function TakeOutDialog(props: {
  label: string
  pieces: number
  onClose: () => void
  takeOut: (quantity: number) => Promise<void>
}) {
  const { t } = useTranslation()
  const [quantity, setQuantity] = useState(props.pieces)
  return (
    <Modal opened onClose={props.onClose} title={<Text fw={650}>{props.label}</Text>} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          props.onClose()
          void props.takeOut(quantity)
        }}
      >
        <NumberInput
          label={t('cases.pieces')}
          value={quantity}
          onChange={(value) => setQuantity(Math.min(props.pieces, Math.max(1, Number(value) || 1)))}
          min={1}
          max={props.pieces}
          allowDecimal={false}
          data-autofocus
        />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={props.onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" leftSection={<IconArchive size={16} aria-hidden />}>
            {t('cases.unpack')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
