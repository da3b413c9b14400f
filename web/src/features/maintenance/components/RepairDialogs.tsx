import { Alert, Modal, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RemoteSelect, SelectField, SwitchField, TextAreaField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { api, type Page } from '@/lib/api/client'
import type { z } from '@/lib/validation'
import {
  type CancellationInput,
  type CompletionInput,
  cancellationInput,
  completionInput,
  type GivingUpInput,
  givingUpInput,
  type Repair,
  type ReturnInput,
  returnInput,
  type StartInput,
  startInput,
} from '../api/repairs'
import { pathOf } from './pathOf'
import { HandsFields } from './RepairFields'

export type RepairMove = 'start' | 'completion' | 'return' | 'cancellation' | 'write-off'
type Props = { repair: Repair; onClose: () => void; onDone: () => Promise<void> }

/** Asks what each step of a repair needs to know. */
export function RepairDialog({ move, ...props }: Props & { move: RepairMove }) {
  switch (move) {
    case 'start':
      return <StartDialog {...props} />
    case 'completion':
      return <CompletionDialog {...props} />
    case 'return':
      return <ReturnDialog {...props} />
    case 'cancellation':
      return <CancellationDialog {...props} />
    case 'write-off':
      return <WriteOffDialog {...props} />
  }
}

function StepDialog<Input extends object>(
  props: Props & { move: RepairMove; label: string; text?: string; schema: z.ZodType; values: Input; children: ReactNode },
) {
  const { repair } = props
  return (
    <Modal opened onClose={props.onClose} size="lg" title={<Text fw={650}>{`${repair.number}: ${props.label}`}</Text>}>
      <ResourceForm<Input & Record<string, unknown>, Repair>
        schema={props.schema}
        values={props.values as Input & Record<string, unknown>}
        inDialog
        submitLabel={props.label}
        onCancel={props.onClose}
        save={(values) => api.post<Repair>(`/maintenance-jobs/${repair.id}/${props.move}`, values)}
        onSaved={props.onDone}
      >
        {props.text && <Text size="sm">{props.text}</Text>}
        {props.children}
      </ResourceForm>
    </Modal>
  )
}

function StartDialog(props: Props) {
  const { t } = useTranslation()
  const { repair } = props
  const again = repair.state === 'REPAIRED'
  return (
    <StepDialog<StartInput>
      {...props}
      move="start"
      label={t(again ? 'maintenance.moves.again' : 'maintenance.moves.start')}
      text={t(repair.asset ? 'maintenance.startText' : 'maintenance.startPiecesText')}
      schema={startInput}
      values={{
        assignedToId: repair.assignedTo?.id ?? null,
        repairShopId: repair.repairShop?.id ?? null,
        expectedBack: repair.expectedBack,
      }}
    >
      <HandsFields repair={repair} shopRequired={!repair.asset} />
    </StepDialog>
  )
}

function CompletionDialog(props: Props) {
  const { t } = useTranslation()
  return (
    <StepDialog<CompletionInput>
      {...props}
      move="completion"
      label={t('maintenance.moves.completion')}
      text={t('maintenance.completionText')}
      schema={completionInput}
      values={{ workDone: props.repair.workDone }}
    >
      <TextAreaField name="workDone" label={t('maintenance.workDone')} maxLength={5000} />
    </StepDialog>
  )
}

type Condition = { name: string; label: string; usable: boolean }
type AssetHome = { homeLocation: { id: string } | null }

function ReturnDialog(props: Props) {
  const { t } = useTranslation()
  const { repair } = props
  const conditions = useQuery({
    queryKey: ['conditions'],
    queryFn: ({ signal }) => api.get<Page<Condition>>('/conditions', { signal }),
    enabled: repair.asset !== null,
  })
  const home = useQuery({
    queryKey: ['assets', repair.asset?.id],
    queryFn: ({ signal }) => api.get<AssetHome>(`/assets/${repair.asset!.id}`, { signal }),
    enabled: repair.asset !== null,
  })
  if (repair.asset && home.isPending) return null
  return (
    <StepDialog<ReturnInput>
      {...props}
      move="return"
      label={t('maintenance.moves.return')}
      text={t(repair.asset ? 'maintenance.returnText' : 'maintenance.returnPiecesText')}
      schema={returnInput}
      values={
        {
          locationId: home.data?.homeLocation?.id ?? repair.stockLocation?.id ?? null,
          condition: null,
          note: null,
        } as unknown as ReturnInput
      }
    >
      <RemoteSelect name="locationId" label={t('maintenance.returnTo')} endpoint="/locations" optionLabel={pathOf} required />
      {repair.asset && (
        <SelectField
          name="condition"
          label={t('maintenance.condition')}
          placeholder={t('maintenance.conditionHint')}
          data={(conditions.data?.items ?? []).filter((one) => one.usable).map((one) => ({ value: one.name, label: one.label }))}
        />
      )}
      <TextAreaField name="note" label={t('maintenance.note')} rows={2} maxLength={2000} />
    </StepDialog>
  )
}

function CancellationDialog(props: Props) {
  const { t } = useTranslation()
  return (
    <StepDialog<CancellationInput>
      {...props}
      move="cancellation"
      label={t('maintenance.moves.cancellation')}
      text={t('maintenance.cancellationText')}
      schema={cancellationInput}
      values={{ reason: '', noFault: false }}
    >
      <TextAreaField name="reason" label={t('maintenance.reason')} rows={2} maxLength={2000} required />
      {props.repair.asset && (
        <SwitchField name="noFault" label={t('maintenance.noFault')} description={t('maintenance.noFaultHint')} />
      )}
    </StepDialog>
  )
}

function WriteOffDialog(props: Props) {
  const { t } = useTranslation()
  return (
    <StepDialog<GivingUpInput>
      {...props}
      move="write-off"
      label={t('maintenance.moves.write-off')}
      schema={givingUpInput}
      values={{ reason: '' }}
    >
      <Alert color="warn">{t(props.repair.asset ? 'maintenance.writeOffText' : 'maintenance.writeOffPiecesText')}</Alert>
      <TextAreaField name="reason" label={t('maintenance.reason')} rows={2} maxLength={2000} required />
    </StepDialog>
  )
}
