import { queryOptions } from '@tanstack/react-query'
import { api } from '@/lib/api/client'
import { z } from '@/lib/validation'

/** What a stranger sees of the form. */
export type Shown = {
  company: string
  logoFileId: string | null
  locale: string
  intro: string | null
  thanks: string | null
  task: string
  bits: number
}
export const shownQuery = (language: string) =>
  queryOptions({
    queryKey: ['enquiry', language],
    queryFn: ({ signal }) => api.get<Shown>('/public/enquiry-form', { query: { language }, signal }),
    retry: false,
    staleTime: 60_000 * 60,
    refetchOnWindowFocus: false,
  })

export const enquiryInput = z.object({
  name: z.string().trim().min(1).max(200),
  company: z.string().max(200).nullable(),
  email: z.string().max(254).nullable(),
  phone: z.string().max(50).nullable(),
  message: z.string().max(10_000).nullable(),
  eventFrom: z.string().nullable(),
  eventTo: z.string().nullable(),
  venue: z.string().max(300).nullable(),
  website: z.string().nullable(),
})
export type EnquiryInput = {
  name: string
  company: string | null
  email: string | null
  phone: string | null
  message: string | null
  eventFrom: string | null
  eventTo: string | null
  venue: string | null
  website: string | null
}
export const emptyEnquiry: EnquiryInput = {
  name: '',
  company: null,
  email: null,
  phone: null,
  message: null,
  eventFrom: null,
  eventTo: null,
  venue: null,
  website: null,
}
export const sendEnquiry = (input: EnquiryInput, language: string, task: string, answer: string) =>
  api.post('/public/enquiries', { ...input, language, task, answer })
