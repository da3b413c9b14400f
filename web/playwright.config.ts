import { defineConfig } from '@playwright/test'
import { args, executablePath } from './build/chromium.mjs'

/** What changes the company for everybody. */
const alone = ['company.spec.ts', 'portal-sign-in.spec.ts']

/** Runs against a server that is already up: EVENTKIT_E2E_URL, EVENTKIT_E2E_EMAIL, EVENTKIT_E2E_PASSWORD. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  timeout: 300_000, // two at a time on two cores, beside the server's own tests
  expect: { timeout: 60_000 },
  workers: 2,
  // First the company is set up; then file beside file; at the end, one by one, what changes the company for everybody.
  projects: [
    { name: 'start', testMatch: 'start.spec.ts', workers: 1, teardown: 'company' },
    { name: 'rooms', testIgnore: ['start.spec.ts', ...alone], dependencies: ['start'] },
    { name: 'company', testMatch: alone, workers: 1 },
  ],
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL: process.env.EVENTKIT_E2E_URL ?? 'http://127.0.0.1:8080',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // The worker that keeps the app for later fetches all of it in each new context: only who wants it waits for it.
    serviceWorkers: 'block',
    // Below the test's own time, so that a step that hangs is named.
    actionTimeout: 90_000,
    navigationTimeout: 90_000,
    // A trace of every step costs a third of all time: it is kept when asked for.
    trace: process.env.EVENTKIT_E2E_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args },
  },
})
