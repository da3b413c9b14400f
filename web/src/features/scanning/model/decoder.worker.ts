import { prepareZXingModule, type ReadInputBarcodeFormat, type ReadResult, readBarcodes } from 'zxing-wasm/reader'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { type Point, turnedBack } from './sightings'

const bars: ReadInputBarcodeFormat[] = ['Code128', 'Code39', 'EAN-13', 'UPC-A']
const squares: ReadInputBarcodeFormat[] = ['QRCode', 'DataMatrix']
const formats = [...squares, ...bars]
const AT_ONCE = 12

/** Bars are read along lines of the picture, up and across: what leans further than about 15° is read on a copy that is turned by this. */
const LEAN = Math.PI / 6

// From this instance, so that it is there without a network and no other host learns who scans.
const ready = prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true })
ready.catch(() => postMessage({ failed: true }))

let frames = 0
/** Bars that are blurred, small or dark are read on a copy of twice the size: of the middle, where people hold what they scan. */
const NEAR = 2
const NEAR_HEIGHT = 0.7
let large: OffscreenCanvas | undefined
/** It was so that something was read last: a second frame is to say the same. */
let near = false

/** To which side the next copy is turned: to where something was read last, else to one after the other. */
let side = 1
let canvas: OffscreenCanvas | undefined

async function read(picture: ImageData, among: ReadInputBarcodeFormat[], thorough: boolean): Promise<ReadResult[]> {
  const found = await readBarcodes(picture, {
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

self.onmessage = async ({ data }: MessageEvent<ImageBitmap>) => {
  const { width, height } = data
  if (canvas?.width !== width || canvas.height !== height) canvas = new OffscreenCanvas(width, height)
  const paper = canvas.getContext('2d', { willReadFrequently: true })!
  // Three quick looks (about 10 ms), then a thorough one (about 50): most codes need only the first.
  const thorough = frames++ % 4 === 3 || near
  const look = async (angle: number, among: ReadInputBarcodeFormat[]): Promise<ReadResult[]> => {
    paper.resetTransform()
    if (angle !== 0) {
      paper.translate(width / 2, height / 2)
      paper.rotate(angle)
      paper.translate(-width / 2, -height / 2)
    }
    paper.drawImage(data, 0, 0)
    return read(paper.getImageData(0, 0, width, height), among, thorough && angle === 0)
  }
  const band = Math.round(height * NEAR_HEIGHT)
  const top = Math.round((height - band) / 2)
  const lookNear = (): Promise<ReadResult[]> => {
    if (large?.width !== NEAR * width || large.height !== NEAR * band) large = new OffscreenCanvas(NEAR * width, NEAR * band)
    const sheet = large.getContext('2d', { willReadFrequently: true })!
    sheet.imageSmoothingQuality = 'high'
    sheet.drawImage(data, 0, top, width, band, 0, 0, large.width, large.height)
    return read(sheet.getImageData(0, 0, large.width, large.height), bars, true)
  }
  let angle = 0
  // Bars that are looked for thoroughly in what is small and dark are sometimes misread; enlarged they are not.
  let found = await look(angle, thorough ? squares : formats)
  let enlarged = false
  if (found.length === 0 && thorough) {
    found = await lookNear()
    enlarged = found.length > 0
  }
  if (found.length === 0) {
    angle = side * LEAN
    found = await look(angle, bars)
    if (found.length === 0) side = -side
  }
  near = enlarged
  data.close()
  const there = (point: Point): Point =>
    enlarged ? { x: point.x / NEAR, y: point.y / NEAR + top } : turnedBack(point, angle, width, height)
  const seen = found.map(({ text, format, position: { topLeft, topRight, bottomRight, bottomLeft } }) => ({
    text,
    format,
    corners: [topLeft, topRight, bottomRight, bottomLeft].map(there),
  }))
  postMessage({ seen, width, height })
}
