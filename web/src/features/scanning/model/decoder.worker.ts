import { prepareZXingModule, type ReadInputBarcodeFormat, type ReadResult, readBarcodes } from 'zxing-wasm/reader'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { turnedBack } from './sightings'

const bars: ReadInputBarcodeFormat[] = ['Code128', 'Code39', 'EAN-13', 'UPC-A']
const formats: ReadInputBarcodeFormat[] = ['QRCode', 'DataMatrix', ...bars]
const AT_ONCE = 12

/** Bars are read along lines of the picture, up and across: what leans further than about 15° is read on a copy that is turned by this. */
const LEAN = Math.PI / 6

// From this instance, so that it is there without a network and no other host learns who scans.
const ready = prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true })
ready.catch(() => postMessage({ failed: true }))

let frames = 0
/** To which side the next copy is turned: to where something was read last, else to one after the other. */
let side = 1
let canvas: OffscreenCanvas | undefined

self.onmessage = async ({ data }: MessageEvent<ImageBitmap>) => {
  const { width, height } = data
  if (canvas?.width !== width || canvas.height !== height) canvas = new OffscreenCanvas(width, height)
  const paper = canvas.getContext('2d', { willReadFrequently: true })!
  // Three quick looks (about 10 ms), then a thorough one (about 50): most codes need only the first.
  const thorough = frames++ % 4 === 3
  const look = async (angle: number, among: ReadInputBarcodeFormat[]): Promise<ReadResult[]> => {
    paper.resetTransform()
    if (angle !== 0) {
      paper.translate(width / 2, height / 2)
      paper.rotate(angle)
      paper.translate(-width / 2, -height / 2)
    }
    paper.drawImage(data, 0, 0)
    const found = await readBarcodes(paper.getImageData(0, 0, width, height), {
      formats: among,
      tryHarder: thorough,
      tryRotate: true,
      tryInvert: thorough,
      tryDownscale: thorough,
      maxNumberOfSymbols: AT_ONCE,
      textMode: 'Plain',
    }).catch(() => [])
    return found.filter((one) => one.isValid && one.text)
  }
  let angle = 0
  let found = await look(angle, formats)
  if (found.length === 0) {
    angle = side * LEAN
    found = await look(angle, bars)
    if (found.length === 0) side = -side
  }
  data.close()
  const seen = found.map(({ text, format, position: { topLeft, topRight, bottomRight, bottomLeft } }) => ({
    text,
    format,
    corners: [topLeft, topRight, bottomRight, bottomLeft].map((point) => turnedBack(point, angle, width, height)),
  }))
  postMessage({ seen, width, height })
}
