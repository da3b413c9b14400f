import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useFieldArray, useFormContext, useFormState } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { SelectField, TextField } from '@/components/form/fields'
import { MomentField } from '@/components/form/MomentField'
import type { EventInput } from '../api/event-input'
import { blockKinds } from '../api/events'
import { nextBlock } from '../model/blocks'
import classes from './Events.module.css'

/** What happens when on site: each day's set-up, show and strike, of the whole event or of one stage. */
export function BlockRows() {
  const { t } = useTranslation()
  const { control, getValues } = useFormContext<EventInput>()
  const { errors } = useFormState<EventInput>({ control, name: 'blocks' })
  const { fields, append, remove } = useFieldArray({ control, name: 'blocks', keyName: 'key' })
  return (
    <Stack gap="xs">
      <div>
        <Text size="sm" fw={500}>
          {t('events.blocks')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('events.blocksText')}
        </Text>
      </div>
      {fields.length > 0 && (
        <ol className={classes.blocks}>
          {fields.map((block, index) => {
            const at = `blocks.${index}`
            const objection = errors.blocks?.[index]?.message
            return (
              <li key={block.key} className={classes.block} aria-label={t('events.blockNumber', { number: index + 1 })}>
                <SelectField
                  name={`${at}.kind`}
                  label={t('events.blockKind')}
                  required
                  data={blockKinds.map((kind) => ({ value: kind, label: t(`events.blockKinds.${kind}`) }))}
                />
                <TextField name={`${at}.stage`} label={t('events.stage')} placeholder={t('events.wholeEvent')} maxLength={100} />
                <div className={classes.wide}>
                  <MomentField name={`${at}.from`} label={t('events.from')} required />
                </div>
                <div className={classes.wide}>
                  <MomentField name={`${at}.to`} label={t('events.to')} required />
                </div>
                <div className={classes.note}>
                  <TextField name={`${at}.note`} label={t('events.note')} maxLength={1000} />
                </div>
                <ActionIcon
                  className={classes.away}
                  aria-label={t('events.removeBlock', { number: index + 1 })}
                  onClick={() => remove(index)}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
                {objection && (
                  <div className={classes.blockerror} role="alert">
                    {objection}
                  </div>
                )}
              </li>
            )
          })}
        </ol>
      )}
      <Group gap="xs">
        {blockKinds.map((kind) => (
          <Button
            key={kind}
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => {
              const { blocks, from, to } = getValues()
              append(nextBlock(kind, { from, to }, blocks), { focusName: `blocks.${blocks.length}.from` })
            }}
          >
            {t(`events.addBlock.${kind}`)}
          </Button>
        ))}
      </Group>
    </Stack>
  )
}
