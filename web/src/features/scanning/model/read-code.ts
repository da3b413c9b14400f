import type { ThingKind } from './scan'

/** What a printed card can tell the phone to do. Commands never leave the device. */
export type Command =
  | { word: 'undo' | 'next-job' | 'good' | 'damaged' | 'missing' | 'close-case' }
  | { word: 'quantity'; quantity: number }

export type ReadCode =
  /** Nothing to go by: blanks, or signs that no code of ours has. */
  | { kind: 'EMPTY' }
  | { kind: 'TOO_LONG'; length: number }
  | { kind: 'COMMAND'; command: Command }
  /** A card with a command that this app does not know. */
  | { kind: 'UNKNOWN_COMMAND'; text: string }
  /** The address of a label of this company. */
  | { kind: 'THING'; thing: { kind: ThingKind; id: string }; code: string }
  /** The address of somebody else's label. The host is shown and never asked. */
  | { kind: 'FOREIGN'; host: string; code: string }
  /** A number, a legacy code, a barcode, an id: `code` in capitals. */
  | { kind: 'TEXT'; code: string }

export const CODE_MAX = 512
export const QUANTITY_MAX = 1_000_000

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const labelPath = new RegExp(`^(.*)/(asset|case|location|kit)/(${uuid})/?$`, 'i')
const commandPath = /^(.*)\/command\/([a-z-]+)(?:\/(\d{1,9}))?\/?$/i
const commandText = /^EK:([A-Z-]+)(?::(\d{1,9}))?$/i
const plain = new Set(['undo', 'next-job', 'good', 'damaged', 'missing', 'close-case'])

/**
 * A hand scanner types as if the keyboard were American; on a German one that comes out with other signs. No code that such a
 * scanner reads has an ß or an Ö in it, so that they betray it.
 */
const german: Record<string, string> = { ß: '-', Ö: ':', ö: ';', '-': '/', _: '?', z: 'y', y: 'z', Z: 'Y', Y: 'Z', '?': '_' }
export const asTyped = (text: string): string =>
  /[ßÖ]/.test(text) ? [...text].map((sign) => german[sign] ?? sign).join('') : text

/** Signs that are not seen, among them those that turn the direction of reading: a label that carries them wants to deceive. */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/gu

/** A code as it may be shown: one line, nothing unseen, not endless. */
export function shownCode(code: string): string {
  const seen = code.slice(0, 200).replace(unseen, '·')
  return seen.length > 64 ? `${seen.slice(0, 63)}…` : seen
}

/** Whether a site is reached with or without TLS does not make it another one. */
function site(address: URL): string {
  const port = address.port === '80' || address.port === '443' ? '' : address.port
  return address.hostname.toLowerCase() + (port ? `:${port}` : '')
}

function addressOf(text: string): URL | null {
  if (!/^https?:\/\//i.test(text)) return null
  try {
    const address = new URL(text)
    return address.hostname ? address : null
  } catch {
    return null
  }
}

function commandOf(word: string, number: string | undefined): ReadCode {
  const name = word.toLowerCase()
  if (number === undefined && plain.has(name)) return { kind: 'COMMAND', command: { word: name } as Command }
  const quantity = Number(number)
  if (name === 'quantity' && quantity >= 1 && quantity <= QUANTITY_MAX) {
    return { kind: 'COMMAND', command: { word: 'quantity', quantity } }
  }
  return { kind: 'UNKNOWN_COMMAND', text: shownCode(number === undefined ? name : `${name} ${number}`) }
}

/**
 * What was read, before anything is looked up. `addresses` are those of this company, of today and earlier.
 * Nothing here asks a network, follows an address or trusts what the code says about itself.
 */
export function readCode(raw: string, addresses: readonly string[]): ReadCode {
  if (raw.length > CODE_MAX * 2) return { kind: 'TOO_LONG', length: raw.length }
  // An AIM identifier ("]C1") says which kind of code it was, where a scanner is set to tell.
  const text = asTyped(raw.trim().replace(/^\][A-Za-z][0-9A-Za-z](?=.)/, ''))
    .replace(unseen, '')
    .trim()
  if (!text) return { kind: 'EMPTY' }
  if (text.length > CODE_MAX) return { kind: 'TOO_LONG', length: text.length }

  const short = commandText.exec(text)
  if (short) return commandOf(short[1]!, short[2])
  if (new RegExp(`^${uuid}$`, 'i').test(text)) return { kind: 'TEXT', code: text.toLowerCase() }

  const address = addressOf(text)
  if (!address) return { kind: 'TEXT', code: text.toUpperCase() }
  const own = new Set(
    addresses.map(addressOf).map((base) => (base ? site(base) + base.pathname.replace(/\/+$/, '').toLowerCase() : '')),
  )
  const mine = (before: string) => own.has(site(address) + before.toLowerCase())
  const command = commandPath.exec(address.pathname)
  if (command && mine(command[1]!)) return commandOf(command[2]!, command[3])
  const label = labelPath.exec(address.pathname)
  if (label && mine(label[1]!)) {
    return {
      kind: 'THING',
      thing: { kind: label[2]!.toUpperCase() as ThingKind, id: label[3]!.toLowerCase() },
      code: text,
    }
  }
  return { kind: 'FOREIGN', host: address.hostname, code: text }
}

/** How one number may be written: UPC-A is EAN-13 without its leading zero. */
export function writtenAs(code: string): string[] {
  if (/^\d{12}$/.test(code)) return [code, `0${code}`]
  if (/^0\d{12}$/.test(code)) return [code, code.slice(1)]
  return [code]
}
