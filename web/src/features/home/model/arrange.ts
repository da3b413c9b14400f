import type { Widget, WidgetKind, WidgetSettings, WidgetSize } from '../api/boards'

export const noSettings: WidgetSettings = { days: null, pipelineId: null, warehouseId: null, categoryId: null }

/** What each kind of widget lets one choose, and the days it begins with. */
export const choices: Record<WidgetKind, { days?: { standard: number; of: number[] }; of: (keyof WidgetSettings)[] }> = {
  UPCOMING: { days: { standard: 14, of: [7, 14, 30, 90] }, of: ['warehouseId'] },
  PIPELINE: { days: { standard: 90, of: [30, 90, 180, 365] }, of: ['pipelineId'] },
  UTILISATION: { days: { standard: 30, of: [7, 14, 30, 60, 90] }, of: ['warehouseId', 'categoryId'] },
  STOCK: { of: [] },
  CREW: { days: { standard: 14, of: [7, 14, 21, 31] }, of: [] },
  ACTIVITY: { of: [] },
  EQUIPMENT: { of: [] },
}
export const hasChoices = (kind: WidgetKind) => choices[kind].days !== undefined || choices[kind].of.length > 0

/** To the place of another, whose neighbours make room. Out of range: to the nearer end. */
export function moved(widgets: readonly Widget[], id: string, to: number): Widget[] {
  const one = widgets.find((widget) => widget.id === id)
  if (!one) return [...widgets]
  const rest = widgets.filter((widget) => widget.id !== id)
  const place = Math.max(0, Math.min(rest.length, to))
  return [...rest.slice(0, place), one, ...rest.slice(place)]
}
export const resized = (widgets: readonly Widget[], id: string, size: WidgetSize) =>
  widgets.map((widget) => (widget.id === id ? { ...widget, size } : widget))
export const set = (widgets: readonly Widget[], id: string, settings: WidgetSettings) =>
  widgets.map((widget) => (widget.id === id ? { ...widget, settings } : widget))
export const without = (widgets: readonly Widget[], id: string) => widgets.filter((widget) => widget.id !== id)
export const withOne = (widgets: readonly Widget[], kind: WidgetKind): Widget[] => [
  ...widgets,
  {
    id: crypto.randomUUID(),
    kind,
    size: 'MEDIUM',
    settings: { ...noSettings, days: choices[kind].days?.standard ?? null },
  },
]
/** A copy for a board of one's own: the parts are the same, and yet others. */
export const copied = (widgets: readonly Widget[]) => widgets.map((widget) => ({ ...widget, id: crypto.randomUUID() }))
