import { Alert, Button, Checkbox, Group, Modal, ScrollArea, SegmentedControl, Stack, Table, Text } from '@mantine/core'
import { IconAlertTriangle, IconFileSpreadsheet, IconFileTypeCsv, IconFileTypePdf } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { QueryState } from '@/components/QueryState'
import { url } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { languageOf } from '@/lib/i18n'
import { pullListsQuery } from '@/lib/pull-lists'
import { useCan } from '@/lib/session'
import classes from './Carnet.module.css'
import { type Carnet, type Choice, carnetQuery, type Item } from './carnet'

const kinds = ['consumables', 'subHired', 'cases'] as const
const SHOWN = 200
/** On a paper. */
const ITEMS_MAX = 5_000

/** The goods of an event for customs and the insurer: which, what is missing of them, and the papers. */
export function CarnetDialog(props: { eventId: string; listId?: string; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const can = useCan()
  const { eventId } = props
  const lists = useQuery(pullListsQuery(eventId))
  const [chosen, setChosen] = useState<string[] | undefined>(props.listId ? [props.listId] : undefined)
  const [included, setIncluded] = useState({ consumables: false, subHired: true, cases: true })
  const [language, setLanguage] = useState<string>(languageOf(i18n.language))
  const all = lists.data?.items ?? []
  const choice: Choice = { list: chosen && chosen.length < all.length ? chosen : undefined, ...included }
  const none = chosen?.length === 0
  const query = useQuery({ ...carnetQuery(eventId, choice), placeholderData: keepPreviousData, enabled: !none })
  const files = `/events/${eventId}/carnet`
  const items = query.data?.items.length ?? 0
  const disabled = none || items === 0
  return (
    <Modal opened onClose={props.onClose} size="lg" title={<Text fw={650}>{t('carnet.title')}</Text>}>
      <Stack gap="md">
        <Text size="sm">{t('carnet.text')}</Text>
        {all.length > 1 && (
          <Checkbox.Group
            label={t('carnet.lists')}
            value={chosen ?? all.map((list) => list.id)}
            onChange={setChosen}
            error={none ? t('carnet.noList') : undefined}
          >
            <Group gap="md" mt={6}>
              {all.map((list) => (
                <Checkbox key={list.id} value={list.id} label={list.name} />
              ))}
            </Group>
          </Checkbox.Group>
        )}
        <Stack gap={8} role="group" aria-label={t('carnet.include')}>
          <Text size="sm" fw={500}>
            {t('carnet.include')}
          </Text>
          {kinds.map((kind) => (
            <Checkbox
              key={kind}
              label={t(`carnet.kinds.${kind}`)}
              description={t(`carnet.hints.${kind}`)}
              checked={included[kind]}
              onChange={(event) => setIncluded({ ...included, [kind]: event.currentTarget.checked })}
            />
          ))}
        </Stack>
        {!none && <QueryState query={query}>{(carnet) => <Contents carnet={carnet} />}</QueryState>}
        <Group justify="space-between" gap="sm">
          <SegmentedControl
            aria-label={t('carnet.language')}
            value={language}
            onChange={setLanguage}
            data={[
              { value: 'en', label: 'English' },
              { value: 'de', label: 'Deutsch' },
            ]}
          />
          <Group gap="xs">
            {can('EXPORT') &&
              (['xlsx', 'csv'] as const).map((format) => (
                <Button
                  key={format}
                  component="a"
                  href={url(`${files}.${format}`, { ...choice, language })}
                  download
                  variant="default"
                  data-disabled={disabled || undefined}
                  aria-disabled={disabled}
                  onClick={(event) => disabled && event.preventDefault()}
                  leftSection={
                    format === 'csv' ? <IconFileTypeCsv size={16} aria-hidden /> : <IconFileSpreadsheet size={16} aria-hidden />
                  }
                >
                  {format.toUpperCase()}
                </Button>
              ))}
            <Button
              component="a"
              href={url(`${files}/print`, { ...choice, language })}
              target="_blank"
              data-disabled={disabled || items > ITEMS_MAX || undefined}
              aria-disabled={disabled || items > ITEMS_MAX}
              onClick={(event) => (disabled || items > ITEMS_MAX) && event.preventDefault()}
              leftSection={<IconFileTypePdf size={16} aria-hidden />}
            >
              PDF
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  )
}

/** The sums, what they lack, and what is on the lists and not on the carnet. */
function Contents({ carnet }: { carnet: Carnet }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { items, totals, leftOut } = carnet
  const lacking = items.filter((item) => item.lacks.length > 0)
  const sum = (value: string, known: boolean, missing: number) => (missing === 0 ? value : known ? `≥ ${value}` : '–')
  const figures = [
    [t('carnet.items'), format.number(items.length)],
    [t('carnet.pieces'), format.number(totals.pieces)],
    [t('carnet.weight'), sum(format.weight(totals.weightGrams), totals.weightGrams > 0, totals.weightsUnknown)],
    [t('carnet.value'), sum(format.money(totals.value), totals.value.amountMinor > 0, totals.valuesUnknown)],
  ]
  const notes = [
    ...kinds
      .filter((kind) => leftOut[kind] > 0)
      .map((kind) => t(`carnet.leftOut.${kind}`, { count: leftOut[kind], number: format.number(leftOut[kind]) })),
    ...(leftOut.textLines > 0
      ? [
          t('carnet.leftOut.texts', {
            count: leftOut.textLines,
            number: format.number(leftOut.textLines),
            texts: leftOut.texts.slice(0, 3).join(', ') + (leftOut.textLines > 3 ? ' …' : ''),
          }),
        ]
      : []),
    ...(totals.ownValuesHidden > 0
      ? [t('carnet.ownValuesHidden', { count: totals.ownValuesHidden, number: format.number(totals.ownValuesHidden) })]
      : []),
  ]
  return (
    <Stack gap="sm">
      <dl className={classes.figures}>
        {figures.map(([label, figure]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="num">{figure}</dd>
          </div>
        ))}
      </dl>
      {notes.length > 0 && (
        <Text size="sm" c="dimmed">
          {notes.join(' ')}
        </Text>
      )}
      {items.length > ITEMS_MAX && <Alert color="info">{t('carnet.tooLong', { number: format.number(ITEMS_MAX) })}</Alert>}
      {items.length === 0 && <Alert color="info">{t('carnet.empty')}</Alert>}
      {lacking.length > 0 && (
        <Alert
          color="warn"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('carnet.missingTitle', { count: lacking.length, number: format.number(lacking.length) })}
        >
          <Stack gap="xs">
            {t('carnet.missingText')}
            <ScrollArea.Autosize mah={220} type="auto" viewportProps={{ tabIndex: 0 }}>
              <Table verticalSpacing={4} horizontalSpacing={0} aria-label={t('carnet.missing')}>
                <Table.Tbody>
                  {lacking.slice(0, SHOWN).map((item) => (
                    <Missing key={item.number} item={item} />
                  ))}
                </Table.Tbody>
              </Table>
            </ScrollArea.Autosize>
            {lacking.length > SHOWN && t('carnet.more', { number: format.number(lacking.length - SHOWN) })}
          </Stack>
        </Alert>
      )}
    </Stack>
  )
}

function Missing({ item }: { item: Item }) {
  const { t } = useTranslation()
  const path = item.kind === 'CASE' ? `/cases/${item.id}` : `/products/${item.id}`
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }} pr="sm">
        <TextLink
          to={path as '/'}
          search={(item.kind === 'CASE' ? {} : { tab: 'details' }) as never}
          target="_blank"
          size="sm"
          aria-label={t('carnet.opens', { name: item.name })}
        >
          {item.name}
        </TextLink>
      </Table.Td>
      <Table.Td ta="right">{item.lacks.map((lack) => t(`carnet.lacks.${lack}`)).join(', ')}</Table.Td>
    </Table.Tr>
  )
}
