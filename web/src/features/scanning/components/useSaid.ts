import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import type { Facts, Thing } from '../model/scan'
import type { Told } from '../model/station-state'

/** What there is to read and hear about a scan, in the person's language. */
export function useSaid() {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  return useMemo(() => {
    const known = (key: string) => i18n.exists(key)
    /** A sentence for a code of the spec; one that this app does not know speaks for itself. */
    const sentence = (code: string, facts: Facts, message: string, label = ''): string => {
      // The same word for what is refused because it is damaged, and for what came back so.
      const key = code === 'damaged' && facts.status === undefined ? 'damaged-back' : code
      if (!i18n.exists(`scanning.codes.${key}`)) return message || t('scanning.codes.other', { code })
      const by = typeof facts.by === 'string' && typeof facts.at === 'string'
      const said = capital(
        t(`scanning.codes.${key}`, {
          ...plain(facts),
          dueOn: typeof facts.dueOn === 'string' ? format.date(facts.dueOn) : '',
          // Which of the contents of a case; of a thing alone it stands above.
          number: facts.number && facts.number !== label ? `${facts.number}: ` : '',
          status: statusWord(t, known, facts.status),
          phase: phaseWord(t, known, facts.phase),
          reasons: reasons(facts.reasons),
          list: Array.isArray(facts.numbers) ? facts.numbers.join(', ') : '',
        }),
      )
      return by ? `${said} ${t('scanning.by', { name: facts.by, at: format.dateTime(String(facts.at)) })}` : said
    }
    return {
      sentence,
      of: (told: Told) => sentence(told.code, told.facts, told.message, told.label),
      /** Where a thing is and what it is doing. */
      place: (thing: Thing) =>
        [
          statusWord(t, known, thing.status),
          thing.caseNumber && t('scanning.inCase', { number: thing.caseNumber }),
          thing.locationName,
          thing.event && t('scanning.forEvent', { event: thing.event }),
        ]
          .filter(Boolean)
          .join(' · ') || t('scanning.codes.looked-up'),
      /** One word to be spoken. */
      word: (told: Told) => t(`scanning.spoken.${told.tone}`),
    }
  }, [t, i18n, i18n.language, format])
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Facts come from a server of any version: only what can be shown as it is goes into a sentence. */
function plain(facts: Facts): Record<string, string | number> {
  const found = Object.entries(facts).filter(([, value]) => typeof value === 'string' || typeof value === 'number')
  return {
    label: '',
    event: '',
    caseNumber: '',
    host: '',
    kind: '',
    reason: '',
    dueOn: '',
    ...Object.fromEntries(found),
  } as Record<string, string | number>
}

type Words = (key: string) => string
const statusWord = (t: Words, exists: (key: string) => boolean, status: unknown) =>
  typeof status !== 'string' ? '' : exists(`codes.status.${status}`) ? t(`codes.status.${status}`) : status
const phaseWord = (t: Words, exists: (key: string) => boolean, phase: unknown) =>
  typeof phase !== 'string' ? '' : exists(`scanning.phase.${phase}`) ? t(`scanning.phase.${phase}`) : phase

const reasons = (value: unknown): string =>
  Array.isArray(value)
    ? value.map((one) => (one && typeof one === 'object' ? String(one.message ?? one.code ?? '') : String(one))).join(' ')
    : ''
