import { root } from '@/lib/api/client'
import { Problem } from '@/lib/api/problem'
import { saveBlob } from '@/lib/download'

/**
 * Asks for a file by POST; a PDF opens in a tab of its own, ready to print, anything else is saved. Call it from the click itself: a tab that
 * opens later is blocked.
 */
export async function printByPost(path: string, body: unknown, expectPdf: boolean): Promise<void> {
  const tab = expectPdf ? window.open('', '_blank') : null
  try {
    const response = await fetch(`${root}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
      body: JSON.stringify(body),
      credentials: 'same-origin',
    }).catch(() => {
      throw new Problem({ status: 0, code: 'network' })
    })
    if (!response.ok) throw Problem.from(response.status, await response.text())
    const name = /filename="?([^";]+)/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'labels'
    const file = await response.blob()
    if (!tab) return saveBlob(file, name)
    const address = URL.createObjectURL(file)
    tab.location.href = address
    setTimeout(() => URL.revokeObjectURL(address), 600_000)
  } catch (error) {
    tab?.close()
    throw error
  }
}
