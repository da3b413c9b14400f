/**
 * SHA-256 after FIPS 180-4. The browser's own is only there over HTTPS and answers one question at a time, too slowly for some ten thousand.
 */
const K = new Uint32Array(64)
const START = new Uint32Array(8)
{
  const root = (n: number, power: number) => {
    const part = n ** power % 1
    return Math.floor(part * 2 ** 32)
  }
  let found = 0
  for (let n = 2; found < 64; n++) {
    let prime = true
    for (let i = 2; i * i <= n; i++) if (n % i === 0) prime = false
    if (!prime) continue
    if (found < 8) START[found] = root(n, 1 / 2)
    K[found++] = root(n, 1 / 3)
  }
}
const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by))
const w = new Uint32Array(64)

export function sha256(text: string): Uint32Array {
  const bytes = new TextEncoder().encode(text)
  const length = ((bytes.length + 8) >> 6) * 64 + 64
  const padded = new Uint8Array(length)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(length - 4, bytes.length * 8)
  const hash = START.slice()
  for (let block = 0; block < length; block += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(block + i * 4)
    for (let i = 16; i < 64; i++) {
      const [a, b] = [w[i - 15]!, w[i - 2]!]
      const s0 = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3)
      const s1 = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10)
      w[i] = w[i - 16]! + s0 + w[i - 7]! + s1
    }
    let [a, b, c, d, e, f, g, h] = hash as unknown as [number, number, number, number, number, number, number, number]
    for (let i = 0; i < 64; i++) {
      const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
      const one = (h + s1 + ((e & f) ^ (~e & g)) + K[i]! + w[i]!) | 0
      const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
      const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + one) | 0
      d = c
      c = b
      b = a
      a = (one + two) | 0
    }
    for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) hash[i] = hash[i]! + word
  }
  return hash
}

/** The answer to the server's task: the first number whose hash begins with so many zero bits. Gives way to the page between bursts. */
export async function solved(task: string, bits: number, signal?: AbortSignal): Promise<string> {
  for (let answer = 0; ; answer++) {
    // Up to 32 bits stand in the first word.
    if (sha256(`${task}:${answer}`)[0]! >>> (32 - bits) === 0) return String(answer)
    if (answer % 2_000 === 1_999) await new Promise((resolve) => setTimeout(resolve))
    if (signal?.aborted) throw new DOMException('The page was left', 'AbortError')
  }
}
