import type { Symbology } from './scan'
import { type Point, type Seen, Sightings, symbologyOf } from './sightings'

/** Why there is no picture; each has words that say what to do. */
export type CameraTrouble = 'REFUSED' | 'NONE' | 'IN_USE' | 'INSECURE' | 'DECODER' | 'UNKNOWN'

export type CameraView = { seen: { text: string; taken: boolean; corners: Point[] }[]; width: number; height: number }
export type CameraAbilities = { torch: boolean; zoom: { min: number; max: number; step: number } | null }

/** What the decoder says of a frame, or once that it can not be had. */
type Told = { seen: Seen[]; width: number; height: number } | { failed: true }

/** So long its first word may take: it comes over the network the first time. */
export const DECODER_MILLIS_MAX = 20_000

type Extras = { torch?: boolean; zoom?: { min: number; max: number; step: number } }

export function troubleOf(problem: unknown): CameraTrouble {
  const name = problem instanceof Error || problem instanceof DOMException ? problem.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'REFUSED'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'NONE'
  if (name === 'NotReadableError' || name === 'AbortError') return 'IN_USE'
  return 'UNKNOWN'
}

/** The camera at the back of the device, and what is read in its picture. */
export class Camera {
  private readonly sightings = new Sightings()
  private readonly video: HTMLVideoElement
  private readonly onCode: (text: string, symbology: Symbology | undefined) => void
  private readonly onView: (view: CameraView) => void
  private readonly onTrouble: (trouble: CameraTrouble) => void
  private worker: Worker | undefined
  private stream: MediaStream | undefined
  private stopped = false
  private busy = false
  private formats = new Map<string, string>()

  constructor(
    video: HTMLVideoElement,
    on: {
      code: (text: string, symbology: Symbology | undefined) => void
      view: (view: CameraView) => void
      trouble: (trouble: CameraTrouble) => void
    },
  ) {
    this.video = video
    this.onCode = on.code
    this.onView = on.view
    this.onTrouble = on.trouble
  }

  /** Answers what the camera can do, or null where there is no picture. */
  async start(): Promise<CameraAbilities | null> {
    if (!navigator.mediaDevices?.getUserMedia) {
      this.onTrouble(window.isSecureContext ? 'NONE' : 'INSECURE')
      return null
    }
    try {
      const wanted = { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } }
      const stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false })
      if (this.stopped) {
        for (const track of stream.getTracks()) track.stop()
        return null
      }
      this.stream = stream
      this.video.srcObject = stream
      await this.video.play()
    } catch (problem) {
      // A page that is left while the picture comes up is no trouble.
      if (!this.stopped) this.onTrouble(troubleOf(problem))
      return null
    }
    const track = this.stream.getVideoTracks()[0]
    track?.addEventListener('ended', () => !this.stopped && this.onTrouble('IN_USE'))
    this.worker = new Worker(new URL('./decoder.worker.ts', import.meta.url), { type: 'module' })
    // Where it does not come, or never says a word, the picture alone would look as if no label could be read.
    const silent = setTimeout(() => !this.stopped && this.onTrouble('DECODER'), DECODER_MILLIS_MAX)
    this.worker.onmessage = ({ data }: MessageEvent<Told>) => {
      clearTimeout(silent)
      if (this.stopped) return
      if ('failed' in data) this.onTrouble('DECODER')
      else this.read(data)
    }
    this.worker.onerror = () => {
      clearTimeout(silent)
      if (!this.stopped) this.onTrouble('DECODER')
    }
    this.next()
    const can = (track?.getCapabilities?.() ?? {}) as Extras
    return { torch: can.torch === true, zoom: can.zoom && can.zoom.max > can.zoom.min ? can.zoom : null }
  }

  stop(): void {
    this.stopped = true
    this.worker?.terminate()
    for (const track of this.stream?.getTracks() ?? []) track.stop()
    this.video.srcObject = null
  }

  /** Takes one of several that are in view. */
  choose(text: string): void {
    if (this.sightings.isTaken(text)) return // pressed twice
    this.sightings.choose(text)
    this.onCode(text, symbologyOf(this.formats.get(text) ?? ''))
  }

  torch = (on: boolean) => this.apply({ torch: on })
  zoom = (zoom: number) => this.apply({ zoom })

  private async apply(extra: object): Promise<boolean> {
    try {
      await this.stream?.getVideoTracks()[0]?.applyConstraints({ advanced: [extra] })
      return true
    } catch {
      return false // the camera changed its mind
    }
  }

  private next(): void {
    if (this.stopped) return
    const look = () => void this.look()
    if ('requestVideoFrameCallback' in this.video) this.video.requestVideoFrameCallback(look)
    else setTimeout(look, 60)
  }

  private async look(): Promise<void> {
    if (!this.stopped && !this.busy && this.worker && this.video.videoWidth > 0) {
      this.busy = true
      try {
        const frame = await createImageBitmap(this.video)
        if (this.stopped) frame.close()
        else this.worker.postMessage(frame, [frame])
      } catch {
        this.busy = false // a frame that went away
      }
    }
    this.next()
  }

  private read({ seen, width, height }: Exclude<Told, { failed: true }>): void {
    this.busy = false
    if (this.stopped) return
    for (const one of seen) this.formats.set(one.text, one.format)
    if (this.formats.size > 500) this.formats.clear()
    const { take, view } = this.sightings.frame(seen, performance.now())
    if (take) this.onCode(take.text, symbologyOf(take.format))
    this.onView({
      seen: view.map(({ text, corners }) => ({ text, corners, taken: this.sightings.isTaken(text) })),
      width,
      height,
    })
  }
}
