import { Alert, Anchor, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { api, type Query } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import { FileDrop } from './FileDrop'
import { TagsField, TextAreaField, TextField } from './form/fields'
import { ResourceForm } from './form/ResourceForm'
import { QueryState } from './QueryState'
import { filesQuery, type StoredFile } from './SubjectFiles'
import { showDone } from './toasts'

type Draft = { to: string | null; toName: string | null; language: string; subject: string; text: string }
type Reachable = { email: string | null; contacts: { name: string; email: string | null }[] }

const input = z.object({
  to: z.array(z.string().trim().min(3).max(254)).min(1).max(10),
  subject: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(10_000),
  files: z.array(z.string()),
})
export type Sending = z.infer<typeof input>

/**
 * A paper that goes to a client by e-mail: the words of its template to go on writing, who gets it, and what is enclosed. `paper` names what the
 * server encloses by itself, with an address to look at it first.
 */
export function SendDialog<Answer>(props: {
  title: string
  clientId: string
  /** Where its first words come from. */
  draft: string
  query?: Query
  paper: { name: string; href: string }[]
  hint?: string
  children?: ReactNode
  send: (letter: Sending) => Promise<Answer>
  onSent: (answer: Answer) => void | Promise<void>
  onClose: () => void
}) {
  const { t } = useTranslation()
  const can = useCan()
  const draft = useQuery(
    queryOptions({
      queryKey: ['activities', 'draft', props.draft, props.query],
      queryFn: ({ signal }) => api.get<Draft>(props.draft, { query: props.query, signal }),
      gcTime: 0,
    }),
  )
  const client = useQuery({
    queryKey: ['clients', props.clientId, 'reachable'],
    queryFn: ({ signal }) => api.get<Reachable>(`/clients/${props.clientId}`, { signal }),
    enabled: can('CLIENT_READ'),
  })
  const ready = useQuery({
    queryKey: ['mail', 'standing'],
    queryFn: ({ signal }) => api.get<{ ready: boolean }>('/mail-standing', { signal }),
  }).data?.ready
  const known = [client.data?.email, ...(client.data?.contacts ?? []).map((one) => one.email)]
  return (
    <Modal opened onClose={props.onClose} size="lg" title={<Text fw={650}>{props.title}</Text>}>
      <Stack gap="md">
        {ready === false && <Alert color="warn">{t('letters.kept')}</Alert>}
        <QueryState query={draft} lines={8}>
          {(begun) => (
            <ResourceForm<Sending, Answer>
              schema={input}
              values={{ to: begun.to ? [begun.to] : [], subject: begun.subject, text: begun.text, files: [] }}
              inDialog
              submitLabel={t('letters.send')}
              onCancel={props.onClose}
              save={props.send}
              onSaved={async (answer) => {
                await props.onSent(answer)
                if (ready !== false) showDone(t('letters.sent'))
              }}
            >
              <TagsField
                name="to"
                label={t('letters.to')}
                required
                placeholder={t('letters.toHint')}
                suggestions={[...new Set(known.filter((one): one is string => Boolean(one)))]}
              />
              <TextField name="subject" label={t('letters.subject')} required maxLength={200} />
              <TextAreaField
                name="text"
                label={t('letters.text')}
                description={props.hint}
                required
                rows={11}
                maxLength={10_000}
              />
              {props.children}
              <Enclosed clientId={props.clientId} paper={props.paper} />
            </ResourceForm>
          )}
        </QueryState>
      </Stack>
    </Modal>
  )
}

/** What goes along: papers by themselves, and files of the client as they are ticked; the form's field is `files`. */
export function Enclosed({ clientId, paper = [] }: { clientId: string; paper?: { name: string; href: string }[] }) {
  const { t } = useTranslation()
  const can = useCan()
  const format = useFormat()
  const queries = useQueryClient()
  const { control, setValue } = useFormContext<{ files: string[] }>()
  const chosen = useWatch({ control, name: 'files' }) ?? []
  const files = useQuery({ ...filesQuery('client', clientId), enabled: can('FILE_READ') })
  const set = (next: string[]) => setValue('files', next, { shouldDirty: true })
  return (
    <Stack gap={6} role="group" aria-label={t('letters.enclosed')}>
      <Text size="sm" fw={500}>
        {t('letters.enclosed')}
      </Text>
      {paper.map((one) => (
        <Group key={one.href} gap={6} wrap="nowrap">
          <IconPaperclip size={16} aria-hidden />
          <Anchor href={one.href} target="_blank" rel="noreferrer" size="sm">
            {one.name}
          </Anchor>
        </Group>
      ))}
      {(files.data?.items ?? []).map((one) => (
        <Checkbox
          key={one.id}
          checked={chosen.includes(one.id)}
          onChange={(event) => set(event.currentTarget.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))}
          label={`${one.name} (${format.number(Math.max(1, Math.round(one.sizeBytes / 1_000)))} kB)`}
        />
      ))}
      {can('FILE_EDIT') && (
        <FileDrop
          label={t('letters.add')}
          hint={t('letters.addHint')}
          send={async (file, options) => {
            const form = new FormData()
            form.append('subjectKind', 'client')
            form.append('subjectId', clientId)
            form.append('role', 'DOCUMENT')
            form.append('file', file)
            const stored = await api.upload<StoredFile>('/files', form, options)
            set([...chosen, stored.id])
            return stored
          }}
          onSent={() => void queries.invalidateQueries({ queryKey: ['files', 'client', clientId] })}
        />
      )}
    </Stack>
  )
}
