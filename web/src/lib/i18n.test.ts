import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = join(process.cwd(), 'src')
const words = (language: string): Map<string, string> => {
  const found = new Map<string, string>()
  const flatten = (value: unknown, path: string) => {
    if (typeof value === 'string') found.set(path, value)
    else for (const [key, inner] of Object.entries(value as object)) flatten(inner, `${path}.${key}`)
  }
  const folder = join(src, 'lib/i18n', language)
  for (const file of readdirSync(folder)) flatten(JSON.parse(readFileSync(join(folder, file), 'utf8')), file.replace('.json', ''))
  return found
}
const walk = (path: string): string[] =>
  statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => walk(join(path, name))) : [path]
const code = walk(src)
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.gen\.ts$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

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
    const read = walk(src)
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\.gen\./.test(file))
      .map((file) => [file, readFileSync(file, 'utf8')] as const)
    const routes = read.filter(([file]) => file.includes('app/routes/'))
    for (const words of ['events', 'projects', 'pulllists', 'scanning', 'sourcing', 'technical']) {
      const asks = read.filter(([, text]) => new RegExp(`\\bt\\(\\s*['"\`]${words}\\.`).test(text)).map(([file]) => file)
      const features = new Set(asks.map((file) => /features\/([^/]+)\//.exec(file)?.[1] ?? file))
      for (const feature of features) {
        const showing = routes.filter(([, text]) => text.includes(`@/features/${feature}/`))
        expect(showing.length, `${words} asked for by ${feature}`).toBeGreaterThan(0)
        for (const [file, text] of showing)
          expect(/loadWords\(([^)]*)\)/.exec(text)?.[1] ?? '', `${file} loads the words of ${words}`).toContain(`'${words}'`)
      }
    }
  })
  it('speak in sentences a person would, not in keys', () => {
    for (const [key, text] of [...en, ...de]) expect(text, key).not.toMatch(/^[a-z]+\.[a-z]+/)
  })
})
