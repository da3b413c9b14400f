/** Round numbers from below the least to above the most, so that about as many lines as wanted fit; zero is always among them. */
export function scaleOf(values: readonly number[], lines = 5): number[] {
  const low = Math.min(0, ...values)
  const most = Math.max(0, ...values)
  const high = most === low ? low + 1 : most
  const rough = (high - low) / lines
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => rough <= one * (1 + 1e-9)) ?? 10 * power
  const first = Math.floor(low / step + 1e-9)
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1)
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

/** Every how many places a label fits, so that none covers the next. */
export const everyOf = (labels: number, width: number, room: number) =>
  Math.max(1, Math.ceil(labels / Math.max(1, Math.floor(width / room))))
