import { Button } from '@mantine/core'
import { IconBox, IconPlus, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import type { BulkAction } from '@/components/grid/types'
import { ButtonLink } from '@/components/Link'
import { later } from '@/components/later'
import { PageHeader } from '@/components/PageHeader'
import { useCan } from '@/lib/session'
import { AssetGrid } from './AssetGrid'

const RegisterDialog = later(() => import('./RegisterDialog').then((file) => file.RegisterDialog))

export function AssetsPage({ more }: { more?: BulkAction[] }) {
  const { t } = useTranslation()
  const can = useCan()
  const [registering, setRegistering] = useState(false)
  const register = can('ASSET_EDIT') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setRegistering(true)}>
      {t('inventory.register')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('inventory.assets')} text={t('inventory.assetsText')}>
        {register}
      </PageHeader>
      <AssetGrid
        more={more}
        empty={
          <EmptyState icon={IconBox} title={t('inventory.noAssets')} text={t('inventory.noAssetsText')}>
            {register}{' '}
            {can('IMPORT') && (
              <ButtonLink to={'/imports' as '/'} variant="default" leftSection={<IconUpload size={16} aria-hidden />}>
                {t('inventory.importFirst')}
              </ButtonLink>
            )}
          </EmptyState>
        }
      />
      {registering && <RegisterDialog onClose={() => setRegistering(false)} />}
    </>
  )
}
