import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryWords } from '../api/finance'

type Said = { text: string; words: EntryWords | null; lineText?: string | null }

/** What an entry or a line of it says: in the reader's language where nobody wrote it by hand. */
export function useEntryText() {
  const { t } = useTranslation()
  return useCallback(
    ({ text, words, lineText }: Said) => {
      if (!words) return text
      const said = t(`finance.entryWords.${words.kind}`, { of: words.of ?? '', reason: words.reason ?? '' }).trim()
      return lineText ? `${said}: ${lineText}` : said
    },
    [t],
  )
}
