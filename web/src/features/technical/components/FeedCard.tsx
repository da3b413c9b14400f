import { Card, Group, Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import type { Feed, PhaseLoad } from '../api/technical'
import { levelOfFeed, levelOfPhase, rowsOfPhases } from '../model/load'
import { LevelBadge, LoadBar } from './Load'
import { Sideways, Sum, Terms } from './Sum'
import classes from './Technical.module.css'

/** The three phases of the supply, or of a set of distros, each against what it may carry. */
export function FeedCard({ feed, title, text, volts }: { feed: Feed; title: string; text: string; volts: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const alike = new Set(feed.phases.map((one) => one.limitAmps)).size === 1
  return (
    <Card padding="md" component="section" aria-label={title}>
      <Group justify="space-between" align="flex-start" gap="sm" mb="sm" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Title order={3} size="h6">
            {title}
          </Title>
          <Text size="sm" c="dimmed">
            {text}
          </Text>
        </div>
        <LevelBadge level={levelOfFeed(feed)} />
      </Group>
      <ul className={classes.phases}>
        {feed.phases.map((phase) => (
          <Phase key={phase.phase} phase={phase} />
        ))}
      </ul>
      <Sum of={title}>
        {() => (
          <>
            <PhaseSums feed={feed} volts={volts} />
            <Terms
              caption={t('technical.limitFrom')}
              terms={feed.limits}
              unit="A"
              total={alike ? (feed.phases[0]?.limitAmps ?? undefined) : null}
              totalLabel={t('technical.onPhases', {
                phases: feed.phases.map((one) => `L${one.phase} ${format.number(one.limitAmps)} A`).join(' · '),
              })}
            />
          </>
        )}
      </Sum>
    </Card>
  )
}

function Phase({ phase }: { phase: PhaseLoad }) {
  const { t } = useTranslation()
  const format = useFormat()
  const level = levelOfPhase(phase)
  const { amps, limitAmps, overAmps } = phase
  const amount = (value: number) => format.number(Math.round(value * 100) / 100)
  return (
    <li>
      <b>L{phase.phase}</b>
      <LoadBar load={amps} limit={limitAmps} level={level} />
      <span className={`${classes.load} num`}>
        {limitAmps === null ? `${amount(amps)} A` : t('technical.ampsOf', { amps: amount(amps), limit: amount(limitAmps) })}
        <span className={classes.dim}> · {format.power(phase.watts)}</span>
      </span>
      <span className={`${classes.load} num`}>
        {limitAmps === null ? (
          <span className={classes.dim}>{t('technical.levels.unknown')}</span>
        ) : overAmps !== null ? (
          <b style={{ color: 'var(--mantine-color-error)' }}>{t('technical.ampsOver', { amps: amount(overAmps) })}</b>
        ) : (
          t(level === 'near' ? 'technical.ampsLeftNear' : 'technical.ampsLeft', { amps: amount(limitAmps - amps) })
        )}
      </span>
    </li>
  )
}

/** Line by line what each phase carries. */
function PhaseSums({ feed, volts }: { feed: Feed; volts: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const rows = rowsOfPhases(feed.phases)
  if (rows.length === 0) return <Text size="sm">{t('technical.nothingDraws')}</Text>
  const label = t('technical.loadFrom')
  return (
    <Sideways label={label}>
      <Table>
        <Table.Caption style={{ captionSide: 'top', textAlign: 'start', marginTop: 4 }}>
          {label}. {t('technical.formula', { volts: format.number(volts) })}
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('technical.what')}</Table.Th>
            <Table.Th className={classes.number}>{t('technical.each')}</Table.Th>
            {feed.phases.map((one) => (
              <Table.Th key={one.phase} className={classes.number}>
                L{one.phase}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.key}>
              <Table.Td>{row.name}</Table.Td>
              <Table.Td className={classes.number}>{format.number(row.each)} A</Table.Td>
              {row.pieces.map((pieces, at) => (
                <Table.Td key={feed.phases[at]!.phase} className={classes.number}>
                  {pieces === 0 ? (
                    <span className={classes.dim}>–</span>
                  ) : (
                    <>
                      <span className={classes.dim}>{format.number(pieces)} × =</span> {format.number(row.sums[at])} A
                    </>
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
          <Table.Tr className={classes.total}>
            <Table.Th colSpan={2} scope="row">
              {t('technical.total')}
            </Table.Th>
            {feed.phases.map((one) => (
              <Table.Td key={one.phase} className={classes.number}>
                {format.number(one.amps)} A
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Sideways>
  )
}
