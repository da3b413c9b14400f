/** A first guess at a password's strength, 0 to 4, shown while typing. The server decides. */
export function strength(password: string): number {
  if (password.length < 10) return 0
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length
  const distinct = new Set(password.toLowerCase()).size
  if (
    distinct < 6 ||
    /^(.{1,4})\1+$/.test(password) ||
    /^(?:0123456789|1234567890|abcdefghij|qwertyuiop|password)/i.test(password)
  )
    return 1
  const bits = Math.log2(Math.max(10, kinds * 22)) * Math.min(password.length, distinct * 1.5)
  return bits > 88 ? 4 : bits > 66 ? 3 : 2
}
