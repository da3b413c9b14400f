import { api } from '@/lib/api/client'

/** The same picture again, by its id, changes nothing. */
export function sendPhoto(scanId: string, id: string, picture: Blob): Promise<void> {
  const form = new FormData()
  form.append('file', picture, 'damage.jpg')
  return api.upload(`/scans/${scanId}/photos/${id}`, form, { method: 'PUT' })
}
