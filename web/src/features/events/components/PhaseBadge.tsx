import { useTranslation } from 'react-i18next'
import { StatusBadge } from '@/components/StatusBadge'
import { type Phase, phaseTone } from '../model/phases'

/** A phase in the company's own word, where it has one. */
export function PhaseBadge({ phase, own }: { phase: Phase; own?: string | null }) {
  const { t } = useTranslation()
  return <StatusBadge tone={phaseTone[phase]}>{own ?? t(`events.phases.${phase}`)}</StatusBadge>
}

/** An event's colour: that of its project or type. */
export function Dot({ colour }: { colour: string | null }) {
  if (!colour) return null
  return (
    <span
      aria-hidden
      style={{ display: 'inline-block', flex: 'none', width: 9, height: 9, borderRadius: 99, background: colour, marginRight: 7 }}
    />
  )
}
