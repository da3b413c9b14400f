import { Alert, Box, Button, Card, FileButton, Group, Select, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core'
import { IconCertificate, IconClipboardCheck, IconScan } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { DayInput } from '@/components/form/DayInput'
import { parseDay } from '@/components/form/days'
import { RemotePicker } from '@/components/form/RemotePicker'
import { TextLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { ScanField } from '@/components/ScanField'
import { showDone, showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { useFormat } from '@/lib/format'
import { useHotkey } from '@/lib/hotkeys'
import { useProblemText } from '@/lib/problems'
import { useCan, useMe } from '@/lib/session'
import {
  AT_ONCE_MAX,
  type BulkAnswer,
  type BulkLine,
  forgetRound,
  type Result,
  rememberedRound,
  touchedByInspections,
} from '../api/inspections'
import { nextDue, type Plan, planQuery } from '../api/plans'
import type { Named } from '../api/repairs'
import { freshSheet, itemOf, openItems, type Sheet } from '../model/sheet'
import { AssetSheet } from './AssetSheet'

const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10)

/** Records what was found: one asset or a whole shelf under one plan. */
export function RecordPage({ plan, asset, round }: { plan?: string; asset?: string; round?: boolean }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const query = useQuery({ ...planQuery(plan ?? ''), enabled: Boolean(plan) })
  return (
    <Box maw={940}>
      <TextLink to={'/maintenance/due' as '/'} size="sm">
        {t('maintenance.due')}
      </TextLink>
      <PageHeader title={t('maintenance.record')} text={t('maintenance.recordText')} />
      <Card padding="lg" mb="md">
        <RemotePicker
          label={t('maintenance.plan')}
          endpoint="/inspection-plans"
          query={{ archived: false }}
          value={plan ?? null}
          chosenLabel={query.data?.name}
          clearable={false}
          required
          onChange={(id) =>
            id && void navigate({ href: `/maintenance/record?plan=${id}${asset ? `&asset=${asset}` : ''}`, replace: true })
          }
        />
        {query.data?.instructions && (
          <Text size="sm" c="dimmed" mt="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {query.data.instructions}
          </Text>
        )}
      </Card>
      {plan && (
        <QueryState query={query}>
          {(found) => <Round key={found.id} plan={found} asset={asset} begin={round ? rememberedRound(found.id) : []} />}
        </QueryState>
      )}
    </Box>
  )
}

function Round({ plan, asset, begin }: { plan: Plan; asset?: string; begin: Named[] }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const text = useProblemText()
  const can = useCan()
  const me = useMe()
  const navigate = useNavigate()
  const refresh = useRefresh(touchedByInspections)
  const [sheets, setSheets] = useState<Sheet[]>(() => begin.map((one) => freshSheet(one, plan)))
  const [inspectedOn, setInspectedOn] = useState<string | null>(today())
  const [inspector, setInspector] = useState('')
  const [validUntil, setValidUntil] = useState<string | null>(null)
  const [openRepair, setOpenRepair] = useState(true)
  const [certificate, setCertificate] = useState<File | null>(null)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const [tried, setTried] = useState(false)
  const add = (one: Named) =>
    setSheets((old) =>
      old.some((sheet) => sheet.asset.id === one.id) ? old : [freshSheet(one, plan), ...old].slice(0, AT_ONCE_MAX),
    )

  const first = useQuery({
    queryKey: ['assets', asset],
    queryFn: ({ signal }) => api.get<{ id: string; number: string }>(`/assets/${asset}`, { signal }),
    enabled: Boolean(asset),
  })
  useEffect(() => {
    if (first.data) add({ id: first.data.id, name: first.data.number })
  }, [first.data])

  const set = (id: string, change: Partial<Sheet>) =>
    setSheets((old) => old.map((sheet) => (sheet.asset.id === id ? { ...sheet, refusal: undefined, ...change } : sheet)))
  const setAll = (result: Result) =>
    setSheets((old) =>
      old.map((sheet) =>
        result === 'PASS' ? { ...freshSheet(sheet.asset, plan), remarks: sheet.remarks } : { ...sheet, result },
      ),
    )
  const failures = sheets.filter((sheet) => sheet.result === 'FAIL').length

  const attach = async (lines: BulkLine[]) => {
    if (!certificate) return
    let missed = 0
    for (const { inspectionId } of lines) {
      if (!inspectionId) continue
      const form = new FormData()
      form.append('subjectKind', 'inspection')
      form.append('subjectId', inspectionId)
      form.append('role', 'CERTIFICATE')
      form.append('file', certificate)
      await api.upload('/files', form).catch((error) => {
        if (missed++ === 0) showProblem(t('maintenance.certificateFailed', { why: text(error) }))
      })
    }
  }
  const send = async () => {
    setTried(true)
    if (busy || sheets.length === 0 || !inspectedOn || sheets.some((sheet) => openItems(sheet, plan).length > 0)) return
    setBusy(true)
    setRefusal(undefined)
    try {
      const answer = await api.post<BulkAnswer>('/inspections/bulk', {
        planId: plan.id,
        inspectedOn,
        inspector: inspector.trim() || null,
        validUntil,
        openRepair,
        items: sheets.map((sheet) => itemOf(sheet, plan)),
        mode: 'ALL',
      })
      await attach(answer.lines)
      forgetRound()
      const only = answer.lines.length === 1 ? answer.lines[0]?.inspectionId : null
      await navigate({ href: only ? `/maintenance/inspections/${only}` : '/maintenance/due' })
      showDone(t('maintenance.recordedCount', { count: answer.recorded }))
      await refresh()
    } catch (error) {
      setBusy(false)
      setRefusal(text(error))
      if (!isProblem(error)) return
      const said = ({ code, message }: BulkLine) =>
        i18n.exists(`maintenance.refused.${code}`) ? t(`maintenance.refused.${code}`) : (message ?? code)
      const refused = new Map(((error.facts.lines as BulkLine[] | undefined) ?? []).map((line) => [line.assetId, said(line)]))
      const elsewhere = error.errors.map((one) => one.message).join(' ')
      if (elsewhere) setRefusal(elsewhere)
      setSheets((old) => old.map((sheet) => ({ ...sheet, refusal: refused.get(sheet.asset.id) ?? undefined })))
    }
  }
  useHotkey('mod+s', () => void send())

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Stack gap="md">
        <Card padding="lg">
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
            <DayInput
              label={t('maintenance.inspectedOn')}
              value={inspectedOn}
              onChange={(value) => setInspectedOn(value || null)}
              dateParser={(typed) => parseDay(typed)}
              valueFormat="D MMM YYYY"
              maxDate={today()}
              withAsterisk
              error={tried && !inspectedOn ? t('form.required') : undefined}
            />
            <TextInput
              label={t('maintenance.inspector')}
              placeholder={me.name}
              value={inspector}
              maxLength={200}
              onChange={(event) => setInspector(event.currentTarget.value)}
            />
            <DayInput
              label={t('maintenance.validUntil')}
              placeholder={t('maintenance.validUntilHint')}
              value={validUntil}
              onChange={(value) => setValidUntil(value || null)}
              dateParser={(typed) => parseDay(typed)}
              valueFormat="D MMM YYYY"
              minDate={inspectedOn ?? undefined}
              clearable
              clearButtonProps={{ 'aria-label': t('common.clear') }}
            />
          </SimpleGrid>
          <Group justify="space-between" mt="md">
            <Text size="sm" c="dimmed" role="status">
              {inspectedOn && t('maintenance.nextDueOn', { date: format.date(nextDue(plan, inspectedOn, validUntil)) })}
            </Text>
            {can('FILE_EDIT') && (
              <FileButton accept="application/pdf,image/*" onChange={setCertificate}>
                {(props) => (
                  <Button {...props} variant="default" size="xs" leftSection={<IconCertificate size={16} aria-hidden />}>
                    {certificate ? certificate.name : t('maintenance.addCertificate')}
                  </Button>
                )}
              </FileButton>
            )}
          </Group>
        </Card>
        <Card padding="md">
          <ScanField
            label={t('maintenance.scanAsset')}
            take={async (code) => {
              const found = await api.get<{ kind: string; id: string; label: string }>('/codes', { query: { text: code } })
              if (found.kind !== 'ASSET') throw new Error(t('maintenance.notAnAsset', { label: found.label }))
              add({ id: found.id, name: found.label })
              return t('maintenance.added', { label: found.label })
            }}
          />
        </Card>
        {sheets.length === 0 ? (
          <Card>
            <EmptyState icon={IconScan} title={t('maintenance.noSheets')} text={t('maintenance.noSheetsText')} />
          </Card>
        ) : (
          <>
            {sheets.length > 1 && (
              <Group justify="space-between">
                <Text fw={600} size="sm">
                  {t('maintenance.assetCount', { count: sheets.length })}
                </Text>
                <Select
                  aria-label={t('maintenance.forAll')}
                  placeholder={t('maintenance.forAll')}
                  data={[
                    { value: 'PASS', label: t('maintenance.allPassed') },
                    { value: 'FAIL', label: t('maintenance.allFailed') },
                  ]}
                  value={null}
                  onChange={(value) => value && setAll(value as Result)}
                />
              </Group>
            )}
            {sheets.map((sheet) => (
              <AssetSheet
                key={sheet.asset.id}
                sheet={sheet}
                plan={plan}
                open={tried ? openItems(sheet, plan) : []}
                onChange={(change) => set(sheet.asset.id, change)}
                onRemove={() => setSheets((old) => old.filter((one) => one !== sheet))}
              />
            ))}
            {failures > 0 && (
              <Switch
                label={t('maintenance.openRepair')}
                description={t('maintenance.openRepairHint')}
                checked={openRepair}
                onChange={(event) => setOpenRepair(event.currentTarget.checked)}
              />
            )}
          </>
        )}
        {refusal && (
          <Alert color="bad" role="alert">
            {refusal}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button
            type="submit"
            loading={busy}
            disabled={sheets.length === 0}
            leftSection={<IconClipboardCheck size={16} aria-hidden />}
          >
            {t('maintenance.recordCount', { count: sheets.length })}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
