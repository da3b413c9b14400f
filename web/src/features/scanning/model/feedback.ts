import type { ScanSettings } from './settings'

/** How a scan went, as one hears, feels and sees it without reading. */
export type Tone = 'GOOD' | 'COMPLETE' | 'SAME' | 'OPEN' | 'COMMAND' | 'BAD'

type Note = { hertz: number; millis: number; gap?: number; wave?: OscillatorType }
/** Up is good, down is bad; far enough apart to be told from each other beside a running generator. */
const notes: Record<Tone, Note[]> = {
  GOOD: [{ hertz: 1_320, millis: 90 }],
  COMPLETE: [
    { hertz: 880, millis: 90 },
    { hertz: 1_320, millis: 90 },
    { hertz: 1_760, millis: 180 },
  ],
  SAME: [
    { hertz: 660, millis: 90, gap: 60 },
    { hertz: 660, millis: 90 },
  ],
  OPEN: [
    { hertz: 990, millis: 70, gap: 40 },
    { hertz: 880, millis: 110 },
  ],
  COMMAND: [{ hertz: 2_200, millis: 40 }],
  BAD: [
    { hertz: 220, millis: 180, gap: 70, wave: 'square' },
    { hertz: 165, millis: 320, wave: 'square' },
  ],
}
const shakes: Record<Tone, number[]> = {
  GOOD: [40],
  COMPLETE: [40, 40, 40, 40, 120],
  SAME: [40, 80, 40],
  OPEN: [80],
  COMMAND: [15],
  BAD: [250, 100, 250],
}

let context: AudioContext | undefined

/** Browsers let nothing sound before somebody has touched the page: call it then. */
export function unlockSound(): void {
  if (typeof AudioContext === 'undefined') return
  context ??= new AudioContext()
  if (context.state === 'suspended') void context.resume().catch(() => undefined)
}

function play(tone: Tone): void {
  if (context?.state !== 'running') return
  let at = context.currentTime + 0.01
  for (const { hertz, millis, gap = 0, wave = 'sine' } of notes[tone]) {
    const sound = context.createOscillator()
    const volume = context.createGain()
    const end = at + millis / 1_000
    sound.type = wave
    sound.frequency.value = hertz
    volume.gain.setValueAtTime(0, at)
    volume.gain.linearRampToValueAtTime(wave === 'square' ? 0.18 : 0.4, at + 0.008)
    volume.gain.setValueAtTime(wave === 'square' ? 0.18 : 0.4, end - 0.012)
    volume.gain.linearRampToValueAtTime(0, end)
    sound.connect(volume).connect(context.destination)
    sound.start(at)
    sound.stop(end)
    at = end + gap / 1_000
  }
}

export function feedback(tone: Tone, word: string, language: string, settings: ScanSettings): void {
  if (settings.sound) play(tone)
  if (settings.vibrate && 'vibrate' in navigator) navigator.vibrate(shakes[tone])
  if (settings.speak && 'speechSynthesis' in window && word) {
    speechSynthesis.cancel() // the newest is what counts
    const spoken = new SpeechSynthesisUtterance(word)
    spoken.lang = language === 'de' ? 'de-DE' : 'en-GB'
    spoken.rate = 1.15
    speechSynthesis.speak(spoken)
  }
}
