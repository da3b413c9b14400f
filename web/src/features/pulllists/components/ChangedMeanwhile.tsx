import { ConflictDialog } from '@/components/form/ConflictDialog'
import type { Conflict } from './useEditor'

/** Somebody else was faster: their changes beside mine, which waits until one has decided. */
export function ChangedMeanwhile({ conflict }: { conflict: Conflict }) {
  const decide = (mine: boolean) => async () => conflict.decide(mine)
  return (
    <ConflictDialog
      problem={conflict.problem}
      mine={conflict.mine}
      onKeepMine={decide(true)}
      onTakeTheirs={decide(false)}
      onClose={() => conflict.decide(false)}
    />
  )
}
