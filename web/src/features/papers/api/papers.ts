import { queryOptions } from '@tanstack/react-query'
import { api } from '@/lib/api/client'
import { z } from '@/lib/validation'

export const paperKinds = ['QUOTE', 'INVOICE', 'DEPOSIT_INVOICE', 'CREDIT_NOTE', 'REMINDER', 'STATEMENT'] as const
export type PaperKind = (typeof paperKinds)[number]
export const paperLanguages = ['en', 'de'] as const
export type PaperLanguage = (typeof paperLanguages)[number]

export type KindWording = { kind: PaperKind; intro: string | null; closing: string | null }
export type Wording = { language: PaperLanguage; sender: string | null; footer: string[]; papers: KindWording[] }
export type PaperDetails = {
  font: 'MODERN' | 'CLASSIC'
  colour: string
  logoAt: 'LEFT' | 'RIGHT'
  logoHeightMillimetres: number
  addressAt: 'LEFT' | 'LEFT_HIGH' | 'RIGHT'
  wordings: Wording[]
  template: string | null
}
export type PaperDesign = PaperDetails & { version: number }
export type StandardText = { language: PaperLanguage; kind: PaperKind; intro: string; closing: string }
export type Standard = {
  template: string
  placeholders: string[]
  textPlaceholders: string[]
  texts: StandardText[]
}
export type Preview = { pages: number; page: number; picture: string }

const words = z.string().max(4000).nullable()
const wordsOfKind = z.object({ intro: words, closing: words })
const wordsOfLanguage = z.object({
  sender: z.string().max(200).nullable(),
  footer: z.object({
    first: z.string().max(500).nullable(),
    second: z.string().max(500).nullable(),
    third: z.string().max(500).nullable(),
  }),
  papers: z.object({
    QUOTE: wordsOfKind,
    INVOICE: wordsOfKind,
    DEPOSIT_INVOICE: wordsOfKind,
    CREDIT_NOTE: wordsOfKind,
    REMINDER: wordsOfKind,
    STATEMENT: wordsOfKind,
  }),
})
export const designInput = z.object({
  font: z.enum(['MODERN', 'CLASSIC']),
  colour: z.string().regex(/^#[0-9a-fA-F]{6}$/),
  logoAt: z.enum(['LEFT', 'RIGHT']),
  logoHeightMillimetres: z.number().int().min(5).max(30),
  addressAt: z.enum(['LEFT', 'LEFT_HIGH', 'RIGHT']),
  words: z.object({ en: wordsOfLanguage, de: wordsOfLanguage }),
  ownTemplate: z.boolean(),
  template: z.string().max(100_000).nullable(),
})
export type DesignInput = z.infer<typeof designInput>

const wordsIn = (design: PaperDesign, language: PaperLanguage): z.infer<typeof wordsOfLanguage> => {
  const wording = design.wordings.find((one) => one.language === language)
  const of = (kind: PaperKind) => {
    const found = wording?.papers.find((one) => one.kind === kind)
    return { intro: found?.intro ?? null, closing: found?.closing ?? null }
  }
  return {
    sender: wording?.sender ?? null,
    footer: { first: wording?.footer[0] || null, second: wording?.footer[1] || null, third: wording?.footer[2] || null },
    papers: {
      QUOTE: of('QUOTE'),
      INVOICE: of('INVOICE'),
      DEPOSIT_INVOICE: of('DEPOSIT_INVOICE'),
      CREDIT_NOTE: of('CREDIT_NOTE'),
      REMINDER: of('REMINDER'),
      STATEMENT: of('STATEMENT'),
    },
  }
}

export const designInputOf = (design: PaperDesign): DesignInput => ({
  font: design.font,
  colour: design.colour,
  logoAt: design.logoAt,
  logoHeightMillimetres: design.logoHeightMillimetres,
  addressAt: design.addressAt,
  words: { en: wordsIn(design, 'en'), de: wordsIn(design, 'de') },
  ownTemplate: design.template !== null,
  template: design.template,
})

/** What the server is told; words that are empty are the standard ones and are left out. */
export function detailsOf(input: DesignInput): PaperDetails {
  const wordings = paperLanguages.flatMap((language): Wording[] => {
    const { sender, footer, papers } = input.words[language]
    const columns = [footer.first, footer.second, footer.third].map((text) => text ?? '')
    while (columns.length > 0 && columns.at(-1)?.trim() === '') columns.pop()
    const own = paperKinds.map((kind) => ({ kind, ...papers[kind] })).filter((one) => one.intro !== null || one.closing !== null)
    return sender || columns.length > 0 || own.length > 0 ? [{ language, sender, footer: columns, papers: own }] : []
  })
  return {
    font: input.font,
    colour: input.colour,
    logoAt: input.logoAt,
    logoHeightMillimetres: input.logoHeightMillimetres,
    addressAt: input.addressAt,
    wordings,
    template: input.ownTemplate ? input.template : null,
  }
}

export const designQuery = queryOptions({
  queryKey: ['paper-design'],
  queryFn: ({ signal }) => api.get<PaperDesign>('/paper-design', { signal }),
})
export const standardQuery = queryOptions({
  queryKey: ['paper-design', 'standard'],
  queryFn: ({ signal }) => api.get<Standard>('/paper-design/standard', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})
export const changeDesign = (details: PaperDetails, version: number | undefined) =>
  api.patch<PaperDesign>('/paper-design', details, { version })

export type Shown = { kind: PaperKind; language: PaperLanguage }
/** A page of an example in the design as it stands on the screen. */
export const previewQuery = (details: PaperDetails, { kind, language }: Shown, page: number) =>
  queryOptions({
    queryKey: ['paper-design', 'preview', details, kind, language, page],
    queryFn: ({ signal }) => api.post<Preview>('/paper-design/preview', details, { query: { kind, language, page }, signal }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })
