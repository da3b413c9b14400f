import { IconCalendarShare } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action } from '../DetailPage'
import { later } from '../later'
import type { Subject } from './feeds'

const FeedDialog = later(() => import('./FeedDialog').then((file) => file.FeedDialog))

/** On the page of a thing: a calendar of when it is taken, or of what is on there, for other programs. */
export function useSubscribe(subject: Subject): { subscribe: Action; calendar: ReactNode } {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  return {
    subscribe: { label: t('feeds.subscribe'), icon: IconCalendarShare, run: () => setAsked(true), needs: 'EVENT_READ' },
    calendar: asked && <FeedDialog subject={subject} onClose={() => setAsked(false)} />,
  }
}
