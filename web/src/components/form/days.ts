/** Days as people type them: 2027-06-01, 1.6.2027, 1/6/2027, 1 Jun 2027 (day before month). */
export function parseDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim())
  const european = /^(\d{1,2})[./](\d{1,2})[./](\d{2}|\d{4})$/.exec(text.trim())
  let parts: [number, number, number] | undefined
  if (iso) parts = [Number(iso[1]), Number(iso[2]), Number(iso[3])]
  if (european)
    parts = [Number(european[3]!.length === 2 ? `20${european[3]}` : european[3]), Number(european[2]), Number(european[1])]
  if (!parts) {
    const time = Date.parse(`${text.trim()} UTC`)
    return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10)
  }
  const day = new Date(Date.UTC(parts[0], parts[1] - 1, parts[2]))
  return day.getUTCMonth() === parts[1] - 1 ? day.toISOString().slice(0, 10) : null
}
