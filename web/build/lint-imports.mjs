// shared → features → app: who may import whom. One rule for every feature, so a new feature needs no line here.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const src = join(dirname(fileURLToPath(import.meta.url)), '..', 'src')
const walk = (path) => (statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => walk(join(path, name))) : [path])

/** The layer of a file under src, as { layer, feature }. */
export function layerOf(path) {
  const [first, second] = path.split(sep)
  if (first === 'features') return { layer: 'features', feature: second }
  if (first === 'app' || first === 'main.tsx') return { layer: 'app' }
  if (first === 'testing') return { layer: 'testing' }
  return { layer: 'shared' }
}

/** Why `from` may not import `to` (both relative to src), or null. */
export function objection(from, to) {
  const a = layerOf(from)
  const b = layerOf(to)
  const test = /\.test\.tsx?$/.test(from)
  if (b.layer === 'testing' && a.layer !== 'testing' && !test) return 'only tests import src/testing'
  if (a.layer === 'app' || a.layer === 'testing' || test) {
    return test && a.layer === 'features' && b.layer === 'features' && a.feature !== b.feature
      ? 'no feature imports another'
      : null
  }
  if (b.layer === 'app') return 'only src/app imports src/app'
  if (a.layer === 'shared' && b.layer === 'features') return 'shared code does not know features'
  if (a.layer === 'features' && b.layer === 'features' && a.feature !== b.feature) return 'no feature imports another'
  return null
}

export function check(root = src) {
  const found = []
  for (const file of walk(root).filter((f) => /\.tsx?$/.test(f) && !f.endsWith('.gen.ts'))) {
    const from = relative(root, file)
    if (/(^|\/)index\.tsx?$/.test(from) && !from.startsWith('app/routes'))
      found.push(`${from}: no barrels, import the file itself`)
    for (const [, target] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
      const to = target.startsWith('@/')
        ? target.slice(2)
        : target.startsWith('.')
          ? relative(root, resolve(dirname(file), target))
          : null
      const why = to && !to.startsWith('..') ? objection(from, to) : null
      if (why) found.push(`${from} imports ${target}: ${why}`)
    }
  }
  return found
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const found = check()
  for (const line of found) console.error(line)
  process.exit(found.length ? 1 : 0)
}
