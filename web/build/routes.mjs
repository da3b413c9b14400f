// Writes src/app/routeTree.gen.ts from the files in src/app/routes. The tree is not committed, so that two features
// that add a route never meet in a generated file; type checking and tests therefore make it first.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Generator, getConfig } from '@tanstack/router-generator'
import { routing } from './routing.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
await new Generator({ config: getConfig(routing, root), root }).run()
