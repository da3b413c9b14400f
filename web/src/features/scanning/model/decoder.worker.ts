import { prepareZXingModule, type ReadInputBarcodeFormat, readBarcodes } from 'zxing-wasm/reader'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'
import type { Seen } from './sightings'

const formats: ReadInputBarcodeFormat[] = ['QRCode', 'DataMatrix', 'Code128', 'Code39', 'EAN-13', 'UPC-A']
const AT_ONCE = 12

// From this instance, so that it is there without a network and no other host learns who scans.
const ready = prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true })
ready.catch(() => postMessage({ failed: true }))

let frames = 0
let canvas: OffscreenCanvas | undefined

self.onmessage = async ({ data }: MessageEvent<ImageBitmap>) => {
  const { width, height } = data
  if (canvas?.width !== width || canvas.height !== height) canvas = new OffscreenCanvas(width, height)
  const paper = canvas.getContext('2d', { willReadFrequently: true })!
  paper.drawImage(data, 0, 0)
  data.close()
  // Three quick looks (about 10 ms), then a thorough one (about 50): most codes need only the first.
  const thorough = frames++ % 4 === 3
  const found = await readBarcodes(paper.getImageData(0, 0, width, height), {
    formats,
    tryHarder: thorough,
    tryRotate: true,
    tryInvert: thorough,
    tryDownscale: thorough,
    maxNumberOfSymbols: AT_ONCE,
    textMode: 'Plain',
  }).catch(() => [])
  const seen: Seen[] = found
    .filter((one) => one.isValid && one.text)
    .map(({ text, format, position: { topLeft, topRight, bottomRight, bottomLeft } }) => ({
      text,
      format,
      corners: [topLeft, topRight, bottomRight, bottomLeft],
    }))
  postMessage({ seen, width, height })
}
