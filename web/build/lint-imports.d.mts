export function objection(from: string, to: string): string | null
export function check(root?: string): string[]
