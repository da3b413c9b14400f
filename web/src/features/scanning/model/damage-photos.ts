import { isProblem } from '@/lib/api/problem'
import { PhotoBox } from '@/offline/photo-box'
import { sendPhoto } from '../api/photos'
import type { ScanJournal } from './scan-journal'

/** Enough to see a dent, and a tenth of what a phone takes. */
const EDGE_PIXELS_MAX = 1_600
const QUALITY = 0.8

/** A picture as small as it needs to be; as it is where this browser can not make it smaller. */
export async function shrink(picture: Blob): Promise<Blob> {
  try {
    const whole = await createImageBitmap(picture)
    const scale = Math.min(1, EDGE_PIXELS_MAX / Math.max(whole.width, whole.height))
    const paper = new OffscreenCanvas(Math.round(whole.width * scale), Math.round(whole.height * scale))
    paper.getContext('2d')!.drawImage(whole, 0, 0, paper.width, paper.height)
    whole.close()
    return await paper.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
  } catch {
    return picture
  }
}

/** Pictures of damage, kept here until their scan was accepted and they were sent. */
export class DamagePhotos {
  private readonly box: PhotoBox
  private readonly post: typeof sendPhoto
  private readonly listeners = new Set<() => void>()
  private running: Promise<void> | undefined

  constructor(box = new PhotoBox(), post = sendPhoto) {
    this.box = box
    this.post = post
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }

  waiting = (userId: string): Promise<number> => this.box.count(userId)

  /** Answers false where one of them found no room. */
  async keep(scanId: string, userId: string, pictures: Blob[]): Promise<boolean> {
    const kept = await Promise.all(pictures.map((picture) => this.box.keep({ id: crypto.randomUUID(), scanId, userId, picture })))
    this.tell()
    return kept.every(Boolean)
  }

  move = (scanId: string, to: string): Promise<void> => this.box.move(scanId, to).catch(() => undefined)

  /** Sends what may be sent by now; what the network or the server has no time for waits on. */
  send(userId: string, journal: ScanJournal): Promise<void> {
    this.running ??= this.sendAll(userId, journal)
      .catch(() => undefined)
      .finally(() => {
        this.running = undefined
        this.tell()
      })
    return this.running
  }

  private async sendAll(userId: string, journal: ScanJournal): Promise<void> {
    for (const { id, scanId, picture } of await this.box.of(userId)) {
      const entry = await journal.find(scanId)
      if (entry?.state === 'WAITING') continue
      if (entry?.state === 'REFUSED') {
        // Written off by the person, with its pictures; else it may be scanned again.
        if (entry.settled) await this.box.remove(id)
        continue
      }
      try {
        await this.post(scanId, id, picture)
      } catch (problem) {
        // The scan opened no repair, or there are enough: nobody will ever take it.
        const isHopeless = isProblem(problem) && [404, 413, 422].includes(problem.status)
        if (!isHopeless) return
      }
      await this.box.remove(id)
    }
  }
}

let photos: DamagePhotos | undefined
/** One for the whole page. */
export function damagePhotos(): DamagePhotos {
  photos ??= new DamagePhotos()
  return photos
}
