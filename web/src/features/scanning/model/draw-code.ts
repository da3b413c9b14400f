import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import wasm from 'zxing-wasm/writer/zxing_writer.wasm?url'

prepareZXingModule({ overrides: { locateFile: () => wasm } })

/** A QR code of this text as the address of a picture. */
export async function drawCode(text: string): Promise<string> {
  const { svg, error } = await writeBarcode(text, { format: 'QRCode', scale: 8, addQuietZones: true })
  if (!svg) throw new Error(error || 'no code came of it')
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
