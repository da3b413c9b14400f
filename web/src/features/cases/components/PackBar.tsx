import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { later } from '@/components/later'
import { useCan } from '@/lib/session'
import { type FlightCase, pack } from '../api/cases'
import { itemOf } from './picked'
import { ScanBar } from './ScanBar'

const PickDialog = later(() => import('./PickDialog').then((file) => file.PickDialog))

/** Whether the person may take things out of this case as it is now. */
export function useUnpackable(of: FlightCase): boolean {
  const can = useCan()
  return can('CASE_EDIT') && (of.status === 'OPEN' || of.status === 'OUT_OF_SERVICE')
}

/** Puts things in and takes them out by scanning, or from the list; says why not where that can not be. */
export function PackBar({ of, refresh, focused }: { of: FlightCase; refresh: () => Promise<unknown>; focused?: boolean }) {
  const { t } = useTranslation()
  const can = useCan()
  const unpackable = useUnpackable(of)
  const [picking, setPicking] = useState(false)
  if (!can('CASE_EDIT')) return null
  if (!unpackable) {
    return (
      <Text size="sm" c="dimmed">
        {t(of.status === 'CLOSED' ? 'cases.closedHint' : 'cases.retiredHint')}
      </Text>
    )
  }
  return (
    <>
      <ScanBar
        caseId={of.id}
        packable={of.status === 'OPEN'}
        onChanged={refresh}
        onPick={() => setPicking(true)}
        focused={focused}
      />
      {picking && (
        <PickDialog
          title={t('cases.packTitle', { number: of.number })}
          action={t('cases.pack')}
          of={of}
          fromPlace
          onlyCounted
          onClose={() => setPicking(false)}
          onPick={async (picked) => {
            await pack(of.id, [itemOf(picked)])
            await refresh()
          }}
        />
      )}
    </>
  )
}
