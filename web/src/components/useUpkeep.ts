import { IconArchive, IconArchiveOff, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '@/lib/api/client'
import { useProblemText } from '@/lib/problems'
import { confirm } from './ConfirmDialog'
import type { Action } from './DetailPage'
import { showProblem } from './toasts'

type Kept = { id: string; version: number; archivedAt: string | null }

/** The actions of a thing that is archived and taken back, or deleted for good: what each is called, and who may. */
export function useUpkeep(of: {
  /** The collection, such as `clients`. */
  list: string
  thing: Kept
  needs: string
  words: { archive: string; restore: string; remove: string; removeTitle: string; removeText: string }
  /** What the server calls the two, below the thing's address. */
  verbs: { archive: string; restore: string }
  refresh: () => Promise<void>
}): Action[] {
  const text = useProblemText()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { list, thing, needs, words, verbs, refresh } = of
  const path = `/${list}/${thing.id}`
  const post = async (verb: string) => {
    try {
      await api.post(`${path}/${verb}`)
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
  }
  const remove = () =>
    confirm({
      title: words.removeTitle,
      text: words.removeText,
      action: words.remove,
      danger: true,
      run: async () => {
        await api.delete(path, { version: thing.version })
        await navigate({ href: `/${list}` })
        queryClient.removeQueries({ queryKey: [list, thing.id] })
        await refresh()
      },
    })
  return [
    thing.archivedAt
      ? { label: words.restore, icon: IconArchiveOff, run: () => void post(verbs.restore), needs }
      : { label: words.archive, icon: IconArchive, run: () => void post(verbs.archive), needs },
    { label: words.remove, icon: IconTrash, run: remove, danger: true, needs },
  ]
}
