import { Group, Text, TextInput } from '@mantine/core'
import { IconBarcode, IconCheck, IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '@/lib/api/problem'
import { useProblemText } from '@/lib/problems'
import classes from './ScanField.module.css'

type Taken = { key: number; code: string; text?: string; state: 'waiting' | 'done' | 'refused' }
const SHOWN = 5

/**
 * A field that takes one code after the other: a scanner types and presses Enter. Codes wait in line, the field is free at once,
 * and each one's outcome stands below it. `take` says what became of a code, or throws why not.
 */
export function ScanField<Way = undefined>({
  label,
  take,
  way,
  focused,
  before,
  after,
}: {
  label: string
  take: (code: string, way: Way) => Promise<string>
  /** What is to be done with codes; one that waits in line keeps what was chosen when it was read. Changed, the field has the focus. */
  way?: Way
  /** The field waits for the first code. */
  focused?: boolean
  /** Controls that stand beside the field. */
  before?: ReactNode
  after?: ReactNode
}) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const [code, setCode] = useState('')
  const [log, setLog] = useState<Taken[]>([])
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const next = useRef(0)
  const field = useRef<HTMLInputElement>(null)
  const newest = useRef(take)
  newest.current = take

  const first = useRef(true)
  useEffect(() => {
    if (focused || !first.current) field.current?.focus()
    first.current = false
  }, [focused, way])

  const why = (error: unknown, typed: string) =>
    isProblem(error, 404)
      ? t('scan.unknown', { code: typed })
      : error instanceof Error && !isProblem(error)
        ? error.message
        : problemText(error)
  const work = async (key: number, typed: string, how: Way) => {
    const settle = (state: Taken['state'], text: string) =>
      setLog((old) => old.map((one) => (one.key === key ? { ...one, state, text } : one)))
    try {
      settle('done', await newest.current(typed, how))
    } catch (error) {
      settle('refused', why(error, typed))
    }
  }
  const enter = () => {
    const typed = code.trim()
    if (!typed) return
    const key = next.current++
    setCode('')
    setLog((old) => [{ key, code: typed, state: 'waiting' as const }, ...old].slice(0, 50))
    line.current = line.current.then(() => work(key, typed, way as Way))
    field.current?.focus()
  }
  return (
    <div>
      <Group gap="sm" align="flex-end">
        {before}
        <TextInput
          ref={field}
          style={{ flex: '1 1 200px' }}
          size="md"
          aria-label={label}
          placeholder={label}
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
        {after}
      </Group>
      {log.length > 0 && (
        <ol className={classes.log} aria-live="polite" aria-label={t('scan.taken')}>
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
    </div>
  )
}
