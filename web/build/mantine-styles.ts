// Mantine's styles component by component: each comes with the code that uses it, so that a page loads only what it shows.
// All stand in the cascade layer "mantine", below everything of ours, in whatever order the chunks arrive; among one another
// they keep Mantine's order, because what a component is built from is imported before its own styles.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const name = 'virtual:mantine-styles'
const first = ['default-css-variables', 'baseline', 'global'].map((file) => `@mantine/core/styles/${file}.layer.css`)
const all = ['core', 'dates', 'notifications'].map((library) => `@mantine/${library}/styles.layer.css`)

export function mantineStyles(): Plugin {
  let building = false
  return {
    name: 'eventkit-mantine-styles',
    enforce: 'pre',
    configResolved(config) {
      building = config.command === 'build'
    },
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    // While developing, the libraries are bundled beforehand and their styles come whole.
    load: (id) => (id === `\0${name}` ? (building ? first : all).map((file) => `import '${file}'`).join('\n') : undefined),
    transform(code, id) {
      // Where a component names its classes.
      const found = building && /^(.*\/@mantine\/(\w+))\/esm\/.*?(\w+)\.module\.mjs$/.exec(id)
      if (!found) return
      const [, folder, library, component] = found
      const own = `styles/${component}.layer.css`
      const file = existsSync(join(folder!, own)) ? own : 'styles.layer.css'
      if (library === 'core' && file !== own) this.error(`Mantine has no styles for ${component} any more.`)
      return { code: `import '@mantine/${library}/${file}'\n${code}`, map: null }
    },
  }
}
