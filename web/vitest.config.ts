import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Always in the same order, so that what one file leaves to the next is the same everywhere. */
class ByName extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return files.sort((one, other) => (one.moduleId < other.moduleId ? -1 : 1))
  }
}

/** One replaces what others need, the browser's navigator and its workers; the other leaves a scan that waits, which the app of the next would send. */
const alone = ['src/features/scanning/model/camera.test.ts', 'src/features/scanning/model/scan-journal.test.ts']

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    environment: 'happy-dom',
    environmentOptions: { happyDOM: { url: 'http://localhost/' } },
    testTimeout: 60_000,
    setupFiles: ['./src/testing/setup.ts'],
    css: false,
    sequence: { sequencer: ByName },
    // One world for all files: loading the app's code anew for each took most of the time. It runs beside the server's tests.
    maxWorkers: 1,
    projects: [
      {
        extends: true,
        test: { name: 'together', isolate: false, include: ['src/**/*.test.{ts,tsx}'], exclude: alone },
      },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
})
