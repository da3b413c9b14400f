import { Avatar, UnstyledButton } from '@mantine/core'
import type { ComponentPropsWithRef } from 'react'
import { useTranslation } from 'react-i18next'

export function AccountButton({ name, ...button }: { name: string } & ComponentPropsWithRef<'button'>) {
  const { t } = useTranslation()
  return (
    <UnstyledButton aria-label={t('shell.userMenu', { name })} {...button} style={{ borderRadius: 99 }}>
      <Avatar name={name} color="brand" variant="filled" size={36} />
    </UnstyledButton>
  )
}
