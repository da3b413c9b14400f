/** White-label palettes: one brand hex -> 10 Mantine shades in OKLCH, with text contrast guaranteed by construction. */
import type { MantineColorsTuple } from '@mantine/core'

type Rgb = [number, number, number]
const clamp = (x: number) => Math.min(1, Math.max(0, x))
const toLinear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
const toGamma = (c: number) => (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055)

export function hexToRgb(hex: string): Rgb {
  const n = Number.parseInt(hex.slice(1), 16)
  return [(n >> 16) / 255, ((n >> 8) & 255) / 255, (n & 255) / 255]
}
export function rgbToHex([r, g, b]: Rgb): string {
  return `#${[r, g, b]
    .map((c) =>
      Math.round(clamp(c) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
function oklch(hex: string): [number, number, number] {
  const [r, g, b] = hexToRgb(hex).map(toLinear) as Rgb
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const L = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s
  const A = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const B = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return [L, Math.hypot(A, B), Math.atan2(B, A)]
}
function fromOklch(L: number, C: number, h: number): Rgb | null {
  const a = C * Math.cos(h),
    b = C * Math.sin(h)
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3
  const rgb: Rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  if (rgb.some((c) => c < -0.001 || c > 1.001)) return null
  return rgb.map((c) => toGamma(clamp(c))) as Rgb
}
export function luminance(hex: string): number {
  const [r, g, b] = hexToRgb(hex).map(toLinear) as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p) as [number, number]
  return (x + 0.05) / (y + 0.05)
}
const LIGHTNESS = [0.975, 0.945, 0.895, 0.825, 0.745, 0.665, 0.585, 0.515, 0.445, 0.365]
const CHROMA = [0.12, 0.25, 0.45, 0.68, 0.86, 0.97, 1, 0.98, 0.88, 0.74]

export function palette(brand: string): MantineColorsTuple {
  const [, C, h] = oklch(brand)
  return LIGHTNESS.map((L0, i) => {
    let L = L0
    for (;;) {
      let c = C * (CHROMA[i] ?? 1)
      let rgb = fromOklch(L, c, h)
      while (!rgb && c > 0) {
        c -= 0.004
        rgb = fromOklch(L, Math.max(c, 0), h)
      }
      const hex = rgbToHex(rgb ?? [L, L, L])
      // shade 7 is the filled colour (white text), shade 8 is text on shade 1: both must reach 4.5:1
      if (i >= 7 && contrast(hex, '#ffffff') < 4.6) {
        L -= 0.01
        continue
      }
      return hex
    }
  }) as unknown as MantineColorsTuple
}
