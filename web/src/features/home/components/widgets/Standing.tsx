import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { useFormat } from '@/lib/format'
import type { Home } from '../api/home'
import classes from './HomePage.module.css'

/** In the order in which a thing goes through them; what has left the company is no part of how it stands. */
const order = ['AVAILABLE', 'CHECKED_IN', 'RESERVED', 'CHECKED_OUT', 'ON_SITE', 'IN_REPAIR', 'DAMAGED', 'LOST'] as const

/** One bar of all equipment by state, with a legend that leads to the lists. */
export function Standing({ home }: { home: Home }) {
  const { t } = useTranslation()
  const format = useFormat()
  const parts = order.map((status) => ({ status, count: home.assetsByStatus?.[status] ?? 0 })).filter((part) => part.count > 0)
  const all = parts.reduce((sum, part) => sum + part.count, 0)
  return (
    <>
      <div className={classes.bar} aria-hidden>
        {parts.map((part) => (
          <span key={part.status} data-status={part.status} style={{ flexGrow: part.count }} />
        ))}
      </div>
      <ul className={classes.legend}>
        {parts.map((part) => (
          <li key={part.status}>
            <i data-status={part.status} aria-hidden />
            <TextLink
              to="/assets"
              search={{ status: part.status } as never}
              size="sm"
              c="var(--mantine-color-text)"
              className={classes.cover}
            >
              {t(`codes.status.${part.status}`)}
            </TextLink>
            <Text size="sm" fw={600} className="num" ml="auto">
              {format.number(part.count)}
            </Text>
            <Text size="xs" c="dimmed" className="num" w={56} ta="right" style={{ whiteSpace: 'nowrap' }}>
              {format.percent((part.count / all) * 100)}
            </Text>
          </li>
        ))}
      </ul>
      {home.unfit !== null && home.unfit > 0 && (
        <Group justify="space-between" mt="sm" wrap="nowrap">
          <Text size="sm" c="dimmed">
            {t('home.unfit', { count: home.unfit })}
          </Text>
          <TextLink to="/assets" search={{ fit: 'false' } as never} size="sm">
            {t('home.showUnfit')}
          </TextLink>
        </Group>
      )}
    </>
  )
}
