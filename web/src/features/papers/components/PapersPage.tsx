import { Button, Card, Code, Collapse, Group, SegmentedControl, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { ColourField } from '@/components/form/ColourField'
import { NumberField, SelectField, SwitchField, TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { HistoryList } from '@/components/HistoryList'
import { TextLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { showDone } from '@/components/toasts'
import {
  changeDesign,
  type DesignInput,
  designInput,
  designInputOf,
  designQuery,
  detailsOf,
  type PaperDesign,
  paperKinds,
  type Shown,
  type Standard,
  standardQuery,
} from '../api/papers'
import { PaperPreview } from './PaperPreview'
import classes from './PapersPage.module.css'

/** How quotes and invoices look and what they always say, with the paper beside it. */
export function PapersPage() {
  const { t } = useTranslation()
  const design = useQuery(designQuery)
  const standard = useQuery(standardQuery)
  return (
    <>
      <TextLink to="/settings" size="sm">
        {t('nav.settings')}
      </TextLink>
      <PageHeader title={t('papers.title')} text={t('papers.text')} />
      <QueryState query={design} lines={12}>
        {(now) => <QueryState query={standard}>{(known) => <DesignForm design={now} standard={known} />}</QueryState>}
      </QueryState>
    </>
  )
}

function DesignForm({ design, standard }: { design: PaperDesign; standard: Standard }) {
  const { t, i18n } = useTranslation()
  const queryClient = useQueryClient()
  const [shown, setShown] = useState<Shown>({ kind: 'QUOTE', language: i18n.language === 'de' ? 'de' : 'en' })
  return (
    <ResourceForm<DesignInput, PaperDesign>
      schema={designInput}
      values={designInputOf(design)}
      version={design.version}
      save={(input, { version }) => changeDesign(detailsOf(input), version)}
      reload={async () => {
        const fresh = await queryClient.fetchQuery({ ...designQuery, staleTime: 0 })
        return { values: designInputOf(fresh), version: fresh.version }
      }}
      onSaved={async (saved) => {
        queryClient.setQueryData(designQuery.queryKey, saved)
        await queryClient.invalidateQueries({ queryKey: ['history'] })
        showDone(t('papers.saved'))
      }}
    >
      <div className={classes.split}>
        <Stack gap="md" miw={0}>
          <Look />
          <Words shown={shown} onShown={setShown} standard={standard} />
          <Template standard={standard} />
          <Card>
            <Title order={2} size="h5" mb="sm">
              {t('papers.history')}
            </Title>
            <HistoryList path="/paper-design/history" />
          </Card>
        </Stack>
        <div className={classes.beside}>
          <PaperPreview shown={shown} onShown={setShown} />
        </div>
      </div>
    </ResourceForm>
  )
}

function Look() {
  const { t } = useTranslation()
  const options = (names: readonly string[], key: string) => names.map((value) => ({ value, label: t(`papers.${key}.${value}`) }))
  return (
    <Card>
      <Title order={2} size="h5">
        {t('papers.look')}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {t('papers.lookText')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SelectField name="font" label={t('papers.font')} data={options(['MODERN', 'CLASSIC'], 'fonts')} required />
        <ColourField name="colour" label={t('papers.colour')} required />
        <SelectField name="logoAt" label={t('papers.logoAt')} data={options(['LEFT', 'RIGHT'], 'sides')} required />
        <NumberField name="logoHeightMillimetres" label={t('papers.logoHeight')} min={5} max={30} required />
        <SelectField
          name="addressAt"
          label={t('papers.addressAt')}
          description={t('papers.addressHint')}
          data={options(['LEFT', 'LEFT_HIGH', 'RIGHT'], 'windows')}
          required
        />
      </SimpleGrid>
    </Card>
  )
}

function Words({ shown, onShown, standard }: { shown: Shown; onShown: (shown: Shown) => void; standard: Standard }) {
  const { t } = useTranslation()
  const { kind, language } = shown
  const at = `words.${language}`
  const text = standard.texts.find((one) => one.kind === kind && one.language === language)
  return (
    <Card>
      <Title order={2} size="h5">
        {t('papers.words')}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {t('papers.wordsText')}
      </Text>
      <Stack gap="md" key={`${kind}-${language}`}>
        <Group align="flex-end">
          <ShownPaper shown={shown} onShown={onShown} />
        </Group>
        <TextAreaField name={`${at}.papers.${kind}.intro`} label={t('papers.intro')} placeholder={text?.intro} rows={3} />
        <TextAreaField
          name={`${at}.papers.${kind}.closing`}
          label={t('papers.closing')}
          description={t('papers.closingHint', {
            names: standard.textPlaceholders.map((name) => `{{${name}}}`).join(' '),
            interpolation: { skipOnVariables: true },
          })}
          placeholder={text?.closing}
          rows={3}
        />
        <TextField name={`${at}.sender`} label={t('papers.sender')} description={t('papers.senderHint')} />
        <div>
          <Text size="sm" fw={500}>
            {t('papers.footer')}
          </Text>
          <Text size="xs" c="dimmed" mb={6}>
            {t('papers.footerHint')}
          </Text>
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <TextAreaField name={`${at}.footer.first`} label={t('papers.column', { number: 1 })} rows={4} />
            <TextAreaField name={`${at}.footer.second`} label={t('papers.column', { number: 2 })} rows={4} />
            <TextAreaField name={`${at}.footer.third`} label={t('papers.column', { number: 3 })} rows={4} />
          </SimpleGrid>
        </div>
      </Stack>
    </Card>
  )
}

/** Which paper, in which language: the words beside it are those of the same. */
export function ShownPaper({ shown, onShown }: { shown: Shown; onShown: (shown: Shown) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <Select
        label={t('papers.paper')}
        data={paperKinds.map((value) => ({ value, label: t(`papers.kinds.${value}`) }))}
        value={shown.kind}
        onChange={(kind) => kind && onShown({ ...shown, kind: kind as Shown['kind'] })}
        allowDeselect={false}
      />
      <SegmentedControl
        aria-label={t('papers.language')}
        data={[
          { value: 'en', label: 'English' },
          { value: 'de', label: 'Deutsch' },
        ]}
        value={shown.language}
        onChange={(language) => onShown({ ...shown, language: language as Shown['language'] })}
      />
    </>
  )
}

function Template({ standard }: { standard: Standard }) {
  const { t } = useTranslation()
  const form = useFormContext<DesignInput>()
  const own = useWatch<DesignInput>({ name: 'ownTemplate' }) as boolean
  const [names, setNames] = useState(false)
  const begin = () => form.setValue('template', standard.template, { shouldDirty: true })
  return (
    <Card>
      <Title order={2} size="h5">
        {t('papers.template')}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {t('papers.templateText')}
      </Text>
      <Stack gap="md">
        <SwitchField name="ownTemplate" label={t('papers.ownTemplate')} />
        {own && (
          <>
            <Group>
              <Button variant="default" onClick={begin}>
                {t('papers.takeStandard')}
              </Button>
              <Button variant="subtle" onClick={() => setNames(!names)} aria-expanded={names}>
                {t('papers.placeholders')}
              </Button>
            </Group>
            <Collapse expanded={names}>
              <div className={classes.names}>
                {standard.placeholders.map((name) => (
                  <Code key={name}>{name}</Code>
                ))}
              </div>
            </Collapse>
            <div className={classes.code}>
              <TextAreaField name="template" label={t('papers.html')} rows={22} />
            </div>
          </>
        )}
      </Stack>
    </Card>
  )
}
