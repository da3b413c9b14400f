import { type CallOptions, url } from '@/lib/api/client'

/** Lets the browser fetch a file by GET; the session cookie goes along. */
export function download(path: string, query?: CallOptions['query']): void {
  const link = document.createElement('a')
  link.href = url(path, query)
  link.download = ''
  document.body.append(link)
  link.click()
  link.remove()
}

export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
