import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Money, type Page } from '@/lib/api/client'
import { z } from '@/lib/validation'

export const kinds = ['SERIALISED', 'BULK', 'CONSUMABLE'] as const
export type ProductKind = (typeof kinds)[number]
export const connectorKinds = ['POWER_IN', 'POWER_OUT', 'SIGNAL_IN', 'SIGNAL_OUT', 'DATA'] as const

export type Connector = { kind: (typeof connectorKinds)[number]; type: string; count: number }
export type Product = {
  id: string
  kind: ProductKind
  name: string
  manufacturer: string
  model: string
  categoryId: string | null
  categoryName: string | null
  numberPrefix: string | null
  barcodes: string[]
  weightGrams: number | null
  widthMillimetres: number | null
  heightMillimetres: number | null
  depthMillimetres: number | null
  powerWatts: number | null
  connectors: Connector[]
  replacementValue: Money | null
  hirePrice: Money | null
  countryOfOrigin: string | null
  attributes: Record<string, unknown>
  manualUrl: string | null
  productUrl: string | null
  notes: string | null
  mainPhotoId: string | null
  archivedAt: string | null
  createdAt: string
  version: number
}

export type AttributeDefinition = {
  key: string
  label: string
  type: 'TEXT' | 'NUMBER' | 'BOOLEAN' | 'DATE' | 'CHOICE'
  unit: string | null
  required: boolean
  choices: string[]
  min: number | null
  max: number | null
}
export type Category = {
  id: string
  parentId: string | null
  name: string
  position: number
  path: string[]
  attributes: AttributeDefinition[]
  inherited: AttributeDefinition[]
  prepMinutes: number | null
  turnaroundMinutes: number | null
  products: number
  version: number
}
export type Accessory = { productId: string; name: string; quantity: number; mode: 'AUTOMATIC' | 'OPTIONAL' }

export type KitComponent = { productId: string | null; kitId: string | null; name: string; quantity: number; optional: boolean }
export type Kit = {
  id: string
  code: string
  name: string
  description: string | null
  mode: 'ALL_OR_NOTHING' | 'ITEM_BY_ITEM'
  hirePrice: Money | null
  components: KitComponent[]
  archivedAt: string | null
  createdAt: string
  version: number
}
export type Explosion = {
  kitId: string
  quantity: number
  items: { productId: string; name: string; kind: ProductKind; required: number; optional: number }[]
  weightGrams: number
  powerWatts: number
  values: Money[]
  hirePrices: Money[]
  unknownWeights: number
  unknownPowers: number
  unknownValues: number
}

export const productQuery = (id: string) =>
  queryOptions({ queryKey: ['products', id], queryFn: ({ signal }) => api.get<Product>(`/products/${id}`, { signal }) })
export const accessoriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['products', id, 'accessories'],
    queryFn: ({ signal }) => api.get<Page<Accessory>>(`/products/${id}/accessories`, { signal }),
  })
export const alternativesQuery = (id: string) =>
  queryOptions({
    queryKey: ['products', id, 'alternatives'],
    queryFn: ({ signal }) => api.get<Page<Product>>(`/products/${id}/alternatives`, { signal }),
  })
export const categoriesQuery = queryOptions({
  queryKey: ['categories'],
  queryFn: ({ signal }) => api.get<Page<Category>>('/categories', { signal }),
  staleTime: 120_000,
})
export const manufacturersQuery = queryOptions({
  queryKey: ['products', 'facets'],
  queryFn: ({ signal }) => api.get<{ manufacturers: { name: string; count: number }[] }>('/products/facets', { signal }),
  staleTime: 120_000,
})
export const kitQuery = (id: string) =>
  queryOptions({ queryKey: ['kits', id], queryFn: ({ signal }) => api.get<Kit>(`/kits/${id}`, { signal }) })
export const explosionQuery = (id: string, quantity: number) =>
  queryOptions({
    queryKey: ['kits', id, 'explosion', quantity],
    queryFn: ({ signal }) => api.get<Explosion>(`/kits/${id}/explosion`, { query: { quantity }, signal }),
    placeholderData: keepPreviousData,
  })

const money = z.object({ amountMinor: z.number().int().min(0), currency: z.string() }).nullable()
const optionalText = (max: number) => z.string().max(max).nullable()

export const productInput = z.object({
  kind: z.enum(kinds),
  name: z.string().trim().min(1).max(300),
  manufacturer: optionalText(200),
  model: optionalText(200),
  categoryId: z.string().nullable(),
  numberPrefix: optionalText(24),
  barcodes: z.array(z.string()),
  weightGrams: z.number().min(0).nullable(),
  widthMillimetres: z.number().min(0).nullable(),
  heightMillimetres: z.number().min(0).nullable(),
  depthMillimetres: z.number().min(0).nullable(),
  powerWatts: z.number().min(0).nullable(),
  connectors: z.array(
    z.object({ kind: z.enum(connectorKinds), type: z.string().min(1).max(100), count: z.number().int().min(1).max(1000) }),
  ),
  replacementValue: money,
  hirePrice: money,
  countryOfOrigin: optionalText(2),
  attributes: z.record(z.string(), z.unknown()),
  manualUrl: optionalText(2000),
  productUrl: optionalText(2000),
  notes: optionalText(5000),
})
export type ProductInput = z.infer<typeof productInput>

export const emptyProduct: ProductInput = {
  kind: 'SERIALISED',
  name: '',
  manufacturer: null,
  model: null,
  categoryId: null,
  numberPrefix: null,
  barcodes: [],
  weightGrams: null,
  widthMillimetres: null,
  heightMillimetres: null,
  depthMillimetres: null,
  powerWatts: null,
  connectors: [],
  replacementValue: null,
  hirePrice: null,
  countryOfOrigin: null,
  attributes: {},
  manualUrl: null,
  productUrl: null,
  notes: null,
}

export const productInputOf = (product: Product): ProductInput => ({
  ...(Object.fromEntries(Object.keys(emptyProduct).map((key) => [key, product[key as keyof Product]])) as ProductInput),
  manufacturer: product.manufacturer || null,
  model: product.model || null,
})

export const kitInput = z.object({
  code: z.string().trim().min(1).max(50),
  name: z.string().trim().min(1).max(300),
  description: optionalText(5000),
  mode: z.enum(['ALL_OR_NOTHING', 'ITEM_BY_ITEM']),
  hirePrice: money,
  components: z.array(
    z.object({
      productId: z.string().nullable(),
      kitId: z.string().nullable(),
      name: z.string(),
      quantity: z.number().int().min(1).max(100_000),
      optional: z.boolean(),
    }),
  ),
})
export type KitInput = z.infer<typeof kitInput>
export const kitInputOf = (kit: Kit): KitInput => ({
  code: kit.code,
  name: kit.name,
  description: kit.description,
  mode: kit.mode,
  hirePrice: kit.hirePrice,
  components: kit.components,
})
/** What the server takes of a component: not its name, which it knows. */
export const componentLines = (components: KitInput['components']) =>
  components.map(({ productId, kitId, quantity, optional }) => ({ productId, kitId, quantity, optional }))
