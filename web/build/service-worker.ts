// A precache service worker made from the bundle's own file list; a general plugin would bring hundreds of packages.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Plugin } from 'vite'

export function serviceWorker(): Plugin {
  let out = ''
  return {
    name: 'eventkit-service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      out = join(config.root, config.build.outDir)
    },
    closeBundle() {
      const walk = (path: string): string[] =>
        statSync(path).isDirectory()
          ? readdirSync(path)
              .sort()
              .flatMap((name) => walk(join(path, name)))
          : [path]
      const files = walk(out).filter((f) => /\.(js|css|html|woff2|wasm|svg|webmanifest)$/.test(f))
      // What draws codes is needed only where somebody lets in a phone, which takes a network anyway.
      const kept = files.filter((f) => !/sw\.js$|vietnamese|cyrillic|greek|zxing_writer/.test(f))
      const list = kept.map((f) => ({
        url: `/${relative(out, f)}`,
        rev: createHash('sha256').update(readFileSync(f)).digest('hex').slice(0, 12),
      }))
      const template = readFileSync(new URL('./sw.template.js', import.meta.url), 'utf8')
      writeFileSync(join(out, 'sw.js'), template.replace('__PRECACHE__', JSON.stringify(list)))
    },
  }
}
