/** What a thing is called in a list to choose from: its number or code, and what it is. */
export function thingLabel(item: { name?: string; [field: string]: unknown }): string {
  const product = item.product as { name?: string } | undefined
  return [item.number ?? item.code, product?.name ?? item.productName ?? item.name]
    .filter((word) => typeof word === 'string' && word)
    .join(' · ')
}
