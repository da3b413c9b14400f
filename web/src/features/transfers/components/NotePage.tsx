import { Box, Button, Group, Table, Text, Title } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import classes from '@/components/Paper.module.css'
import { PaperLogo } from '@/components/PaperLogo'
import { QueryState } from '@/components/QueryState'
import { useFormat } from '@/lib/format'
import { useMe } from '@/lib/session'
import { type Line, linesQuery, type Transfer, transferQuery } from '../api/transfers'

/** The paper that travels along: what is on board, to tick off and to sign. */
export function NotePage({ id }: { id: string }) {
  const query = useQuery(transferQuery(id))
  const lines = useQuery(linesQuery(id))
  return (
    <QueryState query={query}>
      {(transfer) => <QueryState query={lines}>{(found) => <Sheet transfer={transfer} lines={found} />}</QueryState>}
    </QueryState>
  )
}

function Sheet({ transfer, lines }: { transfer: Transfer; lines: Line[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const me = useMe()
  return (
    <Box maw={860}>
      <Group justify="space-between" mb="md" className={classes.screen}>
        <TextLink to={`/transfers/${transfer.id}` as '/'} size="sm">
          {transfer.number}
        </TextLink>
        <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
          {t('transfers.print')}
        </Button>
      </Group>
      <article className={classes.sheet}>
        <PaperLogo />
        <Text size="sm" c="dimmed">
          {me.company.name} · {t('transfers.noteTitle')}
        </Text>
        <Title order={1} size="h2">
          {transfer.number}
        </Title>
        <dl className={classes.ends}>
          <div>
            <dt>{t('transfers.from')}</dt>
            <dd>{transfer.from.name}</dd>
          </div>
          <div>
            <dt>{t('transfers.to')}</dt>
            <dd>{transfer.to.name}</dd>
          </div>
          <div>
            <dt>{t(transfer.dispatchedAt ? 'transfers.dispatched' : 'transfers.plannedOn')}</dt>
            <dd>{transfer.dispatchedAt ? format.dateTime(transfer.dispatchedAt) : format.date(transfer.plannedOn)}</dd>
          </div>
        </dl>
        {transfer.note && (
          <Text size="sm" mb="md" style={{ whiteSpace: 'pre-wrap' }}>
            {transfer.note}
          </Text>
        )}
        {lines.length === 0 ? (
          <Text>{t('transfers.noLines')}</Text>
        ) : (
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th className={classes.box}>
                  <span>{t('transfers.loadedTick')}</span>
                </Table.Th>
                <Table.Th className={classes.box}>
                  <span>{t('transfers.receivedTick')}</span>
                </Table.Th>
                <Table.Th>{t('transfers.item')}</Table.Th>
                <Table.Th w={80} ta="right">
                  {t('transfers.pieces')}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map((line) => (
                <Table.Tr key={line.id}>
                  <Table.Td ta="center">
                    <span className={classes.tick} aria-hidden />
                  </Table.Td>
                  <Table.Td ta="center">
                    <span className={classes.tick} aria-hidden />
                  </Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    <Text size="sm" fw={line.kind === 'CASE' ? 650 : 400}>
                      {line.number && <b>{line.number}</b>} {line.name}
                    </Text>
                    {line.fromLocation && (
                      <Text size="xs" c="dimmed">
                        {line.fromLocation.name}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td ta="right" className="num">
                    {format.number(line.quantity)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        <div className={classes.signatures}>
          <p>{t('transfers.handedOver')}</p>
          <p>{t('transfers.takenOver')}</p>
        </div>
      </article>
    </Box>
  )
}
