import { Text } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { kindPath } from '@/lib/kinds'
import { TextLink } from './Link'
import { Numbered } from './Numbered'

/** Who has what is lacking: `since` when, and when it was to be back where it is late. */
export type Holder = {
  owner: string
  kind: string
  label: string
  quantity: number
  since: string
  dueBack: string | null
}

type Props = { holders: readonly Holder[]; moment: (instant: string) => string }

/** Each by its name, with a way there; who is late says since when. */
export function Holders({ holders, moment }: Props) {
  const { t } = useTranslation()
  return (
    <>
      {t('common.heldBy')}{' '}
      {holders.map((holder, i) => (
        <Fragment key={holder.owner}>
          {i > 0 && ', '}
          <HolderName holder={holder} moment={moment} />
        </Fragment>
      ))}
    </>
  )
}

export function HolderName({ holder, moment }: { holder: Holder; moment: (instant: string) => string }) {
  const { t } = useTranslation()
  const path = kindPath(holder.kind, holder.owner)
  return (
    <>
      {path ? (
        <TextLink to={path as '/'} size="sm">
          <Numbered>{holder.label}</Numbered>
        </TextLink>
      ) : (
        <Numbered>{holder.label}</Numbered>
      )}
      {holder.dueBack && (
        <Text span inherit c="var(--mantine-color-error)">
          {' '}
          ({t('common.lateSince', { since: moment(holder.since), due: moment(holder.dueBack) })})
        </Text>
      )}
    </>
  )
}
