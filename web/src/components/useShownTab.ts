import { useEffect, useRef } from 'react'

/** For a list of tabs that runs out of sight on a phone: the open one is brought into it without moving the page. */
export function useShownTab(tab: string | null, count?: number) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const shown = tab && list.current?.querySelector<HTMLElement>('[aria-selected="true"]')
    if (list.current && shown) list.current.scrollLeft = shown.offsetLeft - (list.current.clientWidth - shown.offsetWidth) / 2
  }, [tab, count]) // a count that arrives makes the tabs wider
  return list
}
