import { ActionIcon, Alert, Button, Card, Group, List, Loader, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconChevronLeft, IconChevronRight, IconFileTypePdf } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { showProblem } from '@/components/toasts'
import { searchString } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { printByPost } from '@/lib/print-file'
import { useProblemText } from '@/lib/problems'
import { type DesignInput, detailsOf, previewQuery, type Shown } from '../api/papers'
import { ShownPaper } from './PapersPage'
import classes from './PapersPage.module.css'

/** The paper as it would be sent, drawn anew while the design changes. */
export function PaperPreview({ shown, onShown }: { shown: Shown; onShown: (shown: Shown) => void }) {
  const { t } = useTranslation()
  const text = useProblemText()
  const input = useWatch<DesignInput>() as DesignInput
  const [page, setPage] = useState(1)
  const [settled] = useDebouncedValue(JSON.stringify(detailsOf(input)), 500)
  const details = JSON.parse(settled) as ReturnType<typeof detailsOf>
  const preview = useQuery({ ...previewQuery(details, shown, page), placeholderData: keepPreviousData })
  const found = preview.data
  const pages = found?.pages ?? 1
  const open = () =>
    printByPost(`/paper-design/example${searchString(shown)}`, detailsOf(input), true).catch((error) => showProblem(text(error)))
  const change = (next: Shown) => {
    setPage(1)
    onShown(next)
  }
  return (
    <Card padding="sm">
      <Group align="flex-end" mb="sm">
        <ShownPaper shown={shown} onShown={change} />
        {preview.isFetching && <Loader size="xs" aria-label={t('papers.drawing')} />}
      </Group>
      {preview.error && (
        <Alert color="bad" mb="sm" title={text(preview.error)}>
          <List size="sm">
            {(isProblem(preview.error) ? preview.error.errors : []).map((one) => (
              <List.Item key={one.field + one.message}>{one.message}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {found && (
        <img
          className={classes.paper}
          data-old={preview.isPlaceholderData || undefined}
          src={found.picture}
          alt={t('papers.pictureOf', { kind: t(`papers.kinds.${shown.kind}`), page: found.page, pages })}
        />
      )}
      <Group justify="space-between" mt="sm">
        <Group gap="xs">
          <ActionIcon
            variant="default"
            aria-label={t('papers.pageBefore')}
            disabled={page <= 1}
            onClick={() => setPage(page - 1)}
          >
            <IconChevronLeft size={16} aria-hidden />
          </ActionIcon>
          <Text size="sm" className="num">
            {t('papers.page', { page: Math.min(page, pages), pages })}
          </Text>
          <ActionIcon
            variant="default"
            aria-label={t('papers.pageAfter')}
            disabled={page >= pages}
            onClick={() => setPage(page + 1)}
          >
            <IconChevronRight size={16} aria-hidden />
          </ActionIcon>
        </Group>
        <Button variant="default" leftSection={<IconFileTypePdf size={16} aria-hidden />} onClick={open}>
          {t('papers.openPdf')}
        </Button>
      </Group>
    </Card>
  )
}
