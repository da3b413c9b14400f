import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = join(process.cwd(), 'src')
const walk = (path: string): string[] =>
  statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => walk(join(path, name))) : [path]
const words = (language: string): Map<string, string> => {
  const found = new Map<string, string>()
  const flatten = (value: unknown, path: string) => {
    if (typeof value === 'string') found.set(path, value)
    else for (const [key, inner] of Object.entries(value as object)) flatten(inner, `${path}.${key}`)
  }
  const folder = join(src, 'lib/i18n', language)
  for (const file of walk(folder)) flatten(JSON.parse(readFileSync(file, 'utf8')), basename(file, '.json'))
  return found
}
const sources = new Map(
  walk(src)
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.gen\.ts$/.test(file))
    .map((file) => [file, readFileSync(file, 'utf8')]),
)
const code = [...sources.values()].join('\n')
const imported = (from: string, path: string): string[] => {
  const base = path.startsWith('@/') ? join(src, path.slice(2)) : path.startsWith('.') ? join(dirname(from), path) : ''
  return ['', '.ts', '.tsx'].map((ending) => base + ending).filter((file) => sources.has(file))
}
/** All files that a file needs, now or later. */
const reached = (file: string, found = new Set<string>()): Set<string> => {
  if (found.has(file)) return found
  found.add(file)
  for (const match of sources.get(file)!.matchAll(/(?:from\s+|import\s*\(?\s*)['"]([^'"]+)['"]/g))
    for (const next of imported(file, match[1]!)) reached(next, found)
  return found
}

const en = words('en')
const de = words('de')
const plain = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '')
const keys = new Set([...en.keys()].map(plain))
const files = [...new Set([...keys].map((key) => key.split('.')[0]))]
/** Keys as they stand in the code: whole in quotes, or with a part filled in between backticks. */
const whole = new Set(
  [...code.matchAll(/['"`]([a-z][A-Za-z-]*(?:\.[A-Za-z0-9_-]+)+)['"`]/g)]
    .map((match) => match[1]!)
    .filter((key) => files.includes(key.split('.')[0])),
)
const patterns = [...code.matchAll(/`([a-z][A-Za-z-]*\.[^`\s]*\$\{[^`]*)`/g)]
  .map((match) => match[1]!)
  .filter((key) => files.includes(key.split('.')[0]))
  .map(
    (key) =>
      new RegExp(
        `^${key
          .split(/\$\{[^}]*\}/)
          .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
          .join('[^.]+')}$`,
      ),
  )
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]!).sort()

describe('the dictionaries', () => {
  it('hold the same keys in both languages', () => {
    expect([...de.keys()].sort()).toEqual([...en.keys()].sort())
  })
  it('leave no word empty and fill in the same values', () => {
    for (const [key, text] of en) {
      expect(text.trim(), key).not.toBe('')
      expect(de.get(key)?.trim(), key).not.toBe('')
      expect(placeholders(de.get(key) ?? ''), key).toEqual(placeholders(text))
    }
  })
  it('know every key that the code asks for', () => {
    const asked = [...code.matchAll(/\bt\(\s*['"]([^'"]+)['"]/g)].map((match) => match[1]!)
    expect([...new Set(asked)].filter((key) => !keys.has(key))).toEqual([])
  })
  it('hold no key that nobody asks for', () => {
    // A prefix looked up with a variable keeps its whole group: `fields.${name}`, `problems.codes.${code}`.
    const unused = [...keys].filter((key) => !whole.has(key) && !patterns.some((pattern) => pattern.test(key)))
    expect(unused).toEqual([])
  })
  it('come with every page that shows them, where the shell does not carry them', () => {
    const features = readdirSync(join(src, 'lib/i18n/en/pages')).map((file) => basename(file, '.json'))
    expect(features.length).toBeGreaterThan(0)
    for (const [route, text] of sources) {
      if (!route.includes('app/routes/')) continue
      const shown = [...reached(route)].map((file) => sources.get(file)!)
      const loaded = /loadWords\(([^)]*)\)/.exec(text)?.[1] ?? ''
      const asked = features.filter((feature) => shown.some((one) => new RegExp(`['"\`]${feature}\\.[a-zA-Z$]`).test(one)))
      expect(
        asked.filter((feature) => !loaded.includes(`'${feature}'`)),
        `what ${route.slice(src.length)} shows and does not load`,
      ).toEqual([])
    }
  })
  it('speak in sentences a person would, not in keys', () => {
    for (const [key, text] of [...en, ...de]) expect(text, key).not.toMatch(/^[a-z]+\.[a-z]+/)
  })
})
