import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { useFormat } from '@/lib/format'
import { kindIcon, listPath } from '@/lib/kinds'
import type { Equipment } from '../../api/boards'
import boards from '../Boards.module.css'
import classes from '../HomePage.module.css'
import { Nothing } from './Nothing'

/** In the order in which a thing goes through them; what has left the company is no part of how it stands. */
const order = ['AVAILABLE', 'CHECKED_IN', 'RESERVED', 'CHECKED_OUT', 'ON_SITE', 'IN_REPAIR', 'DAMAGED', 'LOST'] as const

/** What there is, and one bar of all equipment by state with a legend that leads to the lists. */
export function Standing({ equipment }: { equipment: Equipment }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const parts = order
    .map((status) => ({ status, count: equipment.assetsByStatus?.[status] ?? 0 }))
    .filter((part) => part.count > 0)
  const all = parts.reduce((sum, part) => sum + part.count, 0)
  if (equipment.counts.every((one) => one.total === 0)) return <Nothing kind="EQUIPMENT" />
  return (
    <>
      <ul className={boards.counts}>
        {equipment.counts.map(({ kind, total }) => {
          const Sign = kindIcon(kind)
          const name = i18n.exists(`search.kinds.${kind}`) ? t(`search.kinds.${kind}`) : kind
          const path = listPath(kind)
          return (
            <li key={kind}>
              <Sign size={17} aria-hidden />
              <b className="num">{format.number(total)}</b>
              {path ? (
                <TextLink to={path as '/'} size="sm" c="dimmed" className={classes.cover}>
                  {name}
                </TextLink>
              ) : (
                <Text size="sm" c="dimmed">
                  {name}
                </Text>
              )}
            </li>
          )
        })}
      </ul>
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
      {equipment.unfit !== null && equipment.unfit > 0 && (
        <Group justify="space-between" mt="sm" wrap="nowrap">
          <Text size="sm" c="dimmed">
            {t('home.unfit', { count: equipment.unfit })}
          </Text>
          <TextLink to="/assets" search={{ fit: 'false' } as never} size="sm">
            {t('home.showUnfit')}
          </TextLink>
        </Group>
      )}
    </>
  )
}
