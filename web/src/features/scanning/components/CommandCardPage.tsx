import { Card } from '@mantine/core'
import { IconBolt } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { ButtonLink } from '@/components/Link'
import classes from './Scan.module.css'

/** A command card was read by the phone's own camera app: it does something only while one scans. */
export function CommandCardPage() {
  const { t } = useTranslation()
  return (
    <main className={classes.page}>
      <Card>
        <EmptyState whole icon={IconBolt} title={t('scanning.card.title')} text={t('scanning.card.text')}>
          <ButtonLink to="/scan" h={52}>
            {t('scanning.title')}
          </ButtonLink>
        </EmptyState>
      </Card>
    </main>
  )
}
