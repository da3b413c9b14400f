import { Alert } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import type { ContentsCheck } from '../api/cases'

type Said = { key: string; text: string; lacks: boolean }

/** What is missing and what is too much, here and in inner cases, one sentence each. */
export function CheckNotice({ check }: { check: ContentsCheck }) {
  const { t } = useTranslation()
  const format = useFormat()
  const say = (one: ContentsCheck, inner: boolean): Said[] => {
    const of = (sentence: string) => (inner ? t('cases.innerSays', { number: one.number, sentence }) : sentence)
    return [
      ...one.lines
        .filter((line) => line.lacking > 0)
        .map((line) => ({
          key: `${one.caseId} ${line.productId ?? line.assetId ?? line.caseId}`,
          text: of(t('cases.lacks', { number: format.number(line.lacking), label: line.label })),
          lacks: true,
        })),
      ...one.extras.map((extra) => ({
        key: `${one.caseId} + ${extra.productId ?? extra.caseId}`,
        text: of(t('cases.tooMany', { number: format.number(extra.quantity), label: extra.label })),
        lacks: false,
      })),
      ...one.inner.flatMap((next) => say(next, true)),
    ]
  }
  const said = say(check, false)
  if (said.length === 0) return null
  const lacks = said.some((one) => one.lacks)
  return (
    <Alert
      color={lacks ? 'bad' : 'warn'}
      icon={lacks ? <IconAlertTriangle aria-hidden /> : <IconInfoCircle aria-hidden />}
      title={t(lacks ? 'cases.incomplete' : 'cases.notAsExpected')}
    >
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {said.map((one) => (
          <li key={one.key}>{one.text}</li>
        ))}
      </ul>
    </Alert>
  )
}
