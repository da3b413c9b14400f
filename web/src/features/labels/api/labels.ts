import { queryOptions } from '@tanstack/react-query'
import type { LabelItem, LabelKind } from '@/components/labels/printLabels'
import { api, type Page } from '@/lib/api/client'
import { z } from '@/lib/validation'

const measure = z.number().min(0)
export const geometrySchema = z.object({
  pageWidthMillimetres: measure,
  pageHeightMillimetres: measure,
  marginLeftMillimetres: measure,
  marginTopMillimetres: measure,
  columns: z.number().int().min(1),
  rows: z.number().int().min(1),
  columnPitchMillimetres: measure,
  rowPitchMillimetres: measure,
  labelWidthMillimetres: measure,
  labelHeightMillimetres: measure,
  cornerRadiusMillimetres: measure,
  unprintableMillimetres: measure,
})
export type Geometry = z.infer<typeof geometrySchema>

export type LabelFormat = {
  id: string
  name: string
  namedSheet: string | null
  geometry: Geometry
  outlined: boolean
  output: 'PDF' | 'ZPL'
  dpi: number | null
  showProduct: boolean
  showCompany: boolean
  showDetail: boolean
  showLogo: boolean
  version: number
}
export type Sheet = { name: string; title: string; geometry: Geometry }
export type Preview = {
  widthMillimetres: number
  heightMillimetres: number
  code: { xMillimetres: number; yMillimetres: number; moduleMillimetres: number; modules: number; codePath: string }
  lines: { text: string; xMillimetres: number; baselineMillimetres: number; sizeMillimetres: number; bold: boolean }[]
  /** Null where the label shows none, or has no room for it. */
  logo: { xMillimetres: number; yMillimetres: number; widthMillimetres: number; heightMillimetres: number } | null
}
export type BlankLabel = {
  id: string
  shortCode: string
  printedAt: string
  printedBy: string | null
  boundKind: LabelKind | null
  boundId: string | null
  boundLabel: string | null
  boundAt: string | null
  boundBy: string | null
  version: number
}

export const formatsQuery = queryOptions({
  queryKey: ['label-formats'],
  queryFn: ({ signal }) => api.get<Page<LabelFormat>>('/label-formats', { query: { limit: 500 }, signal }),
})
export const sheetsQuery = queryOptions({
  queryKey: ['label-sheets'],
  queryFn: ({ signal }) => api.get<Page<Sheet>>('/label-sheets', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})
export const previewQuery = (format: { id: string; version: number } | undefined, item?: LabelItem) =>
  queryOptions({
    queryKey: ['label-formats', format?.id, format?.version, 'preview', item?.kind, item?.id],
    queryFn: ({ signal }) =>
      api.get<Preview>(`/label-formats/${format?.id}/preview`, { query: { kind: item?.kind, item: item?.id }, signal }),
    retry: false,
    enabled: format !== undefined,
  })

export type LabelOrder = { items: LabelItem[]; formatId: string; startAt: number; copies: number }
/** A job makes the file; it is kept for a day. */
export const printLater = (order: LabelOrder) => api.post<{ jobId: string }>('/label-runs', order)

/** What an id is called, for the list of chosen things. */
export const nameQuery = (item: LabelItem) =>
  queryOptions({
    queryKey: ['codes', item.id],
    queryFn: ({ signal }) => api.get<{ label: string; target: { name: string } | null }>(`/codes/${item.id}`, { signal }),
    retry: false,
  })
export const resolveCode = (text: string) => api.get<{ kind: string; id: string }>('/codes', { query: { text } })

export const ownSheet = 'OWN'
export const formatInput = z.object({
  name: z.string().trim().min(1).max(100),
  sheet: z.string(),
  geometry: geometrySchema,
  outlined: z.boolean(),
  output: z.enum(['PDF', 'ZPL']),
  dpi: z.string(),
  showProduct: z.boolean(),
  showCompany: z.boolean(),
  showDetail: z.boolean(),
  showLogo: z.boolean(),
})
export type FormatInput = z.infer<typeof formatInput>
export const formatInputOf = (format: LabelFormat): FormatInput => ({
  name: format.name,
  sheet: format.namedSheet ?? ownSheet,
  geometry: format.geometry,
  outlined: format.outlined,
  output: format.output,
  dpi: String(format.dpi ?? 203),
  showProduct: format.showProduct,
  showCompany: format.showCompany,
  showDetail: format.showDetail,
  showLogo: format.showLogo,
})
const bodyOf = ({ sheet, geometry, dpi, ...rest }: FormatInput) => ({
  ...rest,
  namedSheet: sheet === ownSheet ? null : sheet,
  geometry: sheet === ownSheet ? geometry : null,
  dpi: rest.output === 'ZPL' ? Number(dpi) : null,
})
/** How a format prints that is still being made up. */
export const draftQuery = (input: FormatInput, enabled: boolean) =>
  queryOptions({
    queryKey: ['label-formats', 'draft', bodyOf({ ...input, name: 'Draft' })],
    queryFn: ({ signal }) => api.post<Preview>('/label-formats/preview', bodyOf({ ...input, name: 'Draft' }), { signal }),
    retry: false,
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  })
export const createFormat = (input: FormatInput) => api.post<LabelFormat>('/label-formats', bodyOf(input))
export const changeFormat = (id: string, input: FormatInput, version: number | undefined) =>
  api.patch<LabelFormat>(`/label-formats/${id}`, bodyOf(input), { version })
export const removeFormat = (format: LabelFormat) => api.delete(`/label-formats/${format.id}`, { version: format.version })

/** A label printer feeds one label at a time. */
export const single = (g: Geometry): Geometry => ({
  ...g,
  columns: 1,
  rows: 1,
  marginLeftMillimetres: 0,
  marginTopMillimetres: 0,
  pageWidthMillimetres: g.labelWidthMillimetres,
  pageHeightMillimetres: g.labelHeightMillimetres,
})
