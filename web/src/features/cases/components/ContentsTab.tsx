import { ActionIcon, Card, Group, Stack, Table, Text, Tooltip } from '@mantine/core'
import { IconArrowBarUp, IconPackages } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { TextLink } from '@/components/Link'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showProblem, showUndo } from '@/components/toasts'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useUnfitText } from '@/lib/unfit'
import { byProduct, type Contents, contentsQuery, type FlightCase, type PackItem, pack, statusTone, unpack } from '../api/cases'
import { PackBar, useUnpackable } from './PackBar'

const TakeOutDialog = later(() => import('./TakeOutDialog').then((file) => file.TakeOutDialog))

/** What lies in a case, and a place to put things in and take them out without touching the mouse. */
export function ContentsTab(props: {
  of: FlightCase
  refresh: () => Promise<unknown>
  /** Whether the field to scan into stands here. */
  scan: boolean
  focused?: boolean
}) {
  const { of, refresh } = props
  const { t } = useTranslation()
  const text = useProblemText()
  const query = useQuery(contentsQuery(of.id))
  const unpackable = useUnpackable(of)
  const takeOut = async (label: string, items: PackItem[]) => {
    try {
      await unpack(of.id, items)
      showUndo(t('cases.unpackedNamed', { label }), async () => {
        await pack(of.id, items).catch((error) => showProblem(text(error)))
        await refresh()
      })
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
  }
  return (
    <Stack gap="md">
      {props.scan && <PackBar of={of} refresh={refresh} focused={props.focused} />}
      <QueryState query={query}>
        {(contents) => <Inside contents={contents} takeOut={unpackable ? takeOut : undefined} />}
      </QueryState>
    </Stack>
  )
}

type TakeOut = (label: string, items: PackItem[]) => Promise<void>

function Inside({ contents, takeOut }: { contents: Contents; takeOut?: TakeOut }) {
  const { t } = useTranslation()
  const format = useFormat()
  const unfitText = useUnfitText()
  if (contents.assets.length + contents.stock.length + contents.cases.length === 0) {
    return (
      <Card>
        <EmptyState icon={IconPackages} title={t('cases.nothingIn')} text={takeOut && t('cases.nothingInText')} />
      </Card>
    )
  }
  return (
    <>
      {contents.cases.length > 0 && (
        <Section title={t('cases.cases')} count={contents.cases.length}>
          {contents.cases.map((inner) => (
            <Row
              key={inner.caseId}
              what={
                <>
                  <TextLink to={`/cases/${inner.caseId}` as '/'} size="sm" fw={550}>
                    {inner.number}
                  </TextLink>{' '}
                  {inner.name}
                </>
              }
              badge={<StatusBadge tone={statusTone[inner.status]}>{t(`cases.statuses.${inner.status}`)}</StatusBadge>}
              weight={format.weight(inner.tareWeightGrams)}
              label={inner.number}
              takeOut={takeOut && (() => takeOut(inner.number, [{ caseId: inner.caseId }]))}
            />
          ))}
        </Section>
      )}
      {byProduct(contents.assets).map((group) => (
        <Section
          key={group.productId}
          title={
            <TextLink to={`/products/${group.productId}` as '/'} size="sm" fw={600} c="inherit">
              {group.productName}
            </TextLink>
          }
          count={group.assets.length}
        >
          {group.assets.map((asset) => (
            <Row
              key={asset.assetId}
              what={
                <>
                  <TextLink to={`/assets/${asset.assetId}` as '/'} size="sm" fw={550}>
                    {asset.number}
                  </TextLink>
                  {asset.serial && (
                    <Text span size="xs" c="dimmed" ml={8}>
                      {asset.serial}
                    </Text>
                  )}
                </>
              }
              badge={
                asset.unfitReasons.length > 0 && (
                  <StatusBadge tone="bad">{asset.unfitReasons.map(unfitText).join(' · ')}</StatusBadge>
                )
              }
              weight={format.weight(asset.weightGrams)}
              label={asset.number}
              takeOut={takeOut && (() => takeOut(asset.number, [{ assetId: asset.assetId }]))}
            />
          ))}
        </Section>
      ))}
      {contents.stock.length > 0 && (
        <Section title={t('cases.things.products')} count={contents.stock.reduce((sum, line) => sum + line.quantity, 0)}>
          {contents.stock.map((line) => (
            <Row
              key={line.productId}
              what={
                <>
                  <b className="num">{format.number(line.quantity)} ×</b>{' '}
                  <TextLink to={`/stock/${line.productId}` as '/'} size="sm">
                    {line.productName}
                  </TextLink>
                </>
              }
              weight={format.weight(line.weightGrams === null ? null : line.weightGrams * line.quantity)}
              label={line.productName}
              pieces={line.quantity}
              takeOut={
                takeOut && ((quantity) => takeOut(line.productName, [{ productId: line.productId, quantity: quantity ?? 1 }]))
              }
            />
          ))}
        </Section>
      )}
    </>
  )
}

function Section({ title, count, children }: { title: ReactNode; count: number; children: ReactNode }) {
  const format = useFormat()
  return (
    <Card padding={0}>
      <Group justify="space-between" px="md" py={8} wrap="nowrap" style={{ borderBottom: '1px solid var(--ek-line)' }}>
        <Text size="sm" fw={600} component="div">
          {title}
        </Text>
        <Text size="sm" c="dimmed" className="num">
          {format.number(count)}
        </Text>
      </Group>
      <Table horizontalSpacing="md">
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Card>
  )
}

function Row(props: {
  what: ReactNode
  badge?: ReactNode
  weight: string
  label: string
  pieces?: number
  takeOut?: (quantity?: number) => Promise<void>
}) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const takeOut = props.takeOut
  const label = t('cases.unpackNamed', { label: props.label })
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{props.what}</Table.Td>
      <Table.Td>{props.badge}</Table.Td>
      <Table.Td ta="right" c="dimmed" className="num" style={{ whiteSpace: 'nowrap' }}>
        {props.weight}
      </Table.Td>
      {takeOut && (
        <Table.Td w={52}>
          <Tooltip label={label}>
            <ActionIcon
              aria-label={label}
              onClick={() => {
                if (!props.pieces || props.pieces === 1) return void takeOut(1)
                setAsking(true)
              }}
            >
              <IconArrowBarUp size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
          {asking && (
            <TakeOutDialog label={label} pieces={props.pieces ?? 1} onClose={() => setAsking(false)} takeOut={takeOut} />
          )}
        </Table.Td>
      )}
    </Table.Tr>
  )
}
