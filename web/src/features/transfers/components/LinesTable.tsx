import { Button, Card, Group, Table, Text, VisuallyHidden } from '@mantine/core'
import { IconPackages } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { TextLink } from '@/components/Link'
import { StatusBadge } from '@/components/StatusBadge'
import { WideTable } from '@/components/WideTable'
import { useFormat } from '@/lib/format'
import { kindIcon, kindPath } from '@/lib/kinds'
import { type Line, outcomeTone } from '../api/transfers'

const STEP = 200

/** What a line is, with its sign and a link to it. */
export function LineName({ line }: { line: Line }) {
  const kind = line.kind === 'STOCK' ? 'consumable' : line.kind
  const Sign = kindIcon(kind)
  return (
    <Group gap={8} wrap="nowrap" miw={0}>
      <Sign size={17} aria-hidden style={{ flex: 'none' }} />
      <Text size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>
        <TextLink to={kindPath(kind, line.itemId) as '/'} size="sm" fw={550}>
          {line.number ?? line.name}
        </TextLink>
        {line.number && ` ${line.name}`}
        {line.kind === 'STOCK' && line.fromLocation && (
          <Text size="xs" c="dimmed">
            {line.fromLocation.name}
          </Text>
        )}
        {line.note && (
          <Text size="xs" c="dimmed">
            {line.note}
          </Text>
        )}
      </Text>
    </Group>
  )
}

/** The lines of a transfer; a long list shows its beginning first. `last` is what can be done with a line. */
export function LinesTable({
  lines,
  last,
  mark,
}: {
  lines: Line[]
  last?: (line: Line) => ReactNode
  mark?: (line: Line) => ReactNode
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const [shown, setShown] = useState(STEP)
  const settled = lines.some((line) => line.outcome !== 'PENDING')
  if (lines.length === 0) {
    return (
      <Card>
        <EmptyState icon={IconPackages} title={t('transfers.noLines')} text={last && t('transfers.noLinesText')} />
      </Card>
    )
  }
  return (
    <Card padding={0}>
      <WideTable minWidth={settled ? 520 : 320} label={t('transfers.lines')}>
        <Table horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('transfers.item')}</Table.Th>
              <Table.Th ta="right">{t(last ? 'transfers.pieces' : 'transfers.sent')}</Table.Th>
              {settled && <Table.Th ta="right">{t('transfers.arrived')}</Table.Th>}
              {settled && <Table.Th>{t('transfers.outcome')}</Table.Th>}
              {last && (
                <Table.Th w={56}>
                  <VisuallyHidden>{t('common.actions')}</VisuallyHidden>
                </Table.Th>
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.slice(0, shown).map((line) => (
              <Table.Tr key={line.id}>
                <Table.Td>
                  <LineName line={line} />
                  {mark?.(line)}
                </Table.Td>
                <Table.Td ta="right" className="num">
                  {format.number(line.quantity)}
                </Table.Td>
                {settled && (
                  <Table.Td ta="right" className="num">
                    {format.number(line.receivedQuantity)}
                  </Table.Td>
                )}
                {settled && (
                  <Table.Td>
                    <StatusBadge tone={outcomeTone[line.outcome]}>{t(`transfers.outcomes.${line.outcome}`)}</StatusBadge>
                  </Table.Td>
                )}
                {last && <Table.Td ta="right">{last(line)}</Table.Td>}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      {lines.length > shown && (
        <Group justify="center" p="sm">
          <Button variant="default" onClick={() => setShown(shown + STEP)}>
            {t('common.showMore')}
          </Button>
        </Group>
      )}
    </Card>
  )
}
