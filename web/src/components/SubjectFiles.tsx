import { ActionIcon, Anchor, Box, Card, Group, Select, Stack, Table, Text } from '@mantine/core'
import { IconFile, IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Page, url } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { confirm } from './ConfirmDialog'
import { FileDrop } from './FileDrop'
import { type Photo, PhotoGallery } from './PhotoGallery'
import { QueryState } from './QueryState'

export type StoredFile = {
  id: string
  name: string
  mediaType: string
  sizeBytes: number
  role: 'PHOTO' | 'MANUAL' | 'DOCUMENT' | 'CERTIFICATE' | 'LOGO'
  position: number
  caption: string | null
  createdAt: string
  version: number
}

/** The address of a photo, small, for lists and headers. */
export const thumbnailUrl = (fileId: string, size = 256) => url(`/files/${fileId}/thumbnail`, { size })

export const filesQuery = (subjectKind: string, subjectId: string) => ({
  queryKey: ['files', subjectKind, subjectId],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.get<Page<StoredFile>>('/files', { query: { subjectKind, subjectId }, signal }),
})

const roles = ['MANUAL', 'DOCUMENT', 'CERTIFICATE'] as const

/** Photos and documents of one thing: seen with FILE_READ, changed with FILE_EDIT. */
export function SubjectFiles({
  kind,
  id,
  documents = true,
  firstRole = 'MANUAL',
}: {
  kind: string
  id: string
  documents?: boolean
  /** What a document is taken for until somebody says otherwise. */
  firstRole?: (typeof roles)[number]
}) {
  const { t } = useTranslation()
  const can = useCan()
  const format = useFormat()
  const queryClient = useQueryClient()
  const query = useQuery(filesQuery(kind, id))
  const [role, setRole] = useState<string>(firstRole)
  const refresh = async () => {
    await queryClient.invalidateQueries({ queryKey: ['files', kind, id] })
    // The thing itself says which photo is its main one.
    await queryClient.invalidateQueries({ queryKey: [`${kind}s`] })
  }
  const send = (as: string) => (file: File, options: { onProgress: (share: number) => void; signal: AbortSignal }) => {
    const form = new FormData()
    form.append('subjectKind', kind)
    form.append('subjectId', id)
    form.append('role', as)
    form.append('file', file)
    return api.upload('/files', form, options)
  }
  const remove = (file: StoredFile) => api.delete(`/files/${file.id}`, { version: file.version })
  const editable = can('FILE_EDIT')
  return (
    <QueryState query={query}>
      {({ items }) => {
        const photos = items.filter((file) => file.role === 'PHOTO')
        const papers = items.filter((file) => file.role !== 'PHOTO')
        const fileOf = (photo: Photo) => items.find((file) => file.id === photo.id)!
        return (
          <Stack gap="lg">
            <PhotoGallery
              photos={photos.map((file) => ({
                id: file.id,
                name: file.name,
                caption: file.caption,
                url: url(`/files/${file.id}/content`),
                thumbnailUrl: thumbnailUrl(file.id, 512),
              }))}
              upload={editable ? send('PHOTO') : undefined}
              remove={editable ? (photo) => remove(fileOf(photo)) : undefined}
              makeMain={
                editable
                  ? (photo) => api.patch(`/files/${photo.id}`, { position: 0 }, { version: fileOf(photo).version })
                  : undefined
              }
              onChanged={() => void refresh()}
            />
            {documents && (
              <Box>
                {papers.length > 0 && (
                  <Card padding={0} mb="md">
                    <Table>
                      <Table.Tbody>
                        {papers.map((file) => (
                          <Table.Tr key={file.id}>
                            <Table.Td>
                              <Group gap="xs" wrap="nowrap">
                                <IconFile size={18} aria-hidden />
                                <Box miw={0}>
                                  <Anchor href={url(`/files/${file.id}/content`)} target="_blank" rel="noreferrer" size="sm">
                                    {file.name}
                                  </Anchor>
                                  <Text size="xs" c="dimmed">
                                    {t(`files.roles.${file.role}`)} · {format.bytes(file.sizeBytes)} ·{' '}
                                    {format.date(file.createdAt)}
                                  </Text>
                                </Box>
                              </Group>
                            </Table.Td>
                            <Table.Td w={52}>
                              {editable && (
                                <ActionIcon
                                  aria-label={t('files.removeNamed', { name: file.name })}
                                  onClick={() =>
                                    confirm({
                                      title: t('files.removeTitle'),
                                      text: file.name,
                                      action: t('files.remove'),
                                      danger: true,
                                      run: async () => {
                                        await remove(file)
                                        await refresh()
                                      },
                                    })
                                  }
                                >
                                  <IconTrash size={16} aria-hidden />
                                </ActionIcon>
                              )}
                            </Table.Td>
                          </Table.Tr>
                        ))}
                      </Table.Tbody>
                    </Table>
                  </Card>
                )}
                {editable && (
                  <Stack gap="xs">
                    <Select
                      label={t('files.addAs')}
                      data={roles.map((one) => ({ value: one, label: t(`files.roles.${one}`) }))}
                      value={role}
                      onChange={(value) => setRole(value ?? firstRole)}
                      allowDeselect={false}
                      maw={240}
                    />
                    <FileDrop label={t('files.add')} hint={t('files.hint')} send={send(role)} onSent={() => void refresh()} />
                  </Stack>
                )}
                {!editable && papers.length === 0 && (
                  <Text size="sm" c="dimmed">
                    {t('files.none')}
                  </Text>
                )}
              </Box>
            )}
          </Stack>
        )
      }}
    </QueryState>
  )
}
