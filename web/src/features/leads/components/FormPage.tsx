import { Anchor, Box, Card, Code, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '@/components/CopyButton'
import { SwitchField, TextAreaField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { TextLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { showDone } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useCan, useMe } from '@/lib/session'
import { type FormSetting, type SettingInput, settingInput, settingInputOf, settingQuery } from '../api/leads'

/** The public form: open or not, what stands on it, and how it gets onto the company's web site. */
export function FormPage() {
  const { t, i18n } = useTranslation()
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' })
  const language = (code: string) => names.of(code)
  const can = useCan()
  const queryClient = useQueryClient()
  const query = useQuery(settingQuery)
  return (
    <Box maw={860}>
      <TextLink to={'/leads' as '/'} size="sm">
        {t('leads.title')}
      </TextLink>
      <PageHeader title={t('leads.form.title')} text={t('leads.form.text')} />
      <QueryState query={query} lines={8}>
        {(setting) => (
          <Stack gap="md">
            <Card>
              <ResourceForm<SettingInput, FormSetting>
                schema={settingInput}
                values={settingInputOf(setting)}
                version={setting.version}
                disabled={!can('PIPELINE_EDIT')}
                save={(_, { changed, version }) => api.patch<FormSetting>('/lead-form', changed, { version })}
                reload={async () => {
                  const fresh = await queryClient.fetchQuery({ ...settingQuery, staleTime: 0 })
                  return { values: settingInputOf(fresh), version: fresh.version }
                }}
                onSaved={(saved) => {
                  queryClient.setQueryData(settingQuery.queryKey, saved)
                  showDone(t('leads.saved'))
                }}
              >
                <SwitchField name="open" label={t('leads.form.isOpen')} />
                <SimpleGrid cols={{ base: 1, sm: 2 }}>
                  <TextAreaField
                    name="introEn"
                    label={t('leads.form.intro', { language: language('en') })}
                    placeholder={t('leads.public.intro', { lng: 'en' })}
                    maxLength={2_000}
                  />
                  <TextAreaField name="introDe" label={t('leads.form.intro', { language: language('de') })} maxLength={2_000} />
                  <TextAreaField
                    name="thanksEn"
                    label={t('leads.form.thanks', { language: language('en') })}
                    placeholder={t('leads.public.thanks', { lng: 'en' })}
                    maxLength={2_000}
                  />
                  <TextAreaField name="thanksDe" label={t('leads.form.thanks', { language: language('de') })} maxLength={2_000} />
                </SimpleGrid>
              </ResourceForm>
            </Card>
            <Embedding open={setting.open} />
          </Stack>
        )}
      </QueryState>
    </Box>
  )
}

function Embedding({ open }: { open: boolean }) {
  const { t } = useTranslation()
  const me = useMe()
  const address = `${me.company.baseUrl || window.location.origin}/enquiry`
  const html = `<a href="${address}">${t('leads.public.title')}</a>`
  return (
    <Card>
      <Title order={2} size="h5">
        {t('leads.form.embed')}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {t('leads.form.embedText')}
      </Text>
      <Stack gap="sm">
        {[address, html].map((one) => (
          <Group key={one} wrap="nowrap">
            <Code style={{ overflowWrap: 'anywhere', flex: 1 }}>{one}</Code>
            <CopyButton value={one} />
          </Group>
        ))}
        {open && (
          <Anchor href={address} target="_blank" rel="noreferrer" size="sm">
            {t('leads.form.look')}
          </Anchor>
        )}
      </Stack>
    </Card>
  )
}
