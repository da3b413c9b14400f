import { Button, Card, Group, SegmentedControl, Text, TextInput } from '@mantine/core'
import { IconBarcode, IconCheck, IconListSearch, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKindText } from '@/components/KindText'
import classes from '@/components/ScanField.module.css'
import { useProblemText } from '@/lib/problems'
import { gone, type PackItem, pack, resolveCode, unpack } from '../api/cases'

type Done = { key: number; code: string; text?: string; state: 'waiting' | 'done' | 'refused' }
const SHOWN = 5

/**
 * A field that takes one code after the other: a scanner types and presses Enter. Codes wait in line, the field is free at
 * once, and each one's outcome stands below it.
 */
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
  const text = useProblemText()
  const kindText = useKindText()
  const [way, setWay] = useState<'pack' | 'unpack'>(packable ? 'pack' : 'unpack')
  const [code, setCode] = useState('')
  const [log, setLog] = useState<Done[]>([])
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const next = useRef(0)
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (focused) field.current?.focus()
  }, [focused])

  const settle = (key: number, state: Done['state'], said: string) =>
    setLog((old) => old.map((one) => (one.key === key ? { ...one, state, text: said } : one)))
  const work = async (key: number, typed: string, direction: 'pack' | 'unpack') => {
    try {
      const found = await resolveCode(typed)
      const item: PackItem | null =
        found.kind === 'ASSET' ? { assetId: found.id } : found.kind === 'CASE' ? { caseId: found.id } : null
      if (!item) return settle(key, 'refused', t('cases.notPackable', { label: found.label, kind: kindText(found.kind) }))
      await (direction === 'pack' ? pack(caseId, [item]) : unpack(caseId, [item]))
      settle(key, 'done', t(direction === 'pack' ? 'cases.packedNamed' : 'cases.unpackedNamed', { label: found.label }))
      await onChanged()
    } catch (error) {
      settle(key, 'refused', gone(error) ? t('cases.codeUnknown', { code: typed }) : text(error))
    }
  }
  const enter = () => {
    const typed = code.trim()
    if (!typed) return
    const key = next.current++
    setCode('')
    setLog((old) => [{ key, code: typed, state: 'waiting' as const }, ...old].slice(0, 50))
    line.current = line.current.then(() => work(key, typed, way))
    field.current?.focus()
  }
  return (
    <Card padding="md">
      <Group gap="sm" align="flex-end">
        <SegmentedControl
          value={way}
          onChange={(value) => {
            setWay(value as typeof way)
            field.current?.focus()
          }}
          aria-label={t('cases.way')}
          data={[
            { value: 'pack', label: t('cases.pack'), disabled: !packable },
            { value: 'unpack', label: t('cases.unpack') },
          ]}
        />
        <TextInput
          ref={field}
          style={{ flex: '1 1 200px' }}
          size="md"
          aria-label={t('cases.scan')}
          placeholder={t('cases.scan')}
          leftSection={<IconBarcode size={20} aria-hidden />}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            enter()
          }}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="done"
        />
        <Button
          variant="default"
          size="md"
          leftSection={<IconListSearch size={18} aria-hidden />}
          onClick={onPick}
          disabled={!packable}
        >
          {t('cases.fromList')}
        </Button>
      </Group>
      {log.length > 0 && (
        <ol className={classes.log} aria-live="polite" aria-label={t('cases.scanned')}>
          {log.slice(0, SHOWN).map((one) => (
            <li key={one.key} data-state={one.state}>
              {one.state === 'done' ? (
                <IconCheck size={16} aria-hidden />
              ) : one.state === 'refused' ? (
                <IconX size={16} aria-hidden />
              ) : (
                <IconBarcode size={16} aria-hidden />
              )}
              <Text size="sm" span>
                {one.state === 'refused' && <b>{one.code}: </b>}
                {one.text ?? one.code}
              </Text>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
