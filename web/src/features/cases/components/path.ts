export const pathOf = (item: { name?: string; [field: string]: unknown }) =>
  Array.isArray(item.path) ? item.path.join(' › ') : (item.name ?? '')
