import { Button, Group, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { logoUrl } from '@/components/CompanyMark'
import { FileDrop } from '@/components/FileDrop'
import { showDone, showProblem } from '@/components/toasts'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { type Company, changeLogo, companyQuery, removeLogo } from '../api/company'
import { Section } from './Section'
import classes from './SettingsPage.module.css'

/** The company's sign, saved at once. */
export function Logo({ company }: { company: Company }) {
  const { t } = useTranslation()
  const can = useCan()
  const text = useProblemText()
  const queryClient = useQueryClient()
  const take = async (saved: Company, words: string) => {
    queryClient.setQueryData(companyQuery.queryKey, saved)
    await queryClient.invalidateQueries({ queryKey: ['me'] })
    await queryClient.invalidateQueries({ queryKey: ['setup'] })
    showDone(words)
  }
  /** Of now: the form beside may have been saved since. */
  const version = () => queryClient.getQueryData(companyQuery.queryKey)?.version ?? company.version
  const remove = async () => {
    try {
      await take(await removeLogo(version()), t('settings.logoRemoved'))
    } catch (error) {
      showProblem(text(error))
    }
  }
  return (
    <Section title={t('settings.logo')} text={t('settings.logoText')}>
      {company.logoFileId && (
        <Group gap="md" align="center">
          <img
            className={classes.logo}
            src={logoUrl(company.logoFileId, 256)}
            alt={t('settings.logoOf', { name: company.name })}
          />
          {can('COMPANY_EDIT') && (
            <Button variant="subtle" color="bad" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void remove()}>
              {t('settings.removeLogo')}
            </Button>
          )}
        </Group>
      )}
      {can('COMPANY_EDIT') ? (
        <FileDrop
          label={t(company.logoFileId ? 'settings.replaceLogo' : 'settings.addLogo')}
          hint={t('settings.logoHint')}
          accept="image/png,image/jpeg,image/webp"
          multiple={false}
          send={async (file, options) => take(await changeLogo(file, version(), options), t('settings.logoSaved'))}
        />
      ) : (
        !company.logoFileId && <Text size="sm">–</Text>
      )}
    </Section>
  )
}
