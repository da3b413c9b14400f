import { Loader } from '@mantine/core'
import { IconAlertTriangle, IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { kindIcon } from '@/lib/kinds'
import type { Offer, ThingFree } from '../api/suggestions'
import { isOne } from '../model/offers'
import classes from './PullList.module.css'

/** What the words in the field may mean; the last one is to write them down as they are. */
export function Offers(props: {
  id: string
  offers: Offer[]
  numbers: Map<string, ThingFree> | undefined
  text: string
  quantity: number
  waiting: boolean
  chosen: number
  /** How many of a product stand on the list already and are not held yet. */
  onList: (offer: Offer) => number
  onPoint: (index: number) => void
  onTake: (index: number) => void
}) {
  const { t } = useTranslation()
  const { offers, chosen } = props
  const option = (index: number) => ({
    id: `${props.id}-${index}`,
    role: 'option',
    'aria-selected': chosen === index,
    className: classes.offer,
    onMouseMove: () => chosen !== index && props.onPoint(index),
    // The field keeps the focus.
    onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
    onClick: () => props.onTake(index),
  })
  return (
    <div id={props.id} role="listbox" aria-label={t('pulllists.offers')} className={classes.offers}>
      {offers.map((offer, index) => {
        const Sign = kindIcon(offer.kind)
        return (
          <div key={`${offer.kind}${offer.id}`} {...option(index)}>
            <Sign size={18} stroke={1.7} aria-hidden />
            <div style={{ minWidth: 0 }}>
              <div className={classes.offername}>{offer.name}</div>
              <small>{[t(`pulllists.kinds.${offer.kind}`), offer.code, offer.subtitle].filter(Boolean).join(' · ')}</small>
            </div>
            <FreeOfOffer offer={offer} numbers={props.numbers} quantity={props.quantity} onList={props.onList(offer)} />
          </div>
        )
      })}
      {props.waiting && offers.length === 0 && (
        <div className={classes.offer} role="presentation">
          <Loader size={14} />
          <span>{t('common.loading')}</span>
        </div>
      )}
      <div {...option(offers.length)}>
        <IconPencil size={18} stroke={1.7} aria-hidden />
        <div style={{ minWidth: 0 }}>
          <div className={classes.offername}>{props.text}</div>
          <small>{t('pulllists.asText')}</small>
        </div>
      </div>
    </div>
  )
}

function FreeOfOffer(props: { offer: Offer; numbers: Map<string, ThingFree> | undefined; quantity: number; onList: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { offer, numbers, onList } = props
  const found = numbers?.get(offer.id)
  if (!found) return <span className={classes.number}>{numbers ? '' : '…'}</span>
  const asset = offer.kind === 'ASSET'
  // There is one of each case and asset, however many somebody asks for.
  const wanted = asset ? 1 : (isOne(offer.kind) ? 1 : props.quantity) + onList
  const number = { free: format.number(Math.max(0, found.firm)), short: format.number(wanted - found.firm) }
  return (
    <div className={classes.number}>
      {wanted > found.firm ? (
        <span className={classes.free} data-state="short">
          <IconAlertTriangle size={14} aria-hidden />
          {asset ? <NotFree thing={found} /> : t('pulllists.freeShort', number)}
        </span>
      ) : wanted > found.worst ? (
        <span className={classes.free} data-state="worst">
          <IconAlertTriangle size={14} aria-hidden />
          {asset ? <NotFree thing={found} /> : t('pulllists.freeWorst', { ...number, worst: format.number(found.worst) })}
        </span>
      ) : (
        <span className={classes.free}>{asset ? t('pulllists.assetFree') : t('pulllists.free', number)}</span>
      )}
      {onList > 0 && <small>{t('pulllists.onList', { count: onList })}</small>}
    </div>
  )
}

/** Who or what keeps the only one there is; an option does so in the worst case. */
function NotFree({ thing: { kept, firm } }: { thing: ThingFree }) {
  const { t } = useTranslation()
  const words = () => {
    switch (kept?.why) {
      case 'HELD':
        return firm > 0
          ? t('pulllists.assetOptioned', { holder: kept.holder })
          : t('pulllists.assetHeld', { holder: kept.holder })
      case 'UNFIT':
        return t(`pulllists.assetUnfit.${kept.reason}`, { defaultValue: t('pulllists.assetNotFree') })
      case 'ELSEWHERE':
        return t('pulllists.assetElsewhere')
      case 'TYPE_PROMISED':
        return firm > 0 ? t('pulllists.assetTypeOptioned') : t('pulllists.assetTypePromised')
      default:
        return t('pulllists.assetNotFree')
    }
  }
  const said = words()
  return (
    <span className={classes.kept} title={said}>
      {said}
    </span>
  )
}
