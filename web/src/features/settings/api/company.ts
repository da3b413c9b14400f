import { queryOptions } from '@tanstack/react-query'
import { api, type UploadOptions } from '@/lib/api/client'
import { z } from '@/lib/validation'

export type Company = {
  name: string
  addressLines: string[]
  phone: string | null
  email: string | null
  web: string | null
  currency: string
  timeZone: string
  locale: string
  baseUrl: string | null
  formerBaseUrls: string[]
  propertyNotice: string | null
  logoFileId: string | null
  assetNumberWidth: number
  version: number
}

export const companyInput = z.object({
  name: z.string().trim().min(1).max(200),
  addressText: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.email().nullable(),
  web: z.string().nullable(),
  currency: z.string().min(3),
  timeZone: z.string().min(1),
  locale: z.string(),
  baseUrl: z.url().nullable(),
  propertyNotice: z.string().max(2000).nullable(),
  assetNumberWidth: z.number().int().min(1).max(10),
})
export type CompanyInput = z.infer<typeof companyInput>

export const companyInputOf = (company: Company): CompanyInput => ({
  name: company.name,
  addressText: company.addressLines.join('\n') || null,
  phone: company.phone,
  email: company.email,
  web: company.web,
  currency: company.currency,
  timeZone: company.timeZone,
  locale: company.locale,
  baseUrl: company.baseUrl,
  propertyNotice: company.propertyNotice,
  assetNumberWidth: company.assetNumberWidth,
})

export const companyQuery = queryOptions({
  queryKey: ['company'],
  queryFn: ({ signal }) => api.get<Company>('/company', { signal }),
})

export function changeCompany(changed: Partial<CompanyInput>, version: number | undefined) {
  const { addressText, ...rest } = changed
  const lines =
    addressText === undefined
      ? {}
      : {
          addressLines: (addressText ?? '')
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        }
  return api.patch<Company>('/company', { ...rest, ...lines }, { version })
}

export function changeLogo(file: File, version: number, options: UploadOptions) {
  const form = new FormData()
  form.append('file', file)
  return api.upload<Company>('/company/logo', form, { ...options, method: 'PUT', version })
}
export const removeLogo = (version: number) => api.delete<Company>('/company/logo', { version })
