import { Card, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { later } from '@/components/later'
import { StatusBadge } from '@/components/StatusBadge'
import { useFormat } from '@/lib/format'
import type { PullList } from '@/lib/pull-lists'
import type { Sockets } from '../api/technical'
import { BalanceTable } from './BalanceTable'
import { Terms } from './Sum'

const AddDialog = later(() => import('./AddDialog').then((file) => file.AddDialog))

/** Kind by kind, what plugs in against what it can plug into. What is missing comes first. */
export function SocketsCard({ sockets, lists }: { sockets: Sockets[]; lists: PullList[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [adding, setAdding] = useState<Sockets>()
  const used = sockets.filter((one) => one.plugs > 0).sort((a, b) => b.missing - a.missing)
  const unused = sockets.filter((one) => one.plugs === 0)
  return (
    <Card padding="md">
      {used.length === 0 ? (
        <Text size="sm">{t('technical.noPlugs')}</Text>
      ) : (
        <BalanceTable
          wanted={t('technical.plugs')}
          there={t('technical.sockets')}
          rows={used.map((one) => ({
            type: one.type,
            wanted: one.plugs,
            there: one.sockets,
            balance:
              one.missing > 0 ? (
                <StatusBadge tone="bad">
                  {t('technical.socketsMissing', { count: one.missing, number: format.number(one.missing) })}
                </StatusBadge>
              ) : (
                t('technical.socketsLeft', { number: format.number(one.spare) })
              ),
            sum: () => (
              <>
                <Terms caption={t('technical.plugs')} terms={one.plugTerms} unit="" />
                <Terms caption={t('technical.sockets')} terms={one.socketTerms} unit="" />
              </>
            ),
            add:
              one.missing > 0 && lists.length > 0
                ? { label: t('technical.addFor', { type: one.type }), run: () => setAdding(one) }
                : undefined,
          }))}
        />
      )}
      {unused.length > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('technical.unused', {
            sockets: unused.map((one) => `${format.number(one.sockets)} × ${one.type}`).join(', '),
          })}
        </Text>
      )}
      {adding && <AddDialog lacking={adding} lists={lists} onClose={() => setAdding(undefined)} />}
    </Card>
  )
}
