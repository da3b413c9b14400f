import { type CallOptions, root, url } from '@/lib/api/client'
import { Problem } from '@/lib/api/problem'

/** Lets the browser fetch a file by GET; the session cookie goes along. */
export function download(path: string, query?: CallOptions['query']): void {
  const link = document.createElement('a')
  link.href = url(path, query)
  link.download = ''
  document.body.append(link)
  link.click()
  link.remove()
}

/** Asks for a file by POST (a sheet of labels, say) and hands it to the person; refusals arrive as `Problem`. */
export async function downloadByPost(path: string, body: unknown, fallbackName: string): Promise<void> {
  const response = await fetch(`${root}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
    body: JSON.stringify(body),
    credentials: 'same-origin',
  })
  if (!response.ok) throw Problem.from(response.status, await response.text())
  const name = /filename="?([^";]+)/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? fallbackName
  saveBlob(await response.blob(), name)
}

export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
