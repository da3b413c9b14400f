import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { kindPath } from '@/lib/kinds'
import { type Notice, readNotice } from '../api/notifications'

/** Where a notice leads; the daily reminder is about no single thing. */
const pathOf = (notice: Notice) =>
  notice.type === 'MAINTENANCE_DUE'
    ? '/maintenance/due'
    : notice.subject?.id
      ? kindPath(notice.subject.kind, notice.subject.id)
      : undefined

export function useNoticesRefresh() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: ['notifications'] })
}

/** Goes where a notice leads and marks it as read. */
export function useOpenNotice(onOpen?: () => void) {
  const navigate = useNavigate()
  const refresh = useNoticesRefresh()
  return async (notice: Notice) => {
    onOpen?.()
    const path = pathOf(notice)
    if (path) void navigate({ href: path })
    if (!notice.readAt) await readNotice(notice.id).then(refresh, () => undefined)
  }
}

/** What a notice says, in the reader's language. */
export function useNoticeText() {
  const { t, i18n } = useTranslation()
  return (notice: Notice) => {
    const key = `notifications.types.${notice.type}`
    // A bare number says little: what it is of stands beside it, where that is known.
    const label = [notice.subject?.label, notice.facts.product].filter(Boolean).join(' ')
    return i18n.exists(key) ? t(key, { label, ...notice.facts }) : notice.text
  }
}
