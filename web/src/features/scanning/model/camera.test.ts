import { afterEach, describe, expect, it, vi } from 'vitest'
import { Camera, DECODER_MILLIS_MAX } from './camera'

class FakeWorker {
  static last: FakeWorker
  onmessage: ((event: { data: unknown }) => void) | null = null
  onerror: (() => void) | null = null
  constructor() {
    FakeWorker.last = this
  }
  postMessage() {}
  terminate() {}
}

async function start() {
  vi.stubGlobal('Worker', FakeWorker)
  const track = { addEventListener: () => {}, stop: () => {} }
  const stream = { getTracks: () => [track], getVideoTracks: () => [track] }
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: async () => stream } })
  const video = { play: async () => {}, requestVideoFrameCallback: () => 0 } as unknown as HTMLVideoElement
  const trouble = vi.fn()
  await new Camera(video, { code: () => {}, view: () => {}, trouble }).start()
  return trouble
}

describe('the camera', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  it('says so where the decoder does not load', async () => {
    const trouble = await start()
    FakeWorker.last.onmessage?.({ data: { failed: true } })
    expect(trouble).toHaveBeenCalledWith('DECODER')
  })

  it('says so where the decoder never says a word, and not where it does', async () => {
    vi.useFakeTimers()
    const silent = await start()
    vi.advanceTimersByTime(DECODER_MILLIS_MAX)
    expect(silent).toHaveBeenCalledWith('DECODER')
    const fine = await start()
    FakeWorker.last.onmessage?.({ data: { seen: [], width: 4, height: 3 } })
    vi.advanceTimersByTime(DECODER_MILLIS_MAX)
    expect(fine).not.toHaveBeenCalled()
  })
})
