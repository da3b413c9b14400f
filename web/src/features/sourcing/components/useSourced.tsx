import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Fact } from '@/components/DetailPage'
import { TextLink } from '@/components/Link'
import { showDone } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { type Path, type Plan, type SubHire, touched } from '../api/sourcing'

/** What follows when one was made: its page opens. */
export function useMade(path: Path) {
  const navigate = useNavigate()
  const refresh = useRefresh(touched)
  return async ({ id }: { id: string }) => {
    await refresh()
    await navigate({ href: `${path}/${id}` })
  }
}

/** What follows when one was changed, and how it is read again after somebody else was faster. */
export function useSaved<One extends { version: number }, Values>(address: string, valuesOf: (one: One) => Values) {
  const { t } = useTranslation()
  const refresh = useRefresh(touched)
  return {
    reload: async () => {
      const fresh = await api.get<One>(address)
      return { values: valuesOf(fresh), version: fresh.version }
    },
    onSaved: async () => {
      await refresh()
      showDone(t('sourcing.saved'))
    },
  }
}

/** Facts that lead to another thing, for whoever may see it. */
export function useLinked() {
  const can = useCan()
  return (label: string, name: string, to: string, needs: string): Fact => ({
    label,
    value: can(needs) ? (
      <TextLink to={to as '/'} inherit>
        {name}
      </TextLink>
    ) : (
      name
    ),
  })
}

/** Who made it, and when it last changed. */
export function useOrigin(one: SubHire | Plan): Fact[] {
  const { t } = useTranslation()
  const format = useFormat()
  return [
    { label: t('sourcing.madeBy'), value: `${one.createdByName}, ${format.date(one.createdAt)}` },
    { label: t('sourcing.changed'), value: format.relative(one.changedAt) },
  ]
}
