import { Box, Card, Center, Group, NativeSelect, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { logoUrl } from '@/components/CompanyMark'
import { DateField, TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { QueryState } from '@/components/QueryState'
import { type Language, setLanguage } from '@/lib/i18n'
import { type EnquiryInput, emptyEnquiry, enquiryInput, type Shown, sendEnquiry, shownQuery } from '../api/enquiry'
import { solved } from '../model/task'

/** Younger than this, the server takes it for a machine's. */
const READING_MILLIS = 3_500

/** The company's public page: anybody asks for an offer, without an account. */
export function EnquiryPage() {
  const { t, i18n } = useTranslation()
  const language = i18n.language
  const query = useQuery(shownQuery(language))
  const shown = query.data
  useEffect(() => {
    if (shown) document.title = `${t('leads.public.title')} · ${shown.company}`
  }, [shown, t])
  return (
    <Box component="main" mih="100dvh" px="md" py={{ base: 'lg', sm: 48 }}>
      <Stack gap="md" maw={680} mx="auto">
        {shown && (
          <Group gap="sm" wrap="nowrap">
            {shown.logoFileId && (
              <img src={logoUrl(shown.logoFileId, 256)} alt="" style={{ maxHeight: 56, maxWidth: 180, objectFit: 'contain' }} />
            )}
            <Text fw={700} size="lg" style={{ overflowWrap: 'anywhere' }}>
              {shown.company}
            </Text>
          </Group>
        )}
        <Card padding="xl">
          <Title order={1} size="h3">
            {t('leads.public.title')}
          </Title>
          <QueryState query={query} lines={8}>
            {(form) => <Form key={form.task} form={form} language={language} />}
          </QueryState>
        </Card>
        <Group justify="center">
          <NativeSelect
            size="xs"
            aria-label={t('start.language')}
            value={language}
            onChange={(event) => void setLanguage(event.currentTarget.value as Language)}
            data={[
              { value: 'en', label: 'English' },
              { value: 'de', label: 'Deutsch' },
            ]}
          />
        </Group>
      </Stack>
    </Box>
  )
}

function Form({ form, language }: { form: Shown; language: string }) {
  const { t } = useTranslation()
  const [sent, setSent] = useState(false)
  const began = useRef(Date.now())
  const answer = useRef<Promise<string>>(undefined)
  useEffect(() => {
    const leaving = new AbortController()
    answer.current = solved(form.task, form.bits, leaving.signal)
    // Who leaves the page wants no answer.
    answer.current.catch(() => undefined)
    return () => leaving.abort()
  }, [form.task, form.bits])
  if (sent) {
    return (
      <Center mih={200} role="status">
        <Stack align="center" gap="sm">
          <IconCircleCheck size={44} stroke={1.4} aria-hidden />
          <Text fw={600}>{t('leads.public.sent')}</Text>
          <Text ta="center" style={{ whiteSpace: 'pre-line' }}>
            {form.thanks ?? t('leads.public.thanks')}
          </Text>
        </Stack>
      </Center>
    )
  }
  return (
    <>
      <Text size="sm" c="dimmed" mt={4} mb="lg" style={{ whiteSpace: 'pre-line' }}>
        {form.intro ?? t('leads.public.intro')}
      </Text>
      <ResourceForm<EnquiryInput, void>
        schema={enquiryInput}
        values={emptyEnquiry}
        inDialog
        submitLabel={t('leads.public.send')}
        save={async (values) => {
          const worked = await answer.current!
          const left = began.current + READING_MILLIS - Date.now()
          if (left > 0) await new Promise((resolve) => setTimeout(resolve, left))
          await sendEnquiry(values, language, form.task, worked)
        }}
        onSaved={() => setSent(true)}
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextField name="name" label={t('leads.public.name')} required maxLength={200} autoComplete="name" />
          <TextField name="company" label={t('leads.company')} maxLength={200} autoComplete="organization" />
          <TextField name="email" type="email" label={t('leads.email')} maxLength={254} autoComplete="email" />
          <TextField name="phone" type="tel" label={t('leads.phone')} maxLength={50} autoComplete="tel" />
          <DateField name="eventFrom" label={t('leads.public.from')} />
          <DateField name="eventTo" label={t('leads.public.to')} />
        </SimpleGrid>
        <TextField name="venue" label={t('leads.public.venue')} maxLength={300} />
        <TextAreaField name="message" label={t('leads.public.message')} rows={5} maxLength={10_000} />
        <Trap />
        <Text size="xs" c="dimmed">
          {t('leads.public.privacy', { company: form.company })}
        </Text>
      </ResourceForm>
    </>
  )
}

/** People do not see it, do not hear it and do not reach it; what fills in every field does. */
function Trap() {
  const form = useFormContext<EnquiryInput>()
  return (
    <div aria-hidden="true" style={{ position: 'absolute', left: -10_000, width: 1, height: 1, overflow: 'hidden' }}>
      <label>
        Website
        <input {...form.register('website')} tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  )
}
