// Called by Maven and by the eventkit script: `node build.mjs [output directory]`. Installs only when the lock file
// changed, builds only when an input changed, and leaves the output alone when it already holds this build.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const web = dirname(fileURLToPath(import.meta.url))
const out = process.argv[2] ? resolve(process.argv[2]) : null
const cache = process.env.EVENTKIT_WEB_CACHE ?? join(web, 'node_modules', '.cache', 'eventkit-web')

const walk = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => walk(join(path, name)))
    : [path]
const hashOf = (files) => {
  const hash = createHash('sha256').update(process.version)
  for (const file of files) hash.update(relative(web, file)).update(readFileSync(file))
  return hash.digest('hex').slice(0, 24)
}
const npm = (...args) => execFileSync('npm', args, { cwd: web, stdio: 'inherit', shell: process.platform === 'win32' })

const lock = hashOf(['package-lock.json', 'package.json'].map((name) => join(web, name)))
const stamp = join(web, 'node_modules', '.eventkit-lock')
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  npm('ci', '--prefer-offline', '--no-audit', '--no-fund')
  writeFileSync(stamp, lock)
}

const inputs = [
  'src',
  'public',
  'build',
  'build.mjs',
  'index.html',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'tsconfig.json',
  'postcss.config.cjs',
]
  .flatMap((path) => walk(join(web, path)))
  .filter((file) => !/routeTree\.gen\.ts$|\.test\.tsx?$/.test(file))
const hash = hashOf(inputs)
const built = join(cache, hash)
if (existsSync(built)) {
  console.log(`[web] unchanged (${hash})`)
} else {
  console.log(`[web] building (${hash})`)
  npm('run', 'build')
  execFileSync(process.execPath, [join(web, 'build', 'budget.mjs')], { stdio: 'inherit' })
  const dist = join(web, 'dist')
  for (const file of walk(dist).filter((name) => /\.(js|css|html|svg|json|wasm|webmanifest)$/.test(name))) {
    const bytes = readFileSync(file)
    if (bytes.length < 1024) continue
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
  }
  rmSync(cache, { recursive: true, force: true })
  mkdirSync(cache, { recursive: true })
  cpSync(dist, built, { recursive: true })
}

if (out) {
  const mark = join(out, '.web-hash')
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== hash) {
    rmSync(out, { recursive: true, force: true })
    cpSync(built, out, { recursive: true })
    writeFileSync(mark, hash)
  }
}
