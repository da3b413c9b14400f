import { ActionIcon, Box, Group, Modal, SimpleGrid, Stack, Text, Tooltip, UnstyledButton } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconStar, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from './ConfirmDialog'
import { FileDrop } from './FileDrop'

/** `url` and `thumbnailUrl` are addresses of this instance. */
export type Photo = { id: string; name: string; url: string; thumbnailUrl?: string; caption?: string | null }

/** Photos of one thing: thumbnails, one large with arrow keys, adding, removing, choosing the main one (the first). */
export function PhotoGallery(props: {
  photos: readonly Photo[]
  upload?: (file: File, options: { onProgress: (share: number) => void; signal: AbortSignal }) => Promise<unknown>
  onChanged?: () => void
  remove?: (photo: Photo) => Promise<unknown>
  makeMain?: (photo: Photo) => Promise<unknown>
}) {
  const { t } = useTranslation()
  const { photos } = props
  const [index, setIndex] = useState<number | null>(null)
  const shown = index === null ? undefined : photos[index]
  const go = (step: number) => setIndex((i) => (i === null ? null : (i + step + photos.length) % photos.length))
  return (
    <Stack gap="md">
      {photos.length > 0 && (
        <SimpleGrid cols={{ base: 2, xs: 3, md: 4 }} spacing="sm">
          {photos.map((photo, i) => (
            <UnstyledButton
              key={photo.id}
              onClick={() => setIndex(i)}
              aria-label={t('photos.open', { name: photo.caption || photo.name })}
            >
              <img
                src={photo.thumbnailUrl ?? photo.url}
                alt={photo.caption || photo.name}
                loading="lazy"
                style={{
                  width: '100%',
                  aspectRatio: '1',
                  objectFit: 'cover',
                  borderRadius: 10,
                  border: '1px solid var(--ek-line)',
                  display: 'block',
                }}
              />
            </UnstyledButton>
          ))}
        </SimpleGrid>
      )}
      {props.upload && (
        <FileDrop
          label={t('photos.add')}
          hint={t('photos.hint')}
          accept="image/jpeg,image/png,image/webp"
          send={props.upload}
          onSent={props.onChanged}
        />
      )}
      <Modal opened={Boolean(shown)} onClose={() => setIndex(null)} size="xl" title={shown?.caption || shown?.name}>
        {shown && (
          <Box
            onKeyDown={(event) => {
              if (event.key === 'ArrowLeft') go(-1)
              if (event.key === 'ArrowRight') go(1)
            }}
          >
            <img
              src={shown.url}
              alt={shown.caption || shown.name}
              style={{ maxWidth: '100%', maxHeight: '70vh', display: 'block', margin: '0 auto' }}
            />
            <Group justify="space-between" mt="sm">
              <Group gap="xs">
                <ActionIcon aria-label={t('photos.previous')} onClick={() => go(-1)} disabled={photos.length < 2}>
                  <IconChevronLeft size={18} aria-hidden />
                </ActionIcon>
                <ActionIcon aria-label={t('photos.next')} onClick={() => go(1)} disabled={photos.length < 2}>
                  <IconChevronRight size={18} aria-hidden />
                </ActionIcon>
                <Text size="sm" c="dimmed" className="num">
                  {(index ?? 0) + 1} / {photos.length}
                </Text>
              </Group>
              <Group gap="xs">
                {props.makeMain && index !== 0 && (
                  <Tooltip label={t('photos.makeMain')}>
                    <ActionIcon
                      aria-label={t('photos.makeMain')}
                      onClick={async () => {
                        await props.makeMain?.(shown)
                        props.onChanged?.()
                        setIndex(0)
                      }}
                    >
                      <IconStar size={18} aria-hidden />
                    </ActionIcon>
                  </Tooltip>
                )}
                {props.remove && (
                  <Tooltip label={t('photos.remove')}>
                    <ActionIcon
                      aria-label={t('photos.remove')}
                      onClick={() =>
                        confirm({
                          title: t('photos.removeTitle'),
                          text: t('photos.removeText'),
                          action: t('photos.remove'),
                          danger: true,
                          run: async () => {
                            await props.remove?.(shown)
                            props.onChanged?.()
                            setIndex(null)
                          },
                        })
                      }
                    >
                      <IconTrash size={18} aria-hidden />
                    </ActionIcon>
                  </Tooltip>
                )}
              </Group>
            </Group>
          </Box>
        )}
      </Modal>
    </Stack>
  )
}
