import { Button, Card, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { currencyDigits, useFormat } from '@/lib/format'
import { type Difference, diffQuery, type Quote, tones, versionQuery } from '../api/quotes'
import { LinesTable } from './QuoteLines'
import { Sums } from './Sums'

/** All versions, what differs from one to the next, and how an earlier one read. */
export function VersionsTab({ quote }: { quote: Quote }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [shown, setShown] = useState<string>()
  return (
    <Stack gap="md">
      {quote.versions.map((version) => (
        <Card key={version.id} padding="md" component="section" aria-label={`v${version.nth}`}>
          <Group justify="space-between" gap="sm">
            <Group gap="sm">
              <Text fw={600} component="h2">
                v{version.nth}
              </Text>
              <StatusBadge tone={tones[version.state]}>{t(`quotes.states.${version.state}`)}</StatusBadge>
              <Text size="sm" c="dimmed">
                {version.sentAt
                  ? t('quotes.sentOn', { date: format.date(version.sentAt), who: version.sentByName })
                  : format.date(version.stateSince)}
              </Text>
            </Group>
            <Group gap="sm">
              <Text size="sm">{format.money(version.net)}</Text>
              <Button
                size="xs"
                variant="default"
                aria-expanded={shown === version.id}
                onClick={() => setShown(shown === version.id ? undefined : version.id)}
              >
                {t(shown === version.id ? 'quotes.hide' : 'quotes.show')}
              </Button>
            </Group>
          </Group>
          {version.nth > 1 && <Differences quote={quote} nth={version.nth} />}
          {shown === version.id && <Shown id={version.id} />}
        </Card>
      ))}
    </Stack>
  )
}

function Shown({ id }: { id: string }) {
  const query = useQuery(versionQuery(id))
  return (
    <QueryState query={query}>
      {(version) => (
        <Stack gap="sm" mt="md">
          <LinesTable version={version} editable={false} />
          <Sums version={version} />
        </Stack>
      )}
    </QueryState>
  )
}

function Differences({ quote, nth }: { quote: Quote; nth: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useQuery(diffQuery(quote.id, nth - 1, nth))
  /** As people write it; the server says it for programs. */
  const write = (field: string | null, value: string | null) => {
    if (value === null) return '–'
    const money = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(value)
    if (money) {
      const currency = money[2]!
      return format.money({ amountMinor: Math.round(Number(money[1]) * 10 ** currencyDigits(currency)), currency })
    }
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return format.date(value)
    if (value === 'true' || value === 'false') return t(`common.${value === 'true' ? 'yes' : 'no'}`)
    if (!/^-?\d+(\.\d+)?$/.test(value) || field === 'name' || field === 'note') return value
    return field === 'vat' || /percent$/i.test(field ?? '') ? format.percent(Number(value)) : format.number(Number(value))
  }
  const sentence = (one: Difference) => {
    if (one.kind === 'ADDED') return t('quotes.diff.added', { what: one.now })
    if (one.kind === 'REMOVED') return t('quotes.diff.removed', { what: one.before })
    const field = t(`fields.${one.field}`, { defaultValue: one.field ?? '' })
    return t('quotes.diff.changed', {
      what: one.line ? `${one.line}, ${field}` : field,
      before: write(one.field, one.before),
      now: write(one.field, one.now),
    })
  }
  return (
    <QueryState query={query}>
      {({ differences }) => (
        <Stack gap={2} mt="sm" component="ul" pl="md" m={0}>
          {differences.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('quotes.diff.none', { nth: nth - 1 })}
            </Text>
          )}
          {differences.map((one) => (
            <Text key={`${one.lineId}-${one.field}-${one.kind}`} size="sm" component="li">
              {sentence(one)}
            </Text>
          ))}
        </Stack>
      )}
    </QueryState>
  )
}
