import { Loader, Modal, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { api } from '@/lib/api/client'
import { kindPath } from '@/lib/kinds'
import type { LineFree, PullLine } from '../api/pull-lists'
import type { Span } from '../model/times'
import { FreeCell } from './FreeCell'
import { Instead } from './Instead'
import type { Why } from './PullListPage'

/** Why so many are free for a line: every plus and minus, and of a kit its parts. */
export function WhyDialog(props: {
  line: PullLine
  eventId: string
  free: LineFree | undefined
  question: (Span & { warehouse: string }) | undefined
  why: Why
  /** Takes another product for some of the line's pieces; absent where the list does not change. */
  onTake?: (productId: string, quantity: number) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { line, free, question } = props
  const asset = useQuery({
    queryKey: ['assets', line.assetId, 'product'],
    queryFn: ({ signal }) => api.get<{ product: { id: string } }>(`/assets/${line.assetId}`, { signal }),
    enabled: line.kind === 'ASSET',
  })
  const id = line.kitId ?? line.caseId ?? line.assetId
  const product = line.productId ?? asset.data?.product.id
  const of = product
    ? { kind: 'PRODUCT' as const, id: product }
    : line.kitId
      ? { kind: 'KIT' as const, id: line.kitId }
      : line.caseId && { kind: 'CASE' as const, id: line.caseId }
  const path = id ? kindPath(line.kind, id) : undefined
  return (
    <Modal opened onClose={props.onClose} size={980} title={<Text fw={650}>{t('pulllists.whyTitle', { name: line.name })}</Text>}>
      <Stack gap="sm">
        <div>
          <FreeCell free={free} name={line.name} />
        </div>
        {line.productId && question && free && free.lacking > 0 && props.onTake && (
          <Instead
            line={line}
            productId={line.productId}
            lacking={Math.min(free.lacking, line.quantity)}
            question={question}
            onTake={props.onTake}
          />
        )}
        {free && free.lacking > 0 && (
          <TextLink to={`/events/${props.eventId}` as '/'} size="sm">
            {t('pulllists.resolve')}
          </TextLink>
        )}
        {line.kind === 'ASSET' && asset.isPending && <Loader size="sm" />}
        {of && question && <props.why of={of} quantity={line.quantity} question={question} />}
        {path && (!question || line.kind === 'CASE') && (
          <Text size="sm">
            {t(`pulllists.whyNot.${line.kind === 'CASE' ? 'CASE' : 'PRODUCT'}`)} <TextLink to={path as '/'}>{line.name}</TextLink>
          </Text>
        )}
      </Stack>
    </Modal>
  )
}
