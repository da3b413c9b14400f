import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/Link'
import { DoorPage } from './DoorPage'

/** EventKit sends no e-mail by itself, so a person who may change users hands out the link. */
export function ForgotPasswordPage() {
  const { t } = useTranslation()
  return (
    <DoorPage title={t('start.forgot.title')} text={t('start.forgot.text')}>
      <ButtonLink to="/sign-in" fullWidth>
        {t('start.toSignIn')}
      </ButtonLink>
    </DoorPage>
  )
}
