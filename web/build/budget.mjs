// What a browser loads: the shell (entry, frame, the words of English, styles) and, on top of it, each page. In kB of gzip, fonts apart.
// build.mjs runs it after the build: it prints the figures, and fails when one is over its limit.
import { readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const shellMax = 260
const pageMax = 390

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist')
const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'))
const keys = Object.keys(manifest)

const filesOf = (key, files = new Set(), seen = new Set()) => {
  if (seen.has(key)) return files
  seen.add(key)
  const { file, css = [], imports = [] } = manifest[key]
  for (const one of [file, ...css]) files.add(one)
  for (const one of imports) filesOf(one, files, seen)
  return files
}
const sizes = new Map()
const size = (file) => {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(dist, file)), { level: 9 }).length)
  return sizes.get(file)
}
const kilobytes = (files) => Math.round([...files].reduce((sum, file) => sum + size(file), 0) / 1000)

const always = keys.filter((key) => manifest[key].isEntry || /routes\/_app\.tsx\?/.test(key))
const shell = new Set(always.flatMap((key) => [...filesOf(key)]))
const pages = keys
  .filter((key) => /src\/app\/routes\/.*\?tsr-split/.test(key))
  .map((key) => ({ page: key.replace(/^.*routes\/|\.tsx.*$/g, ''), size: kilobytes(new Set([...shell, ...filesOf(key)])) }))
  .sort((a, b) => b.size - a.size)
if (always.length < 2 || pages.length === 0)
  throw new Error('The manifest does not name the entry, the frame and the pages any more.')

console.log(
  `[web] shell ${kilobytes(shell)} kB of ${shellMax}; largest page ${pages[0].page} ${pages[0].size} kB of ${pageMax} (gzip)`,
)
rmSync(join(dist, '.vite'), { recursive: true })
const over = pages.filter((one) => one.size > pageMax).map((one) => `${one.page} ${one.size} kB`)
if (kilobytes(shell) > shellMax) over.unshift(`shell ${kilobytes(shell)} kB`)
if (over.length) {
  console.error(`[web] over the budget: ${over.join(', ')}`)
  process.exit(1)
}
