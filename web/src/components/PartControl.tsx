import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Which part of a list is shown; on a narrow phone it scrolls within itself. See `useShow`. */
export function PartControl<Part extends string>(props: {
  parts: readonly Part[]
  value: Part
  onChange: (part: Part) => void
  label: (part: Part) => string
}) {
  const { t } = useTranslation()
  return (
    <div style={{ maxWidth: '100%', overflowX: 'auto' }}>
      <SegmentedControl
        value={props.value}
        onChange={(value) => props.onChange(value as Part)}
        aria-label={t('grid.part')}
        data={props.parts.map((one) => ({ value: one, label: props.label(one) }))}
      />
    </div>
  )
}
