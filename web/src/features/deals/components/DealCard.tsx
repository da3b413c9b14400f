import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowRight, IconDots, IconTrophy, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { type Deal, type Stage, takes } from '../api/deals'
import classes from './Board.module.css'

const signs = { OPEN: IconArrowRight, WON: IconTrophy, LOST: IconX }

/** A deal on the board: dragged by hand, moved by its menu or by Shift and an arrow key without one. */
export function DealCard(props: {
  deal: Deal
  stages: Stage[]
  editable: boolean
  dragged: boolean
  onDrag: (now: boolean) => void
  move: (to: Stage) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { deal, stages } = props
  const next = stages.filter((stage) => takes(deal, stage))
  const onKey = (event: KeyboardEvent) => {
    if (!props.editable || !event.shiftKey || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return
    const at = stages.findIndex((stage) => stage.id === deal.stage.id)
    const towards = event.key === 'ArrowRight' ? stages.slice(at + 1) : stages.slice(0, at).reverse()
    const to = towards.find((stage) => takes(deal, stage))
    if (!to) return
    event.preventDefault()
    props.move(to)
  }
  return (
    <li
      className={classes.card}
      data-deal={deal.id}
      data-state={deal.state}
      draggable={props.editable}
      data-dragged={props.dragged || undefined}
      onDragStart={(drag) => {
        drag.dataTransfer.effectAllowed = 'move'
        drag.dataTransfer.setData('text/plain', deal.name)
        props.onDrag(true)
      }}
      onDragEnd={() => props.onDrag(false)}
      onKeyDown={onKey}
    >
      <div className={classes.title}>
        <Link
          to={`/deals/${deal.id}` as '/'}
          draggable={false}
          aria-keyshortcuts={props.editable ? 'Shift+ArrowRight Shift+ArrowLeft' : undefined}
        >
          {deal.name}
        </Link>
        {props.editable && next.length > 0 && (
          <Menu width={230}>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('deals.moveNamed', { name: deal.name })}>
                <IconDots size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {next.map((to) => {
                const Sign = signs[to.state]
                return (
                  <Menu.Item key={to.id} leftSection={<Sign size={16} aria-hidden />} onClick={() => props.move(to)}>
                    {t('deals.moveTo', { stage: to.name })}
                  </Menu.Item>
                )
              })}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <span className={classes.where}>{deal.client.name}</span>
      <span className={classes.sum}>
        <span className="num">{deal.value ? format.money(deal.value) : t('deals.noValue')}</span>
        {deal.state === 'OPEN' && <span className="num">{format.percent(deal.chancePercent)}</span>}
      </span>
      <span className={classes.where}>
        {deal.closedAt
          ? t('deals.closedOn', { day: format.date(deal.closedAt) })
          : deal.expectedClose && t('deals.closesOn', { day: format.date(deal.expectedClose) })}
      </span>
    </li>
  )
}
