import { Button, Card, Code, Group, Modal, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showDone } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useProblemText } from '@/lib/problems'
import { previewOf, type Template, templatePath, templatesQuery, type Words, wordsInput } from '../api/mail'

const languages = { en: 'English', de: 'Deutsch' }

/** The words of each kind of e-mail, in each language. */
export function TemplateList() {
  const { t, i18n } = useTranslation()
  const query = useQuery(templatesQuery)
  const [open, setOpen] = useState<Template>()
  return (
    <QueryState query={query} lines={8}>
      {({ items }) => (
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('mail.wordsText')}
          </Text>
          {[...new Set(items.map((one) => one.kind))].map((kind) => (
            <Card key={kind} padding="md">
              <Group justify="space-between">
                <div>
                  <Text fw={600}>{t(`mail.kinds.${kind}`)}</Text>
                  <Text size="sm" c="dimmed">
                    {items.find((one) => one.kind === kind && one.locale === i18n.language)?.subject}
                  </Text>
                </div>
                <Group gap="xs">
                  {items
                    .filter((one) => one.kind === kind)
                    .map((one) => (
                      <Button
                        key={one.locale}
                        size="xs"
                        variant="default"
                        onClick={() => setOpen(one)}
                        rightSection={one.own ? <StatusBadge tone="info">{t('mail.own')}</StatusBadge> : undefined}
                        aria-label={t('mail.edit', { kind: t(`mail.kinds.${kind}`), language: languages[one.locale] })}
                      >
                        {languages[one.locale]}
                      </Button>
                    ))}
                </Group>
              </Group>
            </Card>
          ))}
          {open && <TemplateDialog template={open} onClose={() => setOpen(undefined)} />}
        </Stack>
      )}
    </QueryState>
  )
}

function TemplateDialog({ template, onClose }: { template: Template; onClose: () => void }) {
  const { t } = useTranslation()
  const refresh = useRefresh(['mail'])
  const done = async () => {
    await refresh()
    showDone(t('mail.saved'))
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={<Text fw={650}>{`${t(`mail.kinds.${template.kind}`)} · ${languages[template.locale]}`}</Text>}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('mail.factsText')}{' '}
          {template.facts.map((fact) => (
            <Code key={fact} mr={4}>{`{{${fact}}}`}</Code>
          ))}
        </Text>
        <ResourceForm<Words, Template>
          schema={wordsInput}
          values={{ subject: template.subject, body: template.body }}
          version={template.version}
          inDialog
          onCancel={onClose}
          save={(words, { version }) => api.put<Template>(templatePath(template), words, { version })}
          onSaved={() => void done()}
        >
          <TextField name="subject" label={t('mail.subject')} required maxLength={200} />
          <TextAreaField name="body" label={t('mail.body')} required rows={12} maxLength={20_000} />
          <Preview template={template} />
        </ResourceForm>
        {template.own && (
          <Button
            variant="subtle"
            style={{ alignSelf: 'flex-start' }}
            onClick={() =>
              confirm({
                title: t('mail.resetTitle'),
                text: t('mail.resetText'),
                action: t('mail.reset'),
                run: async () => {
                  await api.delete(templatePath(template), { version: template.version })
                  await done()
                },
              })
            }
          >
            {t('mail.reset')}
          </Button>
        )}
      </Stack>
    </Modal>
  )
}

/** As it will look, with made-up facts; a frame without scripts or an origin of its own. */
function Preview({ template }: { template: Template }) {
  const { t } = useTranslation()
  const text = useProblemText()
  const form = useFormContext<Words>()
  const [shown, setShown] = useState<{ subject: string; html: string } | string>()
  const show = () =>
    previewOf(template, form.getValues()).then(setShown, (error) =>
      setShown((error as { errors?: { message: string }[] }).errors?.map((one) => one.message).join(' ') || text(error)),
    )
  return (
    <Stack gap="xs">
      <Button variant="default" size="xs" onClick={() => void show()} style={{ alignSelf: 'flex-start' }}>
        {t('mail.preview')}
      </Button>
      {typeof shown === 'string' && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {shown}
        </Text>
      )}
      {shown && typeof shown !== 'string' && (
        <Card withBorder padding="sm">
          <Text size="sm" fw={600}>
            {shown.subject}
          </Text>
          <iframe
            title={t('mail.preview')}
            sandbox=""
            srcDoc={shown.html}
            style={{ width: '100%', height: 300, border: 0, background: '#fff', colorScheme: 'light' }}
          />
        </Card>
      )}
    </Stack>
  )
}
