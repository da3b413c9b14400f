import { Card, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { useFormat } from '@/lib/format'
import type { PullList } from '@/lib/pull-lists'
import { useCan } from '@/lib/session'
import { type EventOf, firstLinesQuery, type Gap, type Missing } from '../api/technical'
import { gapGroups, needsAnswer } from '../model/load'
import classes from './Technical.module.css'

const ofProducts: readonly Gap[] = ['POWER_UNKNOWN', 'RATING_UNKNOWN', 'RATING_GUESSED', 'WEIGHT_UNKNOWN', 'NOT_HUNG']

/** What is left out of the sums because nobody entered it, and where to enter it. */
export function Gaps({ missing, lists, event }: { missing: Missing[]; lists: PullList[]; event: EventOf }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const groups = gapGroups(missing)
  const asked = groups.some((one) => ofProducts.includes(one.gap)) && can('PRODUCT_READ')
  const lines = useQueries({ queries: lists.map((list) => ({ ...firstLinesQuery(list.id), enabled: asked })) })
  const products = new Map(
    lines.flatMap((one) => one.data ?? []).flatMap((line) => (line.productId ? [[line.id, line.productId] as const] : [])),
  )
  if (groups.length === 0) return null
  const hrefOf = (gap: Gap, thing: { name: string | null; lineId: string | null }) => {
    if (!thing.name || !ofProducts.includes(gap) || !can('PRODUCT_READ')) return undefined
    const id = thing.lineId && products.get(thing.lineId)
    // Inside kits and cases a line knows no product; the list of products finds it.
    return id ? `/products/${id}` : `/products?q=${encodeURIComponent(thing.name)}`
  }
  return (
    <Card padding="md" component="section" aria-label={t('technical.unknown')}>
      <Title order={2} size="h5" mb={4}>
        {t('technical.unknown')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('technical.unknownText')}
      </Text>
      <ul className={classes.gaps}>
        {groups.map(({ gap, things }) => (
          <li key={gap} style={{ display: 'flex', gap: 10 }}>
            {needsAnswer(gap) ? (
              <IconAlertTriangle
                size={18}
                aria-hidden
                color="var(--mantine-color-warn-6)"
                style={{ flex: 'none', marginTop: 2 }}
              />
            ) : (
              <IconInfoCircle size={18} aria-hidden style={{ flex: 'none', marginTop: 2, opacity: 0.7 }} />
            )}
            <div style={{ minWidth: 0 }}>
              <Text size="sm">
                {t(`technical.gaps.${gap}`)}{' '}
                {gap === 'NO_SUPPLY' && event.venueId && can('VENUE_READ') && (
                  <TextLink to={`/venues/${event.venueId}` as '/'} inherit>
                    {event.venueName}
                  </TextLink>
                )}
                {gap === 'NO_VENUE' && can('EVENT_EDIT') && (
                  <TextLink to={`/events/${event.id}/edit` as '/'} inherit>
                    {t('technical.nameVenue')}
                  </TextLink>
                )}
              </Text>
              {things.some((one) => one.name) && (
                <ul className={classes.things}>
                  {things.map((one) => {
                    const href = hrefOf(gap, one)
                    return (
                      <li key={one.name}>
                        {one.pieces > 0 && <span className="num">{format.number(one.pieces)} × </span>}
                        {href ? (
                          <TextLink to={href as '/'} inherit>
                            {one.name}
                          </TextLink>
                        ) : (
                          one.name
                        )}
                      </li>
                    )
                  })}
                </ul>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
