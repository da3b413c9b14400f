import { useNavigate, useSearch } from '@tanstack/react-router'

/** Which part of a list is shown, in the address as `?show=`; the first one goes without saying. */
export function useShow<Part extends string>(parts: readonly [Part, ...Part[]]): [Part, (part: Part) => void] {
  const navigate = useNavigate()
  const { show } = useSearch({ strict: false }) as { show?: string }
  const part = parts.find((one) => one === show) ?? parts[0]
  const set = (next: Part) =>
    void navigate({
      to: '.',
      search: ((old: object) => ({ ...old, show: next === parts[0] ? undefined : next })) as never,
      replace: true,
      resetScroll: false,
    })
  return [part, set]
}
