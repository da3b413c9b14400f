import { Box, Button, Group, Table, Text, Title, VisuallyHidden } from '@mantine/core'
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import classes from '@/components/Paper.module.css'
import { PaperLogo } from '@/components/PaperLogo'
import { QueryState } from '@/components/QueryState'
import { url } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { type PackingList, packingListQuery } from '../api/cases'
import { useMeasureTexts } from './texts'

/** Everything in a case on one sheet, to read beside the open lid or to print. */
export function PackingListPage({ id }: { id: string }) {
  const query = useQuery(packingListQuery(id))
  return <QueryState query={query}>{(list) => <Sheet list={list} />}</QueryState>
}

function Sheet({ list }: { list: PackingList }) {
  const { t } = useTranslation()
  const format = useFormat()
  const measured = useMeasureTexts()
  const gaps = [measured.weightGap(list.measures), measured.valueGap(list.measures)]
  return (
    <Box maw={860}>
      <Group justify="space-between" mb="md" className={classes.screen}>
        <TextLink to={`/cases/${list.caseId}` as '/'} size="sm">
          {list.number}
        </TextLink>
        <Group gap="sm">
          <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
            {t('cases.print')}
          </Button>
          <Button
            component="a"
            href={url(`/cases/${list.caseId}/packing-list.pdf`)}
            target="_blank"
            rel="noreferrer"
            leftSection={<IconFileTypePdf size={16} aria-hidden />}
          >
            {t('cases.pdf')}
          </Button>
        </Group>
      </Group>
      <article className={classes.sheet}>
        <PaperLogo />
        <Text size="sm" c="dimmed">
          {[list.company, t('cases.packingList')].filter(Boolean).join(' · ')}
        </Text>
        <Title order={1} size="h2">
          {list.number}
        </Title>
        <Text>{list.name}</Text>
        <Text size="sm" c="dimmed" mb="md">
          {list.locationName} · {format.dateTime(list.at)}
        </Text>
        {list.lines.length === 0 ? (
          <Text>{t('cases.nothingIn')}</Text>
        ) : (
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={36}>
                  <VisuallyHidden>{t('cases.ticked')}</VisuallyHidden>
                </Table.Th>
                <Table.Th w={70} ta="right">
                  {t('cases.pieces')}
                </Table.Th>
                <Table.Th>{t('cases.contents')}</Table.Th>
                <Table.Th ta="right">{t('cases.weight')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {list.lines.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a printed list has no identity beyond its order
                <Table.Tr key={index}>
                  <Table.Td>
                    <span className={classes.tick} aria-hidden />
                  </Table.Td>
                  <Table.Td ta="right" className="num">
                    {format.number(line.quantity)}
                  </Table.Td>
                  <Table.Td style={{ paddingLeft: 10 + line.depth * 22, overflowWrap: 'anywhere' }}>
                    <Text size="sm" fw={line.kind === 'CASE' ? 650 : 400}>
                      {line.name}
                    </Text>
                    {line.numbers.length > 0 && (
                      <Text size="xs" c="dimmed">
                        {line.numbers.join(', ')}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td ta="right" className="num" style={{ whiteSpace: 'nowrap' }}>
                    {format.weight(line.weightGrams)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        <Group justify="space-between" mt="md">
          <Text fw={600}>
            {t('cases.weight')}: {measured.weight(list.measures)}
          </Text>
          <Text fw={600}>
            {t('cases.value')}: {measured.value(list.measures)}
          </Text>
        </Group>
        <Text size="sm" c="dimmed">
          {gaps.filter(Boolean).join(' · ')}
        </Text>
      </article>
    </Box>
  )
}
