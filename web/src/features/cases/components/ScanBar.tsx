import { Button, Card, SegmentedControl } from '@mantine/core'
import { IconListSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKindText } from '@/components/KindText'
import { ScanField } from '@/components/ScanField'
import { type PackItem, pack, resolveCode, unpack } from '../api/cases'

type Way = 'pack' | 'unpack'

/** Packs and unpacks what is scanned, one code after the other, or picked from a list. */
export function ScanBar({
  caseId,
  packable,
  onChanged,
  onPick,
  focused,
}: {
  caseId: string
  /** A case out of service only gives. */
  packable: boolean
  onChanged: () => Promise<unknown>
  onPick: () => void
  /** The page was opened to pack: the field waits for the first code. */
  focused?: boolean
}) {
  const { t } = useTranslation()
  const kindText = useKindText()
  const [way, setWay] = useState<Way>(packable ? 'pack' : 'unpack')
  const take = async (code: string, direction: Way) => {
    const found = await resolveCode(code)
    const item: PackItem | null =
      found.kind === 'ASSET' ? { assetId: found.id } : found.kind === 'CASE' ? { caseId: found.id } : null
    if (!item) throw new Error(t('cases.notPackable', { label: found.label, kind: kindText(found.kind) }))
    await (direction === 'pack' ? pack(caseId, [item]) : unpack(caseId, [item]))
    await onChanged()
    return t(direction === 'pack' ? 'cases.packedNamed' : 'cases.unpackedNamed', { label: found.label })
  }
  return (
    <Card padding="md">
      <ScanField<Way>
        label={t('cases.scan')}
        take={take}
        way={way}
        focused={focused}
        before={
          <SegmentedControl
            value={way}
            onChange={(value) => setWay(value as Way)}
            aria-label={t('cases.way')}
            data={[
              { value: 'pack', label: t('cases.pack'), disabled: !packable },
              { value: 'unpack', label: t('cases.unpack') },
            ]}
          />
        }
        after={
          <Button
            variant="default"
            size="md"
            leftSection={<IconListSearch size={18} aria-hidden />}
            onClick={onPick}
            disabled={!packable}
          >
            {t('cases.fromList')}
          </Button>
        }
      />
    </Card>
  )
}
