// What flies past is drawn without React: a row of the timeline is some twenty elements, which it would compare one by one for every row that is passed.

export const px = (length: number) => `${length}px`

export function element<K extends keyof HTMLElementTagNameMap>(name: K, className: string | undefined): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  made.className = className ?? ''
  return made
}

/** Sets an attribute where it differs: `true` says that it is there, `false` and `undefined` take it away. */
export function mark(on: Element, name: string, value: string | number | boolean | null | undefined) {
  const wanted = value === false || value === null || value === undefined ? null : String(value)
  if (on.getAttribute(name) === wanted) return
  if (wanted === null) on.removeAttribute(name)
  else on.setAttribute(name, wanted)
}

/** Has a child there, before another or at the end, or not. */
export function show(parent: Element, child: Element, wanted: boolean, before: Node | null = null) {
  if (wanted && child.parentNode !== parent) parent.insertBefore(child, before)
  else if (!wanted && child.parentNode) child.remove()
}

/** Writes words where they differ, into the text that is there already. */
export function say(on: Element, words: string) {
  const text = on.firstChild
  if (!text) on.append(words)
  else if (text.nodeValue !== words) text.nodeValue = words
}
