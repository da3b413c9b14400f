import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { mantineStyles } from './build/mantine-styles.ts'
import { routing } from './build/routing.mjs'
import { serviceWorker } from './build/service-worker.ts'

/** The signs of the menu, which every page loads: apart, each would be a file of 200 bytes. */
const menu = readFileSync(new URL('./src/app/nav.ts', import.meta.url), 'utf8').match(/\bIcon[A-Z]\w+/g) ?? []

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  plugins: [
    tanstackRouter(routing), // must come before react()
    react(),
    mantineStyles(),
    serviceWorker(),
  ],
  // The browser's Host goes along, because the server compares it with Origin.
  server: { proxy: { '/api': { target: process.env.EVENTKIT_API_URL ?? 'http://127.0.0.1:8080', changeOrigin: false } } },
  // The decoder of codes is a worker with imports of its own.
  worker: { format: 'es' },
  build: {
    target: 'baseline-widely-available',
    sourcemap: false,
    manifest: true, // read and taken away again by build/budget.mjs
    // Not "assets": /assets/… are the pages of the equipment. Files below /bundle/ carry a hash and never change.
    assetsDir: 'bundle',
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
            { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/]/, priority: 20 },
            { name: 'virtual', test: /node_modules[\\/]@tanstack[\\/](react-virtual|virtual-core)[\\/]/, priority: 25 },
            {
              name: 'menu',
              test: new RegExp(`icons-react[\\\\/].*[\\\\/](${[...new Set(menu)].join('|')})\\.m?js$`),
              priority: 20,
            },
            // One chunk for what the router knows of all pages; alone, each would carry its own list of what it preloads.
            { name: 'routes', test: /src[\\/]app[\\/]routes[\\/](?!.*tsr-split)/, priority: 15 },
            // Words that come with their pages, in pages/, stay out of the shell's.
            { name: 'words-en', test: /i18n[\\/]en[\\/][^\\/]+\.json$/, priority: 10 },
            { name: 'words-de', test: /src[\\/]lib[\\/]i18n[\\/]de[\\/]/, priority: 10 },
          ],
        },
      },
    },
  },
})
