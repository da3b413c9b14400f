import { useTranslation } from 'react-i18next'
import { later } from '@/components/later'
import type { EventOfList } from '../api/pull-lists'
import { takenFor } from '../model/times'
import { ChangedMeanwhile } from './ChangedMeanwhile'
import { GroupDialog } from './GroupDialog'
import type { Asked, Board } from './grid'
import { KeysDialog } from './KeysDialog'
import { LineDrawer } from './LineDrawer'
import { MoveDialog } from './MoveDialog'
import { NameDialog } from './NameDialog'
import { PasteDialog } from './PasteDialog'
import type { Why } from './PullListPage'
import { UnlockDialog } from './UnlockDialog'
import type { Editor, Lacking } from './useEditor'
import { useZoneFormat } from './useTimesText'
import { WhyDialog } from './WhyDialog'

const CarnetDialog = later(() => import('@/components/carnet/CarnetDialog').then((file) => file.CarnetDialog))
const NotEnough = later(() => import('@/components/NotEnough').then((file) => file.NotEnough))
const SplitDialog = later(() => import('./SplitDialog').then((file) => file.SplitDialog))
const VersionsDrawer = later(() => import('./VersionsDrawer').then((file) => file.VersionsDrawer))

export type AskedOfPage = Asked | { what: 'versions' | 'unlock' | 'rename' | 'new' | 'carnet' }

/** Whatever was asked for, over the list; and the question what to do where somebody else was faster. */
export function Dialogs(props: {
  asked: AskedOfPage | null
  board: Board
  event: EventOfList | undefined
  editor: Editor
  why: Why
  onClose: () => void
  ask: (asked: AskedOfPage) => void
}) {
  const { asked, editor } = props
  return (
    <>
      {asked && <Answer {...props} asked={asked} />}
      {editor.lacking && <Refused lacking={editor.lacking} timeZone={props.event?.timeZone} />}
      {editor.conflict && <ChangedMeanwhile conflict={editor.conflict} />}
    </>
  )
}

/** A confirmed event holds what stands on its lists, so what is not there is refused. */
function Refused({ lacking, timeZone }: { lacking: Lacking; timeZone: string | undefined }) {
  const { t } = useTranslation()
  const times = useZoneFormat(timeZone)
  return (
    <NotEnough
      lacks={lacking.lacks}
      moment={times.dateTime}
      words={{
        text: t('pulllists.notEnoughText'),
        label: t('pulllists.despite'),
        hint: t('pulllists.despiteHint'),
        action: t('pulllists.takeAnyway'),
        leave: t('pulllists.leaveIt'),
      }}
      onDecide={lacking.decide}
    />
  )
}

function Answer(props: Parameters<typeof Dialogs>[0] & { asked: AskedOfPage }) {
  const { asked, board, event, onClose } = props
  const { list, actions } = board
  switch (asked.what) {
    case 'details':
      return (
        <LineDrawer
          // As it is now, not as it was when it was opened.
          line={board.lines.find((one) => one.id === asked.line.id) ?? asked.line}
          board={board}
          event={event}
          onWhy={() => props.ask({ what: 'why', line: asked.line })}
          onMove={() => props.ask({ what: 'move', ids: new Set([asked.line.id]) })}
          onSplit={() => props.ask({ what: 'split', line: asked.line })}
          onClose={onClose}
        />
      )
    case 'why': {
      const group = list.groups.find((one) => one.id === asked.line.groupId)
      return (
        <WhyDialog
          line={asked.line}
          eventId={list.eventId}
          free={board.free?.get(asked.line.id)}
          question={
            event && list.takenFromId ? { warehouse: list.takenFromId, ...takenFor(event, group, asked.line) } : undefined
          }
          why={props.why}
          onTake={
            board.editable && !asked.line.accessoryOf
              ? (productId, quantity) => {
                  onClose()
                  void actions.replace(asked.line, productId, quantity)
                }
              : undefined
          }
          onClose={onClose}
        />
      )
    }
    case 'move':
      return <MoveDialog board={board} ids={asked.ids} onClose={onClose} />
    case 'split':
      return <SplitDialog line={asked.line} board={board} event={event} onClose={onClose} />
    case 'group':
      return (
        <GroupDialog
          group={list.groups.find((one) => one.id === asked.groupId)}
          actions={actions}
          event={event}
          onClose={onClose}
        />
      )
    case 'paste':
      return <PasteDialog board={board} groupId={asked.groupId} text={asked.text} onClose={onClose} />
    case 'keys':
      return <KeysDialog onClose={onClose} />
    case 'versions':
      return <VersionsDrawer list={list} canMake={board.editable || list.locked} onClose={onClose} />
    case 'carnet':
      return <CarnetDialog eventId={list.eventId} listId={list.id} onClose={onClose} />
    case 'unlock':
      return <UnlockDialog actions={actions} list={list} onClose={onClose} />
    case 'rename':
    case 'new':
      return <NameDialog list={list} actions={actions} fresh={asked.what === 'new'} onClose={onClose} />
  }
}
