import { ActionIcon, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useFieldArray, useFormContext, useFormState, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NumberField, SelectField, SwitchField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { z } from '@/lib/validation'
import { dealStates, type Pipeline, touched } from '../api/deals'

const input = z.object({
  name: z.string().trim().min(1).max(100),
  standard: z.boolean(),
  stages: z.array(
    z.object({
      id: z.string().nullable(),
      name: z.string().trim().min(1).max(60),
      state: z.enum(dealStates),
      probabilityPercent: z.number().int().min(0).max(100).nullable(),
      quoteSent: z.boolean(),
    }),
  ),
})
type Input = z.infer<typeof input>

/** One pipeline: what it is called and the stages of it, in their order. */
export function PipelineDialog({ pipeline, onClose }: { pipeline: Pipeline | null; onClose: () => void }) {
  const { t } = useTranslation()
  const refresh = useRefresh(touched)
  const inputOf = (one: Pipeline): Input => ({ name: one.name, standard: one.standard, stages: one.stages })
  const begun = (name: string, state: (typeof dealStates)[number], probabilityPercent: number) => ({
    id: null,
    name,
    state,
    probabilityPercent,
    quoteSent: false,
  })
  const values: Input = pipeline
    ? inputOf(pipeline)
    : {
        name: '',
        standard: false,
        stages: [
          begun(t('deals.states.OPEN'), 'OPEN', 50),
          begun(t('deals.states.WON'), 'WON', 100),
          begun(t('deals.states.LOST'), 'LOST', 0),
        ],
      }
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={<Text fw={650}>{t(pipeline ? 'deals.editPipeline' : 'deals.newPipeline')}</Text>}
    >
      <ResourceForm<Input, Pipeline>
        schema={input}
        values={values}
        version={pipeline?.version}
        inDialog
        submitLabel={pipeline ? undefined : t('deals.createPipeline')}
        onCancel={onClose}
        save={(all, { changed, version }) =>
          pipeline
            ? api.patch<Pipeline>(`/pipelines/${pipeline.id}`, changed, { version })
            : api.post<Pipeline>('/pipelines', all)
        }
        reload={
          pipeline
            ? async () => {
                const fresh = await api.get<Pipeline>(`/pipelines/${pipeline.id}`)
                return { values: inputOf(fresh), version: fresh.version }
              }
            : undefined
        }
        onSaved={async () => {
          await refresh()
          onClose()
        }}
      >
        <TextField name="name" label={t('deals.pipelineName')} required autoFocus maxLength={100} />
        <Stages />
        <SwitchField name="standard" label={t('deals.standard')} description={t('deals.standardHint')} />
      </ResourceForm>
    </Modal>
  )
}

function Stages() {
  const { t } = useTranslation()
  const { control, setValue } = useFormContext<Input>()
  const { fields, append, remove, swap } = useFieldArray({ control, name: 'stages', keyName: 'key' })
  const { errors } = useFormState({ control, name: 'stages' })
  const stages = useWatch({ control, name: 'stages' })
  return (
    <Stack gap="xs" component="fieldset" p={0} m={0} style={{ border: 0 }}>
      <Text component="legend" size="sm" fw={500}>
        {t('deals.stages')}
      </Text>
      {fields.map((field, index) => {
        const name = stages?.[index]?.name || t('deals.stageN', { n: index + 1 })
        return (
          <Group key={field.key} gap="xs" align="flex-end" wrap="wrap" role="group" aria-label={name}>
            <div style={{ flex: '1 1 180px' }}>
              <TextField name={`stages.${index}.name`} label={t('deals.stage')} required maxLength={60} />
            </div>
            <div style={{ flex: '0 1 130px' }}>
              <SelectField
                name={`stages.${index}.state`}
                label={t('deals.means')}
                data={dealStates.map((one) => ({ value: one, label: t(`deals.states.${one}`) }))}
                required
              />
            </div>
            <div style={{ flex: '0 1 110px' }}>
              <NumberField
                name={`stages.${index}.probabilityPercent`}
                label={t('deals.probability')}
                unit="%"
                min={0}
                max={100}
                disabled={stages?.[index]?.state !== 'OPEN'}
              />
            </div>
            <Checkbox
              mb={9}
              label={t('deals.quoteSent')}
              checked={stages?.[index]?.quoteSent ?? false}
              disabled={stages?.[index]?.state !== 'OPEN'}
              onChange={(event) => {
                const on = event.currentTarget.checked
                for (const at of fields.keys()) setValue(`stages.${at}.quoteSent`, on && at === index, { shouldDirty: true })
              }}
            />
            <Group gap={2} wrap="nowrap">
              <ActionIcon
                size={36}
                aria-label={t('deals.stageUp', { name })}
                disabled={index === 0}
                onClick={() => swap(index, index - 1)}
              >
                <IconArrowUp size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                size={36}
                aria-label={t('deals.stageDown', { name })}
                disabled={index === fields.length - 1}
                onClick={() => swap(index, index + 1)}
              >
                <IconArrowDown size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon size={36} aria-label={t('deals.removeStage', { name })} onClick={() => remove(index)}>
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
          </Group>
        )
      })}
      {errors.stages?.message && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {errors.stages.message}
        </Text>
      )}
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => append({ id: null, name: '', state: 'OPEN', probabilityPercent: 50, quoteSent: false })}
        >
          {t('deals.addStage')}
        </Button>
      </div>
    </Stack>
  )
}
