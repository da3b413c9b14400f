import { IconArrowLeft, IconMapQuestion } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { ButtonLink } from '@/components/Link'
import { offerQuery, signedIn } from '../api/offers'
import type { Guest } from '../api/visit'
import { OfferBody } from './OfferBody'
import { useEnded } from './PortalHome'

/** One quote of a contact who is signed in. */
export function PortalQuote({ id, guest }: { id: string; guest: Guest }) {
  const { t } = useTranslation()
  const path = signedIn(id)
  useEnded(useQuery(offerQuery(path)).error)
  const back = (
    <div>
      <ButtonLink to="/portal" variant="default" size="xs" leftSection={<IconArrowLeft size={14} aria-hidden />}>
        {t('portal.home.all')}
      </ButtonLink>
    </div>
  )
  return (
    <OfferBody
      key={id}
      path={path}
      name={guest.name}
      head={back}
      missing={
        <EmptyState icon={IconMapQuestion} title={t('portal.home.gone')} text={t('portal.home.goneText')} whole>
          {back}
        </EmptyState>
      }
    />
  )
}
